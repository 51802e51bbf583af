package proofs

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/internal/proofs/body"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/body/bodytest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard/standardtest"
)

// Secrets can be looked up by what the header or the path say.
func TestSecretsForHeader(t *testing.T) {
	type pathKey struct{}
	r := &body.Receiver{
		Handlers: &body.Handlers{},
		SecretsForHeader: func(ctx context.Context, header http.Header) ([]body.Secret, error) {
			if header.Get("X-Hub-Signature-256") != "" {
				t.Error("the signature is shown")
			}
			switch header.Get("X-Hook") {
			case "known":
				return []body.Secret{bodytest.Secret}, nil
			case "failing":
				return nil, errors.New("no connection")
			}
			path, _ := ctx.Value(pathKey{}).(string)
			return map[string][]body.Secret{"/one": {bodytest.Secret}}[path], nil
		},
	}
	if err := r.Check(); err != nil {
		t.Error(err)
	}
	for _, c := range []struct {
		hook, path string
		want       int
	}{{"known", "/", 200}, {"failing", "/", 503}, {"", "/", 401}, {"", "/one", 200}} {
		q := bodytest.Build.Created().Request()
		q.Header.Set("X-Hook", c.hook)
		w := httptest.NewRecorder()
		if r.ServeHTTP(w, q.WithContext(context.WithValue(q.Context(), pathKey{}, c.path))); w.Code != c.want {
			t.Errorf("%+v: %d", c, w.Code)
		}
	}
}

// Check finds secrets that can prove nobody before anything is served.
func TestCheckSecrets(t *testing.T) {
	for secret, ok := range map[string]bool{standardtest.Secret: true, "whpk_" + strings.Repeat("A", 42) + "E=": true, "whpk_" + strings.Repeat("A", 43) + "=": false, "": false, "whsec_": false, "whsec_!": false, "whpk_AAAA": false} {
		r := &standard.Receiver{Handlers: &standard.Handlers{}, Secrets: []standard.Secret{standard.Secret(secret)}}
		if err := r.Check(); (err == nil) != ok {
			t.Errorf("%q: %v", secret, err)
		}
	}
}

// A replay within the tolerance is found by its identifier, which is signed;
// one beyond it is refused. A queue may take longer, if it is said.
func TestReplays(t *testing.T) {
	handled := 0
	clock := now
	r := &standard.Receiver{
		Secrets: []standard.Secret{standardtest.Secret}, Now: func() time.Time { return clock },
		Duplicates: standard.NewMemoryDeduplicator(100, time.Hour),
		Handlers:   &standard.Handlers{Created: func(context.Context, *standard.Delivery, *standard.Created) error { handled++; return nil }},
	}
	c := standardtest.Build.Created().At(now)
	for _, step := range []struct {
		at      time.Duration
		want    int
		handled int
	}{{0, 200, 1}, {time.Minute, 200, 1}, {6 * time.Minute, 401, 1}} {
		clock = now.Add(step.at)
		if got := standardtest.Send(r, c).StatusCode; got != step.want || handled != step.handled {
			t.Errorf("after %v: %d, handled %d", step.at, got, handled)
		}
	}
	q := c.Request()
	var refused *standard.DeliveryError
	var proof *standard.ProofError
	if err := r.Handle(t.Context(), q.Header, c.Body); !errors.As(err, &refused) || refused.Outcome != standard.OutcomeUnproved || !errors.As(err, &proof) || proof.Reason != standard.ProofTooOld {
		t.Errorf("%v", err)
	}
	queue := &standard.Receiver{Secrets: r.Secrets, Now: r.Now, Tolerance: time.Hour, Handlers: r.Handlers}
	if err := queue.Handle(t.Context(), q.Header, c.Body); err != nil || handled != 2 {
		t.Errorf("%v, handled %d", err, handled)
	}
}

// NoProof is for those who prove the sender by other means.
func TestNoProof(t *testing.T) {
	for _, noProof := range []bool{false, true} {
		q := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(goodBody))
		q.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		r := &body.Receiver{Handlers: &body.Handlers{}, NoProof: noProof}
		if r.ServeHTTP(w, q); (w.Code == 200) != noProof {
			t.Errorf("NoProof %v: %d", noProof, w.Code)
		}
	}
}

// What reports say of a refused sender has its reason and nothing of a secret.
func TestReportOfForgery(t *testing.T) {
	var reports []body.ReceiverReport
	r := &body.Receiver{
		Handlers: &body.Handlers{}, Secrets: []body.Secret{"the secret that is set"},
		OnReport: func(_ context.Context, report *body.ReceiverReport) { reports = append(reports, *report) },
	}
	bodytest.Send(r, bodytest.Build.Created().WithSecret("another"))
	if len(reports) != 1 || reports[0].Outcome != body.OutcomeUnproved || reports[0].Action != "" {
		t.Fatalf("%+v", reports)
	}
	if got := reports[0].Err.Error(); got != "the sender is not proved: the proof does not fit" {
		t.Error(got)
	}
}

// FuzzVerify changes a header and a body: what passes is what the scheme of the
// tests signs.
func FuzzVerify(f *testing.F) {
	for i, s := range schemes {
		h := s.signed(goodBody, s.secret, now)
		f.Add(i, h.Get(s.header), h.Get(s.stamp), "msg_1", goodBody)
	}
	f.Fuzz(func(t *testing.T, number int, value, stamp, id, text string) {
		if number < 0 || number >= len(schemes) {
			return
		}
		s := schemes[number]
		h := http.Header{"Webhook-Id": {id}}
		if s.stamp != "" {
			h[s.stamp] = []string{stamp}
		}
		h[s.header] = []string{value}
		if s.verify(now, h, text, s.secret) != "" {
			return
		}
		words := strings.FieldsFunc(value, func(r rune) bool { return r == ' ' || s.name == "pairs" && r == ',' })
		if s.name == "pairs" {
			stamp = strings.TrimPrefix(words[slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, "t=") })], "t=")
		}
		right := s.value(s.key(s.secret), stamp, text)
		for _, part := range strings.FieldsFunc(right, func(r rune) bool { return r == ' ' || s.name == "pairs" && r == ',' }) {
			if id == "msg_1" && !slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, part) }) {
				t.Errorf("%s accepts %q, want %q", s.name, value, right)
			}
		}
	})
}
