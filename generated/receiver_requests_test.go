package generated_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
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

// compressed returns text compressed.
func compressed(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

type requestShape struct {
	name   string
	status int // 0: the connection is closed without an answer
	gzip   bool
	raw    string
	after  string // sent after a while
}

// shape returns a raw request: a first line, header lines, a body.
func shape(first, header, body string) string {
	return first + " HTTP/1.1\r\nHost: h\r\n" + header + "\r\n" + body
}

// sized returns a POST with its length.
func sized(header, body string) string {
	return shape("POST /", header+fmt.Sprintf("Content-Length: %d\r\n", len(body)), body)
}

// chunked returns a POST in chunks of a size.
func chunked(body string, size int) string {
	var b strings.Builder
	for len(body) > 0 {
		n := min(size, len(body))
		fmt.Fprintf(&b, "%x\r\n%s\r\n", n, body[:n])
		body = body[n:]
	}
	return shape("POST /", isJSONHeader+"Transfer-Encoding: chunked\r\n", b.String()+"0\r\n\r\n")
}

const isJSONHeader = "Content-Type: application/json\r\n"

// requestShapes are requests to a receiver that takes 4096 bytes in 300 ms.
func requestShapes(t *testing.T) []requestShape {
	good := tagged(`"tag":"v"`)
	large := tagged(`"tag":"` + strings.Repeat("v", 5000) + `"`)
	zipped := compressed(t, good)
	bomb := compressed(t, strings.Repeat(" ", 1<<20))
	encoding := func(name string) string { return isJSONHeader + "Content-Encoding: " + name + "\r\n" }
	kind := func(name string) string { return "Content-Type: " + name + "\r\n" }
	return []requestShape{
		{name: "plain", status: 200, raw: sized(isJSONHeader, good)},
		{name: "charset", status: 200, raw: sized(kind("application/json; charset=UTF-8"), good)},
		{name: "type in capitals", status: 200, raw: sized(kind("Application/JSON"), good)},
		{name: "identity", status: 200, raw: sized(encoding("identity"), good)},
		{name: "in chunks", status: 200, raw: chunked(good, 7)},
		{name: "in bytes", status: 200, raw: chunked(good, 1)},
		{name: "expects 100", status: 200, raw: sized(isJSONHeader+"Expect: 100-continue\r\n", good)},
		{name: "GET", status: 405, raw: shape("GET /", isJSONHeader, "")},
		{name: "HEAD", status: 405, raw: shape("HEAD /", isJSONHeader, "")},
		{name: "PUT", status: 405, raw: shape("PUT /", isJSONHeader+fmt.Sprintf("Content-Length: %d\r\n", len(good)), good)},
		{name: "OPTIONS", status: 405, raw: shape("OPTIONS /", "", "")},
		{name: "post", status: 405, raw: shape("post /", isJSONHeader, "")},
		{name: "a method of its own", status: 405, raw: shape("HOOK /", isJSONHeader, "")},
		{name: "no type", status: 415, raw: sized("", good)},
		{name: "text", status: 415, raw: sized(kind("text/plain"), good)},
		{name: "form", status: 415, raw: sized(kind("application/x-www-form-urlencoded"), good)},
		{name: "UTF-16", status: 415, raw: sized(kind("application/json; charset=utf-16"), good)},
		{name: "two types", status: 415, raw: sized(isJSONHeader+isJSONHeader, good)},
		{name: "broken type", status: 415, raw: sized(kind("application/json;;=x"), good)},
		{name: "like JSON", status: 415, raw: sized(kind("application/jsonp"), good)},
		{name: "gzip unasked", status: 415, raw: sized(encoding("gzip"), zipped)},
		{name: "deflate", status: 415, gzip: true, raw: sized(encoding("deflate"), good)},
		{name: "br", status: 415, gzip: true, raw: sized(encoding("br"), good)},
		{name: "gzip twice", status: 415, gzip: true, raw: sized(encoding("gzip, gzip"), zipped)},
		{name: "two encodings", status: 415, gzip: true, raw: sized(encoding("gzip")+"Content-Encoding: gzip\r\n", zipped)},
		{name: "gzip", status: 200, gzip: true, raw: sized(encoding("gzip"), zipped)},
		{name: "GZIP", status: 200, gzip: true, raw: sized(encoding("GZIP"), zipped)},
		{name: "gzip that is none", status: 400, gzip: true, raw: sized(encoding("gzip"), good)},
		{name: "gzip cut", status: 400, gzip: true, raw: sized(encoding("gzip"), zipped[:len(zipped)-5])},
		{name: "gzip with a wrong sum", status: 400, gzip: true, raw: sized(encoding("gzip"), zipped[:len(zipped)-8]+"\x00\x00\x00\x00"+zipped[len(zipped)-4:])},
		{name: "gzip and more", status: 400, gzip: true, raw: sized(encoding("gzip"), zipped+"more")},
		{name: "bomb", status: 413, gzip: true, raw: sized(encoding("gzip"), bomb)},
		{name: "bomb in a bomb", status: 400, gzip: true, raw: sized(encoding("gzip"), compressed(t, bomb))},
		{name: "bomb unasked", status: 415, raw: sized(encoding("gzip"), bomb)},
		{name: "too large", status: 413, raw: sized(isJSONHeader, large)},
		{name: "too large in chunks", status: 413, raw: chunked(large, 100)},
		{name: "promises too much", status: 413, raw: shape("POST /", isJSONHeader+"Content-Length: 999999999999\r\n", "{")},
		{name: "as large as it may be", status: 200, raw: sized(isJSONHeader, good+strings.Repeat(" ", 4096-len(good)))},
		{name: "a byte too large", status: 413, raw: sized(isJSONHeader, good+strings.Repeat(" ", 4097-len(good)))},
		{name: "empty", status: 400, raw: sized(isJSONHeader, "")},
		{name: "no length", status: 400, raw: shape("POST /", isJSONHeader, "")},
		{name: "length too small", status: 400, raw: shape("POST /", isJSONHeader+fmt.Sprintf("Content-Length: %d\r\n", len(good)-5), good)},
		{name: "negative length", status: 400, raw: shape("POST /", isJSONHeader+"Content-Length: -1\r\n", good)},
		{name: "two lengths", status: 400, raw: shape("POST /", isJSONHeader+"Content-Length: 5\r\nContent-Length: 6\r\n", good)},
		{name: "broken chunk", status: 400, raw: shape("POST /", isJSONHeader+"Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n")},
		{name: "slow", status: 408, raw: sized(isJSONHeader, good)[:200]},
		{name: "slow in chunks", status: 408, raw: chunked(good, 50)[:150]},
		{name: "slow, of a wrong type", status: 415, raw: sized(kind("text/plain"), good)[:150]},
		{name: "slow, but in time", status: 200, raw: sized(isJSONHeader, good)[:200], after: sized(isJSONHeader, good)[200:]},
		{name: "secret in a header", status: 401, raw: sized(isJSONHeader+"Authorization: Bearer "+rightSecret+"\r\nsecret_key: "+rightSecret+"\r\n", secretAs(`"x":1`))},
	}
}

// TestReceiverRequests sends every request shape over a connection of its own.
func TestReceiverRequests(t *testing.T) {
	shapes := requestShapes(t)
	if len(shapes) < 30 {
		t.Errorf("%d shapes are too few", len(shapes))
	}
	for _, s := range shapes {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			p := newProbe(t)
			p.Limits.Size, p.Timeout, p.Gzip = 4096, 300*time.Millisecond, s.gzip
			server := httptest.NewServer(p)
			defer server.Close()
			answer, err := exchange(server.Listener.Addr().String(), s)
			if err != nil {
				t.Fatal(err)
			}
			p.keep(answer)
			if answer.StatusCode != s.status {
				t.Errorf("%d (%s), want %d", answer.StatusCode, p.last(), s.status)
			}
			if s.status == 405 && answer.Header.Get("Allow") != "POST" {
				t.Errorf("405 with %v", answer.Header)
			}
			if s.status == 401 && answer.Header.Get("WWW-Authenticate") == "" {
				t.Errorf("401 with %v", answer.Header)
			}
			if (s.status == 200) != (len(p.handled) == 1) {
				t.Errorf("%d handled", len(p.handled))
			}
		})
	}
	t.Logf("%d request shapes", len(shapes))
}

// exchange sends a raw request and reads the answer.
func exchange(address string, s requestShape) (*http.Response, error) {
	conn, err := net.DialTimeout("tcp", address, 5*time.Second)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	if _, err := io.WriteString(conn, s.raw); err != nil {
		return nil, err
	}
	if s.after != "" {
		time.Sleep(50 * time.Millisecond)
		if _, err := io.WriteString(conn, s.after); err != nil {
			return nil, err
		}
	}
	q := &http.Request{Method: strings.Fields(s.raw)[0]}
	from := bufio.NewReader(conn)
	answer, err := http.ReadResponse(from, q)
	for err == nil && answer.StatusCode == http.StatusContinue {
		answer, err = http.ReadResponse(from, q)
	}
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(answer.Body)
	answer.Body = io.NopCloser(bytes.NewReader(body))
	return answer, err
}

// TestReceiverDisconnect cuts the connection in the middle of a body.
func TestReceiverDisconnect(t *testing.T) {
	p := newProbe(t)
	server := httptest.NewServer(p)
	defer server.Close()
	for _, raw := range []string{sized(isJSONHeader, tagged(`"tag":"v"`))[:150], chunked(tagged(`"tag":"v"`), 30)[:150]} {
		conn, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(conn, raw); err != nil {
			t.Fatal(err)
		}
		conn.Close()
	}
	for range 500 {
		if p.Refused()[livechat.OutcomeBroken] == 2 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if n := p.Refused()[livechat.OutcomeBroken]; n != 2 || len(p.handled) > 0 {
		t.Errorf("%d broken bodies counted, %d handled", n, len(p.handled))
	}
}

// TestReceiverZero checks that a receiver on which nothing is set refuses
// everything, with a secret, without one, and with an empty one.
func TestReceiverZero(t *testing.T) {
	handlers := &livechat.Handlers{}
	for name, r := range map[string]*livechat.Receiver{
		"zero":           {},
		"no secret":      {Handlers: handlers},
		"an empty one":   {Handlers: handlers, Secrets: []livechat.Secret{""}},
		"another":        {Handlers: handlers, Secrets: []livechat.Secret{"another"}},
		"no handlers":    {Secrets: []livechat.Secret{rightSecret}},
		"no way to tell": {Handlers: handlers, Secrets: []livechat.Secret{rightSecret}, Duplicates: livechat.NewMemoryDeduplicator(1, time.Hour)},
	} {
		for _, secret := range []string{goodSecret, `"secret_key":""`, `"x":1`} {
			w := httptest.NewRecorder()
			r.ServeHTTP(w, newPost(strings.NewReader(secretAs(secret))))
			if w.Code < 400 {
				t.Errorf("%s: %d for %s", name, w.Code, secret)
			}
		}
		if err := r.Check(); (err == nil) != (name == "another") {
			t.Errorf("%s: Check: %v", name, err)
		}
	}
	open := &livechat.Receiver{Handlers: handlers, NoProof: true}
	w := httptest.NewRecorder()
	open.ServeHTTP(w, newPost(strings.NewReader(secretAs(`"secret_key":"x"`))))
	if err := open.Check(); w.Code != 200 || err != nil {
		t.Errorf("NoProof: %d, %v", w.Code, err)
	}
}
