package generated_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// TestReceiverMiddleware checks what goes around what.
func TestReceiverMiddleware(t *testing.T) {
	var order []string
	around := func(name string) livechat.Middleware {
		return func(next livechat.HandlerFunc) livechat.HandlerFunc {
			return func(ctx context.Context, d *livechat.Delivery) error {
				order = append(order, name)
				return next(ctx, d)
			}
		}
	}
	p := onTagged(t, func(context.Context, *livechat.Delivery) error { order = append(order, "handler"); return nil })
	p.Middleware = []livechat.Middleware{around("first"), around("second")}
	p.ActionMiddleware = map[livechat.Action][]livechat.Middleware{livechat.ActionChatThreadTagged: {around("tagged")}}
	p.post(anyTag)
	p.post(proved("chat_eaten", "{}"))
	p.post(secretAs(`"secret_key":"guess"`))
	if want := []string{"first", "second", "tagged", "handler", "first", "second"}; !slices.Equal(order, want) {
		t.Errorf("called %v, want %v", order, want)
	}
}

// TestReceiverSecretsFor looks secrets up by registration.
func TestReceiverSecretsFor(t *testing.T) {
	p := newProbe(t)
	p.Secrets = nil
	p.SecretsFor = func(_ context.Context, e *livechat.Delivery) ([]livechat.Secret, error) {
		if e.Action != "" || e.Payload != nil || string(e.SecretKey) != "[redacted]" {
			t.Errorf("more than an envelope: %+v", e)
		}
		switch e.WebhookID {
		case "w":
			return []livechat.Secret{"old", rightSecret}, nil
		case "broken":
			return nil, errors.New("no database")
		}
		return nil, nil
	}
	for id, status := range map[string]int{"w": 200, "x": 401, "broken": 503} {
		if got := p.post(strings.Replace(anyTag, `"webhook_id":"w"`, `"webhook_id":"`+id+`"`, 1)); got != status {
			t.Errorf("registration %s: %d, want %d", id, got, status)
		}
	}
	if got := p.post(strings.Replace(anyTag, `"webhook_id":"w"`, `"webhook_id":1`, 1)); got != 401 {
		t.Errorf("no registration: %d", got)
	}
}

// TestReceiverKept acknowledges what the hook has kept, and shows it no secret.
func TestReceiverKept(t *testing.T) {
	p := newProbe(t)
	var kept livechat.InvalidDelivery
	p.OnInvalid = func(_ context.Context, invalid *livechat.InvalidDelivery) bool { kept = *invalid; return true }
	if status := p.post(tagged(`"tag":7`)); status != 200 || p.last() != livechat.OutcomeKept {
		t.Errorf("%d %s", status, p.last())
	}
	if want := strings.Replace(tagged(`"tag":7`), rightSecret, "[redacted]", 1); string(kept.Body) != want || kept.Delivery.WebhookID != "w" {
		t.Errorf("kept %s of %+v", kept.Body, kept.Delivery)
	}
	if v := p.reports[0].Violations; len(v) != 1 || v[0].Pointer != "/payload/tag" || v[0].Rule != livechat.RuleType {
		t.Errorf("violations %v", v)
	}
}

// TestReceiverDrift counts what is unknown, by place.
func TestReceiverDrift(t *testing.T) {
	p := newProbe(t)
	p.Drift.Limit = 6
	event := event(`"type":"message","id":"e","author_id":"a","timestamp":1,"text":"x","recipients":"nobody","mood":1,"properties":{"space":{"name":[1]}}`)
	for _, body := range []string{event, event, event, tagged(`"tag":"v","colour":"red"`), tagged(`"tag":"v"`), proved("chat_eaten", "{}"),
		proved("incoming_event", `{"chat_id":"c","thread_id":"t","event":{"type":"hologram"}}`), tagged(`"tag":"v","one":1,"more":2`),
		secretAs(`"secret_key":"guess","unproved":1`)} {
		p.post(body)
	}
	counts, more := p.Drift.Counts()
	var got []string
	for _, c := range counts {
		got = append(got, fmt.Sprintf("%d %s %s %s", c.Count, c.Kind, c.Action, c.Pointer))
	}
	want := []string{
		"3 member incoming_event /payload/event/mood",
		"3 value incoming_event /payload/event/recipients",
		"3 variant incoming_event /payload/event/properties/*/*",
		"1 action  /action",
		"1 member chat_thread_tagged /payload/colour",
		"1 variant incoming_event /payload/event",
	}
	if !slices.Equal(got, want) || more != 2 {
		t.Errorf("%s\nand %d more; want\n%s", strings.Join(got, "\n"), more, strings.Join(want, "\n"))
	}
}

// TestReceiverHandle takes deliveries and pushes past HTTP.
func TestReceiverHandle(t *testing.T) {
	failure := errors.New("the database is away")
	seen := 0
	p := onTagged(t, func(_ context.Context, d *livechat.Delivery) error {
		seen++
		if d.Payload.(*livechat.ChatThreadTagged).Tag == "fail" {
			return failure
		}
		return nil
	})
	p.Gzip = true
	zipped := http.Header{"Content-Encoding": {"gzip"}}
	push := `{"type":"push","action":"chat_thread_tagged","payload":` + taggedPayload + `}`
	for name, c := range map[string]struct {
		err     error
		outcome livechat.ReceiverOutcome
		retry   bool
	}{
		"good":         {p.Handle(t.Context(), nil, []byte(anyTag)), "", false},
		"compressed":   {p.Handle(t.Context(), zipped, []byte(compressed(t, anyTag))), "", false},
		"push":         {p.HandlePush(t.Context(), []byte(push)), "", false},
		"not gzip":     {p.Handle(t.Context(), zipped, []byte(anyTag)), livechat.OutcomeBroken, true},
		"wrong secret": {p.Handle(t.Context(), nil, []byte(secretAs(`"secret_key":"guess"`))), livechat.OutcomeUnproved, false},
		"not JSON":     {p.Handle(t.Context(), nil, []byte("{")), livechat.OutcomeMalformed, false},
		"too large":    {p.Handle(t.Context(), nil, make([]byte, 2<<20)), livechat.OutcomeTooLarge, false},
		"invalid":      {p.Handle(t.Context(), nil, []byte(tagged(`"tag":1`))), livechat.OutcomeInvalid, false},
		"failed":       {p.Handle(t.Context(), nil, []byte(tagged(`"tag":"fail"`))), livechat.OutcomeFailed, true},
		"broken push":  {p.HandlePush(t.Context(), []byte("{")), livechat.OutcomeMalformed, false},
		"invalid push": {p.HandlePush(t.Context(), []byte(strings.Replace(push, `"vip"`, "1", 1))), livechat.OutcomeInvalid, false},
	} {
		var refused *livechat.DeliveryError
		if !errors.As(c.err, &refused) {
			if c.outcome != "" || c.err != nil {
				t.Errorf("%s: %v", name, c.err)
			}
			continue
		}
		if refused.Outcome != c.outcome || refused.Retry() != c.retry {
			t.Errorf("%s: %v, retry %v", name, c.err, refused.Retry())
		}
		if name == "failed" && !errors.Is(c.err, failure) {
			t.Errorf("%s: %v does not wrap the handler's error", name, c.err)
		}
	}
	if seen != 4 {
		t.Errorf("%d calls, want 4", seen)
	}
}
