package generated_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// TestReceiverPipeline sends requests behind each other, without waiting for
// the answers: a refused one hides none of those behind it, and none is read
// out of the body of another.
func TestReceiverPipeline(t *testing.T) {
	wrong, inside := secretAs(`"secret_key":"guess"`), sized(isJSONHeader, anyTag)
	for name, c := range map[string]struct {
		raw  string
		want []int
	}{
		"good ones":         {strings.Repeat(sized(isJSONHeader, anyTag), 3), []int{200, 200, 200}},
		"wrong secret":      {sized(isJSONHeader, wrong) + sized(isJSONHeader, anyTag), []int{401, 200}},
		"malformed":         {sized(isJSONHeader, "{") + sized(isJSONHeader, anyTag), []int{400, 200}},
		"one in a body":     {sized(isJSONHeader, inside) + sized(isJSONHeader, anyTag), []int{400, 200}},
		"in chunks":         {chunked(anyTag, 10) + sized(isJSONHeader, anyTag), []int{200, 200}},
		"type, body unread": {sized(kind("text/plain"), inside) + sized(isJSONHeader, anyTag), []int{415}},
		"method, with body": {shape("PUT /", fmt.Sprintf("Content-Length: %d\r\n", len(inside)), inside) + sized(isJSONHeader, anyTag), []int{405, 200}},
		"too large":         {sized(isJSONHeader, strings.Repeat(" ", 5000)+inside) + sized(isJSONHeader, anyTag), []int{413}},
		"more than its end": {shape("POST /", isJSONHeader+fmt.Sprintf("Content-Length: %d\r\n", len(anyTag)), anyTag+"{}"), []int{200}},
		"both lengths": {shape("POST /", isJSONHeader+"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
			chunkOf(anyTag)+"0\r\n\r\n") + sized(isJSONHeader, anyTag), []int{200, 200}},
	} {
		p := newProbe(t)
		p.Limits.Size = 4096
		server := httptest.NewServer(p)
		if got := statuses(t, p, server.Listener.Addr().String(), c.raw); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		server.Close()
		good := strings.Count(fmt.Sprint(c.want), "200")
		if len(p.handled) != good {
			t.Errorf("%s: %d handled, want %d", name, len(p.handled), good)
		}
	}
}

// statuses sends raw text and returns the statuses of all answers.
func statuses(t *testing.T, p *probe, address, raw string) []int {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	go func() {
		_, _ = io.WriteString(conn, raw) // an answer may close the connection before
		_ = conn.(*net.TCPConn).CloseWrite()
	}()
	var out []int
	for from := bufio.NewReader(conn); ; {
		answer, err := http.ReadResponse(from, nil)
		if err != nil {
			return out
		}
		p.keep(answer)
		out = append(out, answer.StatusCode)
	}
}

// TestReceiverHTTP2 sends what matters over HTTP/2, each request over a
// connection of its own: a refusal closes its connection, and a request that
// is sent into the closing is lost unless its body can be sent again.
func TestReceiverHTTP2(t *testing.T) {
	release := make(chan struct{})
	p := onTagged(t, func(_ context.Context, d *livechat.Delivery) error {
		switch d.Payload.(*livechat.ChatThreadTagged).Tag {
		case "late":
			<-release
		case "panic":
			panic("no")
		}
		return nil
	})
	p.Limits.Size, p.Timeout = 4096, 300*time.Millisecond
	server := httptest.NewUnstartedServer(p)
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	defer close(release)
	stuck, hangUp := io.Pipe()
	defer hangUp.Close()
	for name, c := range map[string]struct {
		method, kind string
		body         io.Reader
		status       int
	}{
		"good":         {"POST", "application/json", strings.NewReader(anyTag), 200},
		"no length":    {"POST", "application/json", io.MultiReader(strings.NewReader(anyTag)), 200},
		"method":       {"PUT", "application/json", strings.NewReader(anyTag), 405},
		"type":         {"POST", "text/plain", strings.NewReader(anyTag), 415},
		"too large":    {"POST", "application/json", strings.NewReader(strings.Repeat(" ", 5000)), 413},
		"unknown size": {"POST", "application/json", io.MultiReader(strings.NewReader(strings.Repeat(" ", 5000))), 413},
		"slow":         {"POST", "application/json", io.MultiReader(strings.NewReader(anyTag[:50]), stuck), 408},
		"wrong secret": {"POST", "application/json", strings.NewReader(secretAs(`"secret_key":"guess"`)), 401},
		"malformed":    {"POST", "application/json", strings.NewReader("{"), 400},
		"panic":        {"POST", "application/json", strings.NewReader(tagged(`"tag":"panic"`)), 500},
		"late":         {"POST", "application/json", strings.NewReader(tagged(`"tag":"late"`)), 503},
	} {
		ctx, leave := context.WithTimeout(t.Context(), 10*time.Second)
		q, err := http.NewRequestWithContext(ctx, c.method, server.URL, c.body)
		if err != nil {
			t.Fatal(err)
		}
		q.Header.Set("Content-Type", c.kind)
		transport := server.Client().Transport.(*http.Transport).Clone()
		answer, err := transport.RoundTrip(q)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if answer.StatusCode != c.status || answer.ProtoMajor != 2 {
			t.Errorf("%s: %d over %s, want %d", name, answer.StatusCode, answer.Proto, c.status)
		}
		leave() // some bodies have no end
		answer.Body.Close()
		transport.CloseIdleConnections()
	}
}

// bare is a ResponseWriter that can do nothing else.
type bare struct {
	header http.Header
	status int
	body   strings.Builder
}

func (w *bare) Header() http.Header         { return w.header }
func (w *bare) Write(b []byte) (int, error) { return w.body.Write(b) }
func (w *bare) WriteHeader(status int)      { w.status = status }

// TestReceiverBareWriter answers through a writer that can neither flush nor
// set deadlines, in time and late.
func TestReceiverBareWriter(t *testing.T) {
	for _, c := range []struct {
		sleep  time.Duration
		status int
	}{{0, 200}, {200 * time.Millisecond, 503}} {
		p := onTagged(t, func(context.Context, *livechat.Delivery) error { time.Sleep(c.sleep); return nil })
		p.Timeout = 50 * time.Millisecond
		w := &bare{header: http.Header{}}
		p.ServeHTTP(w, newPost(strings.NewReader(anyTag)))
		if w.status != c.status {
			t.Errorf("a handler that takes %v: %d", c.sleep, w.status)
		}
	}
}

// TestReceiverUnread has clients send without reading an answer: no delivery
// keeps its place for that.
func TestReceiverUnread(t *testing.T) {
	p := newProbe(t)
	p.Timeout = 200 * time.Millisecond
	server := httptest.NewServer(p)
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.(*net.TCPConn).SetReadBuffer(4096)
	_ = conn.SetWriteDeadline(time.Now().Add(2 * time.Second)) // the server stops reading at some time
	for range 2000 {
		if _, err := io.WriteString(conn, sized(isJSONHeader, secretAs(`"secret_key":"guess"`))+sized(isJSONHeader, anyTag)); err != nil {
			break
		}
	}
	answer, err := http.Post(server.URL, "application/json", strings.NewReader(anyTag))
	if err != nil {
		t.Fatal(err)
	}
	p.keep(answer)
	if n := p.InFlightNow(); answer.StatusCode != 200 || n > 1 {
		t.Errorf("%d, %d in flight", answer.StatusCode, n)
	}
}
