package runtime

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// withContract has a test run under another provider's contract.
func withContract(t *testing.T, c contractInfo) {
	before := contract
	t.Cleanup(func() { contract = before })
	contract = c
}

// answerTo sends a body to a receiver and returns the answer.
func answerTo(r *Receiver, body string) *http.Response {
	q := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	q.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	r.ServeHTTP(w, q)
	return w.Result()
}

func quietReceiver() *Receiver {
	return &Receiver{
		Handlers: &Handlers{}, Secrets: []Secret{"s"}, Logger: slog.New(slog.DiscardHandler),
	}
}

// The answer follows the provider's contract: its success code, and nothing
// that it takes for one when the delivery is refused.
func TestReceiverAnswersByContract(t *testing.T) {
	const good, wrong, invalid = `{"secret":"s","action":"a","payload":{}}`, `{"secret":"x","action":"a","payload":{}}`, `{"secret":"s","action":"a"}`
	for name, c := range map[string]struct {
		contract             contractInfo
		good, wrong, invalid int
	}{
		"not stated":         {contractInfo{proofMember: "secret"}, 200, 401, 422},
		"204":                {contractInfo{proofMember: "secret", success: []int{204}}, 204, 401, 422},
		"102 and 202":        {contractInfo{proofMember: "secret", success: []int{102, 202}}, 202, 401, 422},
		"success that is no": {contractInfo{proofMember: "secret", success: []int{200, 401, 422, 503}}, 200, 500, 500},
	} {
		withContract(t, c.contract)
		for body, want := range map[string]int{good: c.good, wrong: c.wrong, invalid: c.invalid} {
			if got := answerTo(quietReceiver(), body).StatusCode; got != want {
				t.Errorf("%s: %d, want %d for %s", name, got, want, body)
			}
		}
	}
}

// Where nothing proves the sender, it must be said that anyone is accepted.
func TestReceiverWithoutProof(t *testing.T) {
	withContract(t, contractInfo{success: []int{200}})
	r := quietReceiver()
	if got, err := answerTo(r, `{"action":"a","payload":{},"secret":"s","id":"i"}`).StatusCode, r.Check(); got != 401 || err == nil {
		t.Errorf("%d, Check: %v", got, err)
	}
	r = quietReceiver()
	r.NoProof = true
	if got, err := answerTo(r, `{"action":"a","payload":{},"secret":"s","id":"i"}`).StatusCode, r.Check(); got != 200 || err != nil {
		t.Errorf("NoProof: %d, Check: %v", got, err)
	}
}

func TestContractTimes(t *testing.T) {
	for _, c := range []struct {
		contract   contractInfo
		within     time.Duration
		retryAfter string
	}{
		{contractInfo{timeout: 10 * time.Second, retries: 3, within: time.Minute}, 8 * time.Second, "20"},
		{contractInfo{retries: -1}, 8 * time.Second, "5"},
		{contractInfo{timeout: time.Second, retries: 1000, within: time.Minute}, 800 * time.Millisecond, "1"},
		{contractInfo{timeout: time.Minute, retries: 1, within: time.Hour}, 48 * time.Second, "60"},
	} {
		if c.contract.answerWithin() != c.within || c.contract.retryAfter() != c.retryAfter {
			t.Errorf("%+v: %v, %s", c.contract, c.contract.answerWithin(), c.contract.retryAfter())
		}
	}
}

// What a hook breaks must change no answer.
func TestReceiverHookPanics(t *testing.T) {
	r := quietReceiver()
	r.OnReport = func(context.Context, *ReceiverReport) { panic("no") }
	if got := answerTo(r, `{"secret":"s","id":"i","action":"a","payload":{}}`).StatusCode; got != 200 {
		t.Errorf("OnReport: %d", got)
	}
	r = quietReceiver()
	r.OnInvalid = func(context.Context, *InvalidDelivery) bool { panic("no") }
	if got := answerTo(r, `{"secret":"s","action":"a","payload":7}`).StatusCode; got != 500 || r.InFlightNow() != 0 {
		t.Errorf("OnInvalid: %d, %d in flight", got, r.InFlightNow())
	}
}

func TestMemoryDeduplicatorForgets(t *testing.T) {
	now := time.Now()
	m := NewMemoryDeduplicator(2, time.Minute)
	m.now = func() time.Time { return now }
	handle := func(key string) ClaimState {
		state, _ := m.Claim(t.Context(), key)
		if state == ClaimTaken {
			_ = m.Commit(t.Context(), key)
		}
		return state
	}
	for i, c := range []struct {
		key   string
		after time.Duration
		want  ClaimState
	}{
		{"a", 0, ClaimTaken}, {"a", 59 * time.Second, ClaimDone}, {"a", time.Second, ClaimTaken},
		{"b", 0, ClaimTaken}, {"c", 0, ClaimTaken}, {"b", 0, ClaimDone}, {"a", 0, ClaimTaken},
	} {
		now = now.Add(c.after)
		if got := handle(c.key); got != c.want {
			t.Errorf("%d: %s is %d, want %d", i, c.key, got, c.want)
		}
	}
	if len(m.keys) != 2 || m.order.Len() != 2 {
		t.Errorf("%d keys, %d in order", len(m.keys), m.order.Len())
	}
}
