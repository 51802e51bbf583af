package generated_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/internal/closed"
	"github.com/webhookgen/webhookgen/generated/internal/closed/closedtest"
	"github.com/webhookgen/webhookgen/generated/internal/events"
	"github.com/webhookgen/webhookgen/generated/internal/events/eventstest"
	"github.com/webhookgen/webhookgen/generated/internal/headers"
	"github.com/webhookgen/webhookgen/generated/internal/headers/headerstest"
	"github.com/webhookgen/webhookgen/generated/internal/paths"
	"github.com/webhookgen/webhookgen/generated/internal/paths/pathstest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/keys"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/keys/keystest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/pairs"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/pairs/pairstest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard/standardtest"
)

// fuzzed is a receiver that any requests are sent to.
type fuzzed struct {
	// receive returns it, with hooks that tell of a report's outcome and error,
	// and of whatever else it is that comes through.
	receive func(report func(outcome string, err error), through func()) http.Handler
	sign    func(http.Header, []byte) // makes its proof in headers; nil if it asks for none
	seed    func() *http.Request
}

// fuzzedReceivers have each way to tell an action, and to prove a sender.
var fuzzedReceivers = []fuzzed{
	{receive: func(report func(string, error), through func()) http.Handler {
		h := &events.Handlers{Unknown: func(context.Context, *events.Delivery, *events.UnknownPayload) error { through(); return nil }}
		return &events.Receiver{Handlers: h, NoProof: true, Gzip: true, Drift: &events.Drift{}, Duplicates: events.NewMemoryDeduplicator(10, time.Hour),
			OnReport: func(_ context.Context, r *events.ReceiverReport) { report(string(r.Outcome), r.Err) }}
	}, seed: func() *http.Request { return eventstest.Unknown().Request() }},
	{receive: func(report func(string, error), through func()) http.Handler {
		h := &headers.Handlers{Unknown: func(context.Context, *headers.Delivery, *headers.UnknownPayload) error { through(); return nil }}
		return &headers.Receiver{Handlers: h, NoProof: true, Gzip: true, Drift: &headers.Drift{},
			OnReport: func(_ context.Context, r *headers.ReceiverReport) { report(string(r.Outcome), r.Err) }}
	}, seed: func() *http.Request { return headerstest.Unknown().Request() }},
	{receive: func(report func(string, error), through func()) http.Handler {
		h := &closed.Handlers{Unknown: func(context.Context, *closed.Delivery, *closed.UnknownPayload) error { through(); return nil }}
		return &closed.Receiver{Handlers: h, Secrets: []closed.Secret{closedtest.Secret}, Gzip: true, Drift: &closed.Drift{},
			OnReport: func(_ context.Context, r *closed.ReceiverReport) { report(string(r.Outcome), r.Err) }}
	}, seed: func() *http.Request { return closedtest.Unknown().Request() }},
	{receive: func(report func(string, error), through func()) http.Handler {
		h := &paths.Handlers{Unknown: func(context.Context, *paths.Delivery, *paths.UnknownPayload) error { through(); return nil }}
		return &paths.Receiver{Handlers: h, Secrets: []paths.Secret{pathstest.Secret}, Gzip: true, Drift: &paths.Drift{},
			OnReport: func(_ context.Context, r *paths.ReceiverReport) { report(string(r.Outcome), r.Err) }}
	}, seed: func() *http.Request { return pathstest.Unknown().Request() }},
	{receive: func(report func(string, error), through func()) http.Handler {
		h := &keys.Handlers{Unknown: func(context.Context, *keys.Delivery, *keys.UnknownPayload) error { through(); return nil }}
		return &keys.Receiver{Handlers: h, Secrets: []keys.Secret{"", keystest.Secret}, Gzip: true,
			OnReport: func(_ context.Context, r *keys.ReceiverReport) { report(string(r.Outcome), r.Err) }}
	}, sign: func(h http.Header, body []byte) { keystest.Sign(h, body, keystest.Secret, time.Now()) }, seed: func() *http.Request { return keystest.Unknown().Request() }},
	{receive: func(report func(string, error), through func()) http.Handler {
		h := &pairs.Handlers{Unknown: func(context.Context, *pairs.Delivery, *pairs.UnknownPayload) error { through(); return nil }}
		return &pairs.Receiver{Handlers: h, Secrets: []pairs.Secret{"", pairstest.Secret}, Gzip: true,
			OnReport: func(_ context.Context, r *pairs.ReceiverReport) { report(string(r.Outcome), r.Err) }}
	}, sign: func(h http.Header, body []byte) { pairstest.Sign(h, body, pairstest.Secret, time.Now()) }, seed: func() *http.Request { return pairstest.Unknown().Request() }},
	{receive: func(report func(string, error), through func()) http.Handler {
		h := &standard.Handlers{Unknown: func(context.Context, *standard.Delivery, *standard.UnknownPayload) error { through(); return nil }}
		return &standard.Receiver{Handlers: h, Secrets: []standard.Secret{"", standardtest.Secret}, Gzip: true,
			OnReport: func(_ context.Context, r *standard.ReceiverReport) { report(string(r.Outcome), r.Err) }}
	}, sign: func(h http.Header, body []byte) { standardtest.Sign(h, body, standardtest.Secret, time.Now()) }, seed: func() *http.Request { return standardtest.Unknown().Request() }},
}

// beyondProof are outcomes that tell somebody of a delivery what a proof in headers
// is to come before.
var beyondProof = map[string]bool{"handled": true, "ignored": true, "invalid": true, "malformed": true, "handshake": true}

// headerOfLines returns the header that lines of a request are, with any values.
func headerOfLines(lines string) http.Header {
	h := http.Header{}
	for line := range strings.Lines(lines) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		h.Add(name, value)
	}
	return h
}

func linesOfHeader(h http.Header) string {
	var b strings.Builder
	for name, values := range h {
		for _, v := range values {
			fmt.Fprintf(&b, "%s: %s\n", name, v)
		}
	}
	return b.String()
}

// FuzzRequest sends any requests to receivers: none makes one panic, none
// passes a proof in headers unless it is signed, each has an answer of one of
// the known kinds, and no answer and no error tells the secret.
func FuzzRequest(f *testing.F) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	for i, target := range fuzzedReceivers {
		q := target.seed()
		var body bytes.Buffer
		if _, err := body.ReadFrom(q.Body); err != nil {
			f.Fatal(err)
		}
		for _, form := range []byte{0, 1, 2, 3} {
			f.Add(i, form, linesOfHeader(q.Header), body.Bytes())
		}
		f.Add(i, byte(1), linesOfHeader(q.Header)+"Content-Type: application/x-www-form-urlencoded\n", []byte(`payload=%7B%7D`))
	}
	f.Fuzz(func(t *testing.T, number int, form byte, lines string, body []byte) {
		if number < 0 || number >= len(fuzzedReceivers) {
			return
		}
		target, header := fuzzedReceivers[number], headerOfLines(lines)
		if form&2 != 0 {
			body = zipped(body)
			header.Set("Content-Encoding", "gzip")
		}
		signed := target.sign != nil && form&1 != 0
		if signed {
			target.sign(header, body)
		}
		got, through := "", false
		w, q := httptest.NewRecorder(), httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
		q.Header = header
		target.receive(func(outcome string, err error) {
			got = outcome
			if err != nil && strings.Contains(err.Error(), "a secret for tests") {
				t.Errorf("the error tells the secret: %v", err)
			}
		}, func() { through = true }).ServeHTTP(w, q)
		switch {
		case got == "panicked", got == "unset", got == "":
			t.Errorf("outcome %q", got)
		case strings.Contains(w.Body.String(), "a secret for tests"):
			t.Errorf("the answer tells the secret: %s", w.Body)
		case signed && got == "unproved" && header["Webhook-Id"] == nil:
			t.Error("a signed request is refused")
		case target.sign != nil && !signed && !strings.Contains(lines, "Signature") && (through || beyondProof[got]):
			t.Errorf("a request without a signature is %s", got)
		}
	})
}

func zipped(body []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = z.Write(body) // a buffer takes all
	_ = z.Close()
	return out.Bytes()
}
