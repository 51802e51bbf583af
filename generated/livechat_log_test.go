package generated_test

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// A program that logs deliveries and payloads shows nothing that is secret or
// personal.
func TestLiveChatLogs(t *testing.T) {
	var log bytes.Buffer
	handlers := []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)}
	for _, body := range readCorpus(t, livechatCorpus+"valid") {
		d, err := livechat.Parse(body)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range handlers {
			slog.New(h).Info("webhook", "delivery", d, "copy", *d, "payload", d.Payload, "secret", d.SecretKey)
			if p, ok := d.Payload.(*livechat.IncomingEvent); ok {
				slog.New(h).Info("event", "event", p.Event)
			}
		}
		for _, hidden := range []string{string(d.SecretKey), "@example", "Do these boots", "avatar"} {
			if strings.Contains(log.String(), hidden) {
				t.Fatalf("%q is in the log:\n%s", hidden, log.String())
			}
		}
		log.Reset()
	}
	d := &livechat.Delivery{WebhookID: "w", Action: livechat.ActionThreadClosed, Payload: &livechat.ThreadClosed{ChatID: "c", ThreadID: "t", UserID: new(string)}}
	slog.New(slog.NewTextHandler(&log, nil)).Info("m", "delivery", d, "payload", d.Payload)
	if want := "delivery.action=thread_closed delivery.webhook_id=w payload.chat_id=c payload.thread_id=t\n"; !strings.HasSuffix(log.String(), want) {
		t.Errorf("logged %s", log.String())
	}
}

// A program that logs, in JSON, a value that merely holds what a receiver has
// handed over shows no secret: it has been replaced before.
func TestReceiverDeliveriesHeld(t *testing.T) {
	var log bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&log, nil))
	type holder struct {
		Delivery *livechat.Delivery
		Invalid  *livechat.InvalidDelivery
	}
	p := onTagged(t, func(_ context.Context, d *livechat.Delivery) error {
		logger.Info("handled", "held", holder{Delivery: d})
		return nil
	})
	p.OnInvalid = func(_ context.Context, invalid *livechat.InvalidDelivery) bool {
		logger.Info("invalid", "held", holder{Invalid: invalid}, "body", string(invalid.Body))
		return true
	}
	p.post(anyTag)
	p.post(tagged(`"tag":7`))
	if text := log.String(); strings.Count(text, "\n") != 2 || strings.Contains(text, rightSecret) || strings.Count(text, "[redacted]") < 2 {
		t.Errorf("logged %s", text)
	}
}
