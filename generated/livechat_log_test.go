package generated_test

import (
	"bytes"
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
