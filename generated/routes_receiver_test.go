package generated_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/internal/events"
	"github.com/webhookgen/webhookgen/generated/internal/events/eventstest"
	"github.com/webhookgen/webhookgen/generated/internal/headers"
	"github.com/webhookgen/webhookgen/generated/internal/headers/headerstest"
	"github.com/webhookgen/webhookgen/generated/internal/paths"
	"github.com/webhookgen/webhookgen/generated/internal/paths/pathstest"
)

const formType = "application/x-www-form-urlencoded"

// answerTo posts a body and returns the status and text of the answer.
func answerTo(h http.Handler, header http.Header, body string) (int, string) {
	q := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	for name, values := range header {
		q.Header[name] = values
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, q)
	text, _ := io.ReadAll(w.Result().Body)
	return w.Code, string(text)
}

func TestRoutesReceiverHeader(t *testing.T) {
	const push, json = `{"ref":"refs/heads/main"}`, "application/json"
	var recorder eventstest.Recorder
	drift := &events.Drift{}
	r := &events.Receiver{Handlers: recorder.Handlers(), NoProof: true, Duplicates: events.NewMemoryDeduplicator(10, time.Hour), Drift: drift, Logger: slog.New(slog.DiscardHandler)}
	for _, c := range []struct {
		name    string
		header  http.Header
		body    string
		status  int
		handled events.Action // "" if it is not
	}{
		{"JSON", http.Header{"Content-Type": {json}, "X-Shop-Event": {"push"}}, push, 200, "push"},
		{"a form", http.Header{"Content-Type": {formType}, "X-Shop-Event": {"push"}}, "payload=%7B%22ref%22%3A%22x%22%7D", 200, "push"},
		{"a form twice over", http.Header{"Content-Type": {formType}, "X-Shop-Event": {"push"}}, "payload={}&payload={}", 400, ""},
		{"another type", http.Header{"Content-Type": {"text/plain"}, "X-Shop-Event": {"push"}}, push, 415, ""},
		{"first of an id", http.Header{"Content-Type": {json}, "X-Shop-Event": {"push"}, "X-Shop-Delivery": {"1"}}, push, 200, "push"},
		{"the id again", http.Header{"Content-Type": {json}, "X-Shop-Event": {"push"}, "X-Shop-Delivery": {"1"}}, push, 200, ""},
		{"another id", http.Header{"Content-Type": {json}, "X-Shop-Event": {"push"}, "X-Shop-Delivery": {"2"}}, push, 200, "push"},
		{"an id twice", http.Header{"Content-Type": {json}, "X-Shop-Event": {"push"}, "X-Shop-Delivery": {"3", "3"}}, push, 422, ""},
		{"no event", http.Header{"Content-Type": {json}}, push, 422, ""},
		{"an empty event", http.Header{"Content-Type": {json}, "X-Shop-Event": {""}}, push, 422, ""},
		{"two events", http.Header{"Content-Type": {json}, "X-Shop-Event": {"push", "push"}}, push, 422, ""},
		{"an action as event", http.Header{"Content-Type": {json}, "X-Shop-Event": {"issues.opened"}}, push, 422, ""},
		{"an unknown event", http.Header{"Content-Type": {json}, "X-Shop-Event": {"star"}}, `{"action":"created"}`, 200, "star.created"},
		{"an unknown action", http.Header{"Content-Type": {json}, "X-Shop-Event": {"issues"}}, `{"action":"pinned"}`, 200, "issues.pinned"},
		{"an action that is no text", http.Header{"Content-Type": {json}, "X-Shop-Event": {"issues"}}, `{"action":1}`, 422, ""},
		{"an event that stands for all its others", http.Header{"Content-Type": {json}, "X-Shop-Event": {"label"}}, `{"action":"made","name":"x"}`, 200, "label"},
	} {
		before := len(recorder.Deliveries())
		status, _ := answerTo(r, c.header, c.body)
		var handled events.Action
		if got := recorder.Deliveries(); len(got) > before {
			handled = got[len(got)-1].Action
		}
		if status != c.status || handled != c.handled {
			t.Errorf("%s: %d and %q, want %d and %q", c.name, status, handled, c.status, c.handled)
		}
	}
	counts, _ := drift.Counts()
	actions := 0
	for _, c := range counts {
		if c.Kind == events.DriftAction && c.Pointer == "/action" {
			actions += int(c.Count)
		}
	}
	if actions != 2 {
		t.Errorf("two actions were unknown: %+v", counts)
	}
	var failed *events.DeliveryError
	if err := r.Handle(context.Background(), nil, []byte(push)); !errors.As(err, &failed) || failed.Outcome != events.OutcomeInvalid {
		t.Errorf("without a header: %v", err)
	}
	if err := r.Handle(context.Background(), http.Header{"X-Shop-Event": {"push"}}, []byte(push)); err != nil {
		t.Error(err)
	}
}

func TestRoutesReceiverHandshake(t *testing.T) {
	var recorder headerstest.Recorder
	r := &headers.Receiver{Handlers: recorder.Handlers(), NoProof: true, Logger: slog.New(slog.DiscardHandler)}
	form := http.Header{"Content-Type": {formType}}
	for _, c := range []struct {
		body   string
		status int
		text   string
	}{
		{`json={"kind":"hello","nonce":"%26<%2B","more":1}`, 200, "&<+"},
		{`json={"kind":"hello","nonce":7}`, 422, ""},
		{`json={"kind":"hello"}`, 422, ""},
		{`json={"kind":"hello","kind":"hello","nonce":"n"}`, 400, ""},
		{`json={"kind":"bye","nonce":"n"}`, 422, ""}, // a delivery without its header
	} {
		status, text := answerTo(r, form, c.body)
		if status != c.status || c.text != "" && text != c.text {
			t.Errorf("%s: %d %q", c.body, status, text)
		}
	}
	if status, _ := answerTo(r, http.Header{"Content-Type": {"application/json"}}, `{"kind":"hello","nonce":"n"}`); status != http.StatusUnsupportedMediaType {
		t.Errorf("JSON where every body is a form: %d", status)
	}
	if n := len(recorder.Deliveries()); n != 0 {
		t.Errorf("%d handshakes were handled", n)
	}
}

// The challenge is for the provider alone: it comes after the proof.
func TestRoutesReceiverHandshakeProof(t *testing.T) {
	var reports []paths.ReceiverReport
	var recorder pathstest.Recorder
	r := &paths.Receiver{Handlers: recorder.Handlers(), Secrets: []paths.Secret{"right"}, Logger: slog.New(slog.DiscardHandler),
		OnReport: func(_ context.Context, r *paths.ReceiverReport) { reports = append(reports, *r) }}
	header := http.Header{"Content-Type": {"application/json"}}
	if status, text := answerTo(r, header, `{"type":"url_verification","token":"wrong","challenge":"c"}`); status != 401 || text == "c" {
		t.Errorf("wrong secret: %d %q", status, text)
	}
	if status, text := answerTo(r, header, `{"type":"url_verification","token":"right","challenge":"c"}`); status != 200 || text != "c" {
		t.Errorf("right secret: %d %q", status, text)
	}
	lookedUp := &paths.Receiver{Handlers: recorder.Handlers(), Logger: slog.New(slog.DiscardHandler),
		SecretsFor: func(_ context.Context, envelope *paths.Delivery) ([]paths.Secret, error) {
			if envelope.EventID != "" || envelope.Payload != nil || envelope.Token != "" {
				t.Errorf("looked up by %+v", envelope)
			}
			return []paths.Secret{"right"}, nil
		}}
	for secret, want := range map[string]int{"right": 200, "wrong": 401} {
		if status, text := answerTo(lookedUp, header, `{"type":"url_verification","token":"`+secret+`","challenge":"c"}`); status != want || (text == "c") != (want == 200) {
			t.Errorf("secrets that are looked up, %s: %d %q", secret, status, text)
		}
	}
	if len(reports) != 2 || reports[1].Outcome != paths.OutcomeHandshake || reports[1].Status != 200 {
		t.Errorf("%+v", reports)
	}
	d, err := paths.Parse([]byte(`{"type":"url_verification","token":"right","challenge":"c"}`))
	if err != nil {
		t.Fatal(err)
	}
	h, ok := d.Payload.(*paths.Handshake)
	if !ok || h.Challenge != "c" || d.Action != "" {
		t.Errorf("%+v", d)
	}
	if err := recorder.Handlers().Dispatch(context.Background(), d); err != nil || len(recorder.Deliveries()) != 0 {
		t.Errorf("dispatched: %v, %d", err, len(recorder.Deliveries()))
	}
}
