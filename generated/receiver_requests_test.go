package generated_test

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// TestReceiverRequests sends every request shape over a connection of its own.
func TestReceiverRequests(t *testing.T) {
	shapes := slices.Concat(requestShapes(t), typeShapes(), smuggledShapes())
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
