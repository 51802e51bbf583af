package generated_test

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/internal/everything/everythingtest"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// panicking panics wherever a receiver calls it.
type panicking struct{}

func (panicking) Error() string                             { panic("Error of the handler's error") }
func (panicking) Enabled(context.Context, slog.Level) bool  { return true }
func (panicking) Handle(context.Context, slog.Record) error { panic("Handle of the logger") }
func (p panicking) WithAttrs([]slog.Attr) slog.Handler      { return p }
func (p panicking) WithGroup(string) slog.Handler           { return p }

// TestReceiverHooksPanic has what a consumer sets panic: the answer stays what
// became of the delivery, and is reported.
func TestReceiverHooksPanic(t *testing.T) {
	secrets := func(context.Context, *livechat.Delivery) ([]livechat.Secret, error) { panic("SecretsFor") }
	for name, c := range map[string]struct {
		set     func(p *probe)
		status  int
		outcome livechat.ReceiverOutcome
	}{
		"SecretsFor":              {func(p *probe) { p.SecretsFor = secrets }, 503, livechat.OutcomeUnavailable},
		"Logger":                  {func(p *probe) { p.Logger = slog.New(panicking{}) }, 200, livechat.OutcomeHandled},
		"Error":                   {func(p *probe) { p.fails(panicking{}) }, 500, livechat.OutcomeFailed},
		"Error of a final error":  {func(p *probe) { p.fails(livechat.Permanent(panicking{})) }, 200, livechat.OutcomePermanent},
		"a nil error of a type":   {func(p *probe) { p.fails((*livechat.PermanentError)(nil)) }, 200, livechat.OutcomePermanent},
		"Middleware":              {func(p *probe) { p.Middleware = []livechat.Middleware{panicsAround} }, 500, livechat.OutcomePanicked},
		"Middleware that is late": {func(p *probe) { p.Middleware = []livechat.Middleware{panicsLater} }, 500, livechat.OutcomePanicked},
	} {
		p := newProbe(t)
		c.set(p)
		if status := p.post(anyTag); status != c.status || p.last() != c.outcome {
			t.Errorf("%s: %d %s, want %d %s", name, status, p.last(), c.status, c.outcome)
		}
		if n := p.InFlightNow(); n != 0 {
			t.Errorf("%s: %d in flight", name, n)
		}
		var refused *livechat.DeliveryError
		if err := p.Handle(t.Context(), nil, []byte(anyTag)); (err == nil) != (c.outcome == livechat.OutcomeHandled) ||
			err != nil && (!errors.As(err, &refused) || refused.Outcome != c.outcome) {
			t.Errorf("%s: Handle: %T", name, err)
		}
	}
}

// fails has every handler of known actions return err.
func (p *probe) fails(err error) {
	p.Handlers.ChatThreadTagged = func(context.Context, *livechat.Delivery, *livechat.ChatThreadTagged) error { return err }
}

func panicsAround(livechat.HandlerFunc) livechat.HandlerFunc {
	return func(context.Context, *livechat.Delivery) error { panic("before") }
}

func panicsLater(next livechat.HandlerFunc) livechat.HandlerFunc {
	return func(ctx context.Context, d *livechat.Delivery) error {
		_ = next(ctx, d)
		panic("after")
	}
}

// TestReceiverReportPanics has the hook panic: the log says so.
func TestReceiverReportPanics(t *testing.T) {
	p := newProbe(t)
	p.OnReport = func(context.Context, *livechat.ReceiverReport) { panic("the hook: " + rightSecret) }
	if status := p.post(anyTag); status != 200 || len(p.handled) != 1 {
		t.Errorf("%d, %d handled", status, len(p.handled))
	}
	if !strings.Contains(p.log.String(), "OnReport panicked") {
		t.Errorf("not logged: %s", p.log.String())
	}
}

// forgetful panics when it should note what was handled.
type forgetful struct{ released int }

func (*forgetful) Claim(context.Context, string) (everything.ClaimState, error) {
	return everything.ClaimTaken, nil
}
func (*forgetful) Commit(context.Context, string) error { panic("Commit") }
func (f *forgetful) Release(context.Context, string) error {
	f.released++
	panic("Release")
}

// TestDeduplicatorPanics: that a delivery cannot be noted as handled does not
// make it one that was not.
func TestDeduplicatorPanics(t *testing.T) {
	var recorder everythingtest.Recorder
	f, last := &forgetful{}, everything.ReceiverReport{}
	r := &everything.Receiver{Handlers: recorder.Handlers(), Secrets: []everything.Secret{everythingtest.Secret}, Duplicates: f,
		Logger: slog.New(slog.DiscardHandler), OnReport: func(_ context.Context, r *everything.ReceiverReport) { last = *r }}
	c := everythingtest.Build.Scalars()
	var panicked *everything.PanicError
	if answer := everythingtest.Send(r, c); answer.StatusCode >= 300 || last.Outcome != everything.OutcomeHandled || !errors.As(last.Err, &panicked) {
		t.Errorf("handled: %d, %+v", answer.StatusCode, last)
	}
	recorder.Fail(errors.New("no"))
	if answer := everythingtest.Send(r, c); answer.StatusCode != 500 || last.Outcome != everything.OutcomeFailed || f.released != 1 {
		t.Errorf("failed: %d, %+v", answer.StatusCode, last)
	}
}

// TestReceiverGoexit has handlers end their goroutine, as Fatal of a test does:
// the connection breaks off, the place is free, the report says it.
func TestReceiverGoexit(t *testing.T) {
	p := onTagged(t, func(context.Context, *livechat.Delivery) error { runtime.Goexit(); return nil })
	server := httptest.NewServer(p)
	defer server.Close()
	if answer, err := http.Post(server.URL, "application/json", strings.NewReader(anyTag)); err == nil {
		t.Errorf("answered %d", answer.StatusCode)
	}
	handled := make(chan struct{})
	go func() {
		defer close(handled)
		_ = p.Handle(t.Context(), nil, []byte(anyTag))
	}()
	<-handled
	if err := p.Shutdown(t.Context()); err != nil {
		t.Error(err)
	}
	if len(p.reports) != 2 {
		t.Fatalf("%d reports", len(p.reports))
	}
	for _, r := range p.reports {
		var ended *livechat.PanicError
		if r.Outcome != livechat.OutcomePanicked || !errors.As(r.Err, &ended) || ended.Value != nil || r.Action != livechat.ActionChatThreadTagged {
			t.Errorf("report %+v", r)
		}
	}
}

// TestReceiverHooksBlock has hooks that look after proved deliveries ignore
// their context: the client is told in time.
func TestReceiverHooksBlock(t *testing.T) {
	release := make(chan struct{})
	wait := func() { <-release }
	for name, set := range map[string]func(p *probe){
		"handler": func(p *probe) { p.Middleware = []livechat.Middleware{blocks(wait)} },
		"OnInvalid": func(p *probe) {
			p.OnInvalid = func(context.Context, *livechat.InvalidDelivery) bool { wait(); return true }
		},
		"Duplicates": func(p *probe) { p.Digest, p.Duplicates = true, blocking(wait) },
	} {
		p := newProbe(t)
		p.Timeout = 50 * time.Millisecond
		set(p)
		server := httptest.NewServer(p)
		body := anyTag
		if name == "OnInvalid" {
			body = tagged(`"tag":1`)
		}
		answer, err := http.Post(server.URL, "application/json", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		p.keep(answer)
		if n := p.InFlightNow(); answer.StatusCode != 503 || n != 1 {
			t.Errorf("%s: %d, %d in flight", name, answer.StatusCode, n)
		}
		t.Cleanup(func() {
			server.Close()
			if err := p.Shutdown(context.Background()); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	close(release)
}

func blocks(wait func()) livechat.Middleware {
	return func(livechat.HandlerFunc) livechat.HandlerFunc {
		return func(context.Context, *livechat.Delivery) error { wait(); return nil }
	}
}

// blocking is a Deduplicator that waits for something else than its context.
type blocking func()

func (b blocking) Claim(context.Context, string) (livechat.ClaimState, error) {
	b()
	return livechat.ClaimTaken, nil
}
func (blocking) Commit(context.Context, string) error  { return nil }
func (blocking) Release(context.Context, string) error { return nil }
