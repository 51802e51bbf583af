package generated_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// probe is a receiver of which everything that leaves it is kept, and searched
// for the secret when the test ends.
type probe struct {
	*livechat.Receiver
	t *testing.T

	mu      sync.Mutex
	log     bytes.Buffer
	reports []livechat.ReceiverReport
	handled []string // what handlers and hooks were given, as text
	answers bytes.Buffer
}

func newProbe(t *testing.T) *probe {
	p := &probe{t: t, Receiver: &livechat.Receiver{Secrets: []livechat.Secret{rightSecret}}}
	p.Logger = slog.New(slog.NewJSONHandler(&locked{p: p}, &slog.HandlerOptions{Level: slog.LevelDebug}))
	p.Drift = &livechat.Drift{}
	p.OnReport = func(_ context.Context, r *livechat.ReceiverReport) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.reports = append(p.reports, *r)
	}
	p.OnInvalid = func(_ context.Context, invalid *livechat.InvalidDelivery) bool {
		p.handle(fmt.Sprintf("invalid %s %v %+v", invalid.Body, invalid.Err, invalid.Delivery))
		return false
	}
	p.Handlers = &livechat.Handlers{
		ChatThreadTagged: func(_ context.Context, d *livechat.Delivery, _ *livechat.ChatThreadTagged) error { return p.record(d) },
		ThreadClosed:     func(_ context.Context, d *livechat.Delivery, _ *livechat.ThreadClosed) error { return p.record(d) },
		IncomingEvent:    func(_ context.Context, d *livechat.Delivery, _ *livechat.IncomingEvent) error { return p.record(d) },
		Unknown: func(_ context.Context, d *livechat.Delivery, _ *livechat.UnknownPayload) error {
			if d.Action == rightSecret {
				return nil // what the provider calls an action is the handler's to see
			}
			return p.record(d)
		},
	}
	t.Cleanup(p.searchForSecret)
	return p
}

// record keeps a delivery in every form that shows it.
func (p *probe) record(d *livechat.Delivery) error {
	text, err := json.Marshal(d)
	p.handle(fmt.Sprintf("%s %+v %s", text, d, string(d.SecretKey)))
	return err
}

func (p *probe) handle(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.handled = append(p.handled, text)
}

// locked writes to the log of a probe.
type locked struct{ p *probe }

func (l *locked) Write(b []byte) (int, error) {
	l.p.mu.Lock()
	defer l.p.mu.Unlock()
	return l.p.log.Write(b)
}

// do sends a request and returns the answer.
func (p *probe) do(q *http.Request) *http.Response {
	w := httptest.NewRecorder()
	p.ServeHTTP(w, q)
	answer := w.Result()
	p.keep(answer)
	return answer
}

// keep notes an answer for the search.
func (p *probe) keep(answer *http.Response) {
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		p.t.Error(err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(&p.answers, "%d %v %s\n", answer.StatusCode, answer.Header, body)
}

// post sends a body as JSON and returns the status.
func (p *probe) post(body string) int {
	return p.do(newPost(strings.NewReader(body))).StatusCode
}

func newPost(body io.Reader) *http.Request {
	q := httptest.NewRequest(http.MethodPost, "/hooks", body)
	q.Header.Set("Content-Type", "application/json")
	return q
}

// last returns the outcome of the last request.
func (p *probe) last() livechat.ReceiverOutcome {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.reports) == 0 {
		return ""
	}
	return p.reports[len(p.reports)-1].Outcome
}

// searchForSecret looks through all that has left the receiver, for the secret
// and for most of it.
func (p *probe) searchForSecret() {
	p.mu.Lock()
	defer p.mu.Unlock()
	counts, _ := p.Drift.Counts()
	for what, text := range map[string]string{
		"the log":     p.log.String(),
		"an answer":   p.answers.String(),
		"a report":    fmt.Sprintf("%+v %v", p.reports, errorsOf(p.reports)),
		"a handler":   strings.Join(p.handled, "\n"),
		"the drift":   fmt.Sprintf("%+v", counts),
		"the refused": fmt.Sprintf("%+v", p.Refused()),
	} {
		if at := strings.Index(text, rightSecret[:16]); at >= 0 {
			p.t.Errorf("%s shows the secret: ...%s", what, text[max(0, at-200):min(len(text), at+100)])
		}
	}
}

func errorsOf(reports []livechat.ReceiverReport) []error {
	var errs []error
	for _, r := range reports {
		errs = append(errs, r.Err)
	}
	return errs
}
