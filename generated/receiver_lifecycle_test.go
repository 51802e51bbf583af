package generated_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// onTagged returns a probe with a handler of one action.
func onTagged(t *testing.T, handle func(ctx context.Context, d *livechat.Delivery) error) *probe {
	p := newProbe(t)
	p.Handlers = &livechat.Handlers{ChatThreadTagged: func(ctx context.Context, d *livechat.Delivery, _ *livechat.ChatThreadTagged) error {
		return handle(ctx, d)
	}}
	return p
}

var anyTag = tagged(`"tag":"v"`)

// TestReceiverHandlerResults checks what each end of a handler is answered with.
func TestReceiverHandlerResults(t *testing.T) {
	failure := errors.New("the database is away")
	for name, c := range map[string]struct {
		handle  func(context.Context, *livechat.Delivery) error
		status  int
		outcome livechat.ReceiverOutcome
	}{
		"nil":          {func(context.Context, *livechat.Delivery) error { return nil }, 200, livechat.OutcomeHandled},
		"error":        {func(context.Context, *livechat.Delivery) error { return failure }, 500, livechat.OutcomeFailed},
		"permanent":    {func(context.Context, *livechat.Delivery) error { return livechat.Permanent(failure) }, 200, livechat.OutcomePermanent},
		"panic":        {func(context.Context, *livechat.Delivery) error { panic("no") }, 500, livechat.OutcomePanicked},
		"out of range": {func(context.Context, *livechat.Delivery) error { var list []int; _ = list[len(anyTag)]; return nil }, 500, livechat.OutcomePanicked},
		"abort":        {func(context.Context, *livechat.Delivery) error { panic(http.ErrAbortHandler) }, 500, livechat.OutcomePanicked},
		"late": {func(ctx context.Context, _ *livechat.Delivery) error {
			<-ctx.Done()
			return ctx.Err()
		}, 503, livechat.OutcomeTimedOut},
	} {
		p := onTagged(t, c.handle)
		p.Timeout = 50 * time.Millisecond
		if status := p.post(anyTag); status != c.status || p.last() != c.outcome {
			t.Errorf("%s: %d %s, want %d %s", name, status, p.last(), c.status, c.outcome)
		}
		report := p.reports[0]
		if (c.outcome == livechat.OutcomePanicked) != strings.Contains(string(report.Stack), "receiver_lifecycle_test.go") {
			t.Errorf("%s: stack %q", name, report.Stack)
		}
		if report.Action != livechat.ActionChatThreadTagged || report.Status != c.status {
			t.Errorf("%s: report %+v", name, report)
		}
		if n := p.InFlightNow(); n != 0 {
			t.Errorf("%s: %d in flight", name, n)
		}
	}
}

// TestReceiverKeepsSlot has a handler ignore its context: its client is told
// 503 in time, its place stays taken until it returns.
func TestReceiverKeepsSlot(t *testing.T) {
	release := make(chan struct{})
	var calls atomic.Int32
	p := onTagged(t, func(context.Context, *livechat.Delivery) error {
		calls.Add(1)
		<-release
		return nil
	})
	p.Timeout, p.InFlight = 50*time.Millisecond, 1
	server := httptest.NewServer(p)
	defer server.Close()
	send := func() *http.Response {
		answer, err := http.Post(server.URL, "application/json", strings.NewReader(anyTag))
		if err != nil {
			t.Fatal(err)
		}
		p.keep(answer)
		return answer
	}
	if a := send(); a.StatusCode != 503 || a.Header.Get("Retry-After") == "" {
		t.Errorf("a late handler: %d %v", a.StatusCode, a.Header)
	}
	for range 3 {
		if a := send(); a.StatusCode != 503 || p.last() != livechat.OutcomeOverloaded {
			t.Errorf("beyond the bound: %d %s", a.StatusCode, p.last())
		}
	}
	if n := p.InFlightNow(); n != 1 || calls.Load() != 1 {
		t.Errorf("%d in flight after %d calls", n, calls.Load())
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := p.Shutdown(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Shutdown with a handler left: %v", err)
	}
	close(release)
	if err := p.Shutdown(t.Context()); err != nil || p.InFlightNow() != 0 {
		t.Errorf("Shutdown: %v, %d in flight", err, p.InFlightNow())
	}
	if p.last() != livechat.OutcomeTimedOut || p.reports[len(p.reports)-1].Err != nil {
		t.Errorf("a handler that succeeded late: %+v", p.reports[len(p.reports)-1])
	}
}

// TestReceiverClientGone has the client leave while the handler runs.
func TestReceiverClientGone(t *testing.T) {
	started, ended := make(chan struct{}), make(chan error, 1)
	p := onTagged(t, func(ctx context.Context, _ *livechat.Delivery) error {
		close(started)
		<-ctx.Done()
		ended <- ctx.Err()
		return ctx.Err()
	})
	server := httptest.NewServer(p)
	defer server.Close()
	ctx, leave := context.WithCancel(t.Context())
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL, strings.NewReader(anyTag))
	if err != nil {
		t.Fatal(err)
	}
	q.Header.Set("Content-Type", "application/json")
	go func() { <-started; leave() }()
	if answer, err := http.DefaultClient.Do(q); err == nil {
		t.Errorf("answered %d", answer.StatusCode)
	}
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("the handler's context: %v", err)
	}
	if err := p.Shutdown(t.Context()); err != nil || p.last() != livechat.OutcomeFailed {
		t.Errorf("%v, %s", err, p.last())
	}
}

// TestReceiverShutdown sends from many clients while the receiver shuts down:
// what was acknowledged was handled, and nothing is handled once Shutdown has
// returned.
func TestReceiverShutdown(t *testing.T) {
	for range 20 {
		var handled, late, acknowledged atomic.Int64
		var down atomic.Bool
		p := onTagged(t, func(context.Context, *livechat.Delivery) error {
			time.Sleep(time.Millisecond)
			if down.Load() {
				late.Add(1)
			}
			handled.Add(1)
			return nil
		})
		server := httptest.NewServer(p)
		var clients sync.WaitGroup
		for range 8 {
			clients.Add(1)
			go func() {
				defer clients.Done()
				for {
					answer, err := http.Post(server.URL, "application/json", strings.NewReader(anyTag))
					if err != nil {
						t.Error(err)
						return
					}
					p.keep(answer)
					answer.Body.Close()
					if answer.StatusCode == 503 {
						return
					}
					acknowledged.Add(1)
				}
			}()
		}
		time.Sleep(10 * time.Millisecond)
		if err := p.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		down.Store(true)
		atEnd := handled.Load()
		clients.Wait()
		server.Close()
		if late.Load() > 0 || handled.Load() != atEnd {
			t.Errorf("handled after Shutdown: %d", late.Load()+handled.Load()-atEnd)
		}
		if acknowledged.Load() != handled.Load() {
			t.Errorf("%d acknowledged, %d handled", acknowledged.Load(), handled.Load())
		}
	}
}
