package generated_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// identified returns a delivery of a provider that identifies deliveries.
func identified(id string) string {
	return fmt.Sprintf(`{"token":"s","delivery":%q,"version":1,"event":"new_event","body":{}}`, id)
}

// TestReceiverDuplicates goes through what can become of a delivery that comes
// several times.
func TestReceiverDuplicates(t *testing.T) {
	var outcomes []everything.ReceiverOutcome
	var inside func()
	calls, failure := 0, error(nil)
	r := &everything.Receiver{
		Secrets: []everything.Secret{"s"}, Duplicates: everything.NewMemoryDeduplicator(2, time.Hour), Logger: slog.New(slog.DiscardHandler),
		OnReport: func(_ context.Context, report *everything.ReceiverReport) {
			outcomes = append(outcomes, report.Outcome)
		},
		Handlers: &everything.Handlers{Unknown: func(context.Context, *everything.Delivery, *everything.UnknownPayload) error {
			calls++
			if inside != nil {
				inside()
			}
			return failure
		}},
	}
	post := func(id string, status, wantCalls int, outcome everything.ReceiverOutcome) {
		t.Helper()
		w := httptest.NewRecorder()
		r.ServeHTTP(w, newPost(strings.NewReader(identified(id))))
		if w.Code != status || calls != wantCalls || outcomes[len(outcomes)-1] != outcome {
			t.Errorf("%s: %d %v after %d calls, want %d %s after %d", id, w.Code, outcomes, calls, status, outcome, wantCalls)
		}
	}
	failure = errors.New("no")
	post("a", 500, 1, everything.OutcomeFailed)
	inside = func() { panic("no") }
	post("a", 500, 2, everything.OutcomePanicked)
	inside, failure = nil, nil
	post("a", 200, 3, everything.OutcomeHandled)
	post("a", 200, 3, everything.OutcomeDuplicate)
	failure = everything.Permanent(errors.New("no"))
	post("b", 200, 4, everything.OutcomePermanent)
	post("b", 200, 4, everything.OutcomeDuplicate)
	failure = nil
	inside = func() { inside = nil; post("c", 503, 5, everything.OutcomeConcurrent) }
	post("c", 200, 5, everything.OutcomeHandled)
	post("a", 200, 6, everything.OutcomeHandled) // forgotten: there is room for two
	post("", 200, 7, everything.OutcomeHandled)
	post("", 200, 8, everything.OutcomeHandled) // no identifier at all
}

// TestReceiverDigest tells duplicates of a provider without identifiers by
// their bodies, whichever of two secrets they bear.
func TestReceiverDigest(t *testing.T) {
	calls := 0
	p := onTagged(t, func(context.Context, *livechat.Delivery) error { calls++; return nil })
	p.Secrets = append(p.Secrets, "the next secret")
	p.Duplicates, p.Digest = livechat.NewMemoryDeduplicator(10, time.Hour), true
	for _, body := range []string{anyTag, anyTag, strings.Replace(anyTag, rightSecret, "the next secret", 1), tagged(`"tag":"w"`)} {
		if status := p.post(body); status != 200 {
			t.Errorf("%d for %s", status, body)
		}
	}
	if calls != 2 {
		t.Errorf("%d calls, want 2", calls)
	}
}

// TestMemoryDeduplicatorRace has many claim few keys: each is committed once.
func TestMemoryDeduplicatorRace(t *testing.T) {
	m := livechat.NewMemoryDeduplicator(100, time.Hour)
	var mu sync.Mutex
	commits := map[string]int{}
	var all sync.WaitGroup
	for i := range 8 {
		all.Add(1)
		go func() {
			defer all.Done()
			for n := range 400 {
				key := fmt.Sprint(n % 50)
				if state, _ := m.Claim(t.Context(), key); state != livechat.ClaimTaken {
					continue
				}
				if (n+i)%3 == 0 {
					_ = m.Release(t.Context(), key)
					continue
				}
				mu.Lock()
				commits[key]++
				mu.Unlock()
				_ = m.Commit(t.Context(), key)
			}
		}()
	}
	all.Wait()
	for key, n := range commits {
		if n != 1 {
			t.Errorf("%s was committed %d times", key, n)
		}
	}
	if len(commits) != 50 {
		t.Errorf("%d keys of 50", len(commits))
	}
}
