package generated_test

import (
	"bytes"
	"context"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/slack"
	"github.com/webhookgen/webhookgen/generated/standardwebhooks"
)

// A program that logs deliveries and payloads shows nothing that is secret or
// personal.
func TestLogs(t *testing.T) {
	for _, c := range []struct {
		folder string
		parse  func([]byte) (any, error)
		hidden []string // what stands in the corpus, and is secret or personal
	}{
		{livechatCorpus, func(b []byte) (any, error) { return livechat.Parse(b) }, []string{"@example", "Do these boots", "avatar"}},
		{slackCorpus, func(b []byte) (any, error) { return slack.Parse(nil, b) }, []string{"XXYYZZ", "Jhj5dZrVaK7ZwHHjRyZWjbDl", "Where is the schedule",
			"everything a river", "Egon Spengler", "riding a train", "Hamburg", "example.com/12345"}},
		{standardCorpus, func(b []byte) (any, error) { return standardwebhooks.Parse(nil, b) }, []string{"jo@example.com", "4242"}},
	} {
		met := ""
		for name, body := range readCorpus(t, c.folder+"valid") {
			d, err := c.parse(body)
			if err != nil {
				t.Fatal(err)
			}
			met += string(body)
			held := reflect.ValueOf(d).Elem()
			text := logged("delivery", d, "copy", held.Interface(), "payload", held.FieldByName("Payload").Interface())
			for _, hidden := range c.hidden {
				if strings.Contains(text, hidden) {
					t.Errorf("%s: %q is in the log:\n%s", name, hidden, text)
				}
			}
		}
		for _, hidden := range c.hidden {
			if !strings.Contains(met, hidden) {
				t.Errorf("%s has no %q", c.folder, hidden)
			}
		}
	}
}

// logged returns what the handlers of slog write.
func logged(args ...any) string {
	var log bytes.Buffer
	for _, h := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
		slog.New(h).Info("webhook", args...)
	}
	return log.String()
}

func TestLiveChatLogs(t *testing.T) {
	var log bytes.Buffer
	for _, body := range readCorpus(t, livechatCorpus+"valid") {
		d, err := livechat.Parse(body)
		if err != nil {
			t.Fatal(err)
		}
		args := []any{"delivery", d, "secret", d.SecretKey}
		if p, ok := d.Payload.(*livechat.IncomingEvent); ok {
			args = append(args, "event", p.Event)
		}
		if text := logged(args...); strings.Contains(text, string(d.SecretKey)) || strings.Contains(text, "Do these boots") {
			t.Fatalf("logged %s", text)
		}
	}
	d := &livechat.Delivery{WebhookID: "w", Action: livechat.ActionThreadClosed, Payload: &livechat.ThreadClosed{ChatID: "c", ThreadID: "t", UserID: new(string)}}
	slog.New(slog.NewTextHandler(&log, nil)).Info("m", "delivery", d, "payload", d.Payload)
	if want := "delivery.action=thread_closed delivery.webhook_id=w payload.chat_id=c payload.thread_id=t\n"; !strings.HasSuffix(log.String(), want) {
		t.Errorf("logged %s", log.String())
	}
}

// Every kind of member that may stand in a log stands there with its name and
// value, whether it is always there or can be missing; the rest does not.
func TestLogMembers(t *testing.T) {
	text, flag, whole, ratio, at, colour, password := "a", true, int64(-7), 2.5, everything.Timestamp("noon"), everything.Colour("red"), everything.Secret("hidden")
	for want, v := range map[string]any{
		"v.text=a v.flag=true v.whole=-7 v.ratio=2.5 v.at=noon v.small=3 v.atLeast=4 v.part=0.5 v.below=-1": everything.ScalarsBody{
			Text: text, Flag: flag, Whole: whole, Ratio: ratio, At: at, Small: 3, AtLeast: 4, Part: 0.5, Below: -1, Password: password},
		"v.text=a v.flag=true v.whole=-7 v.ratio=2.5 v.at=noon v.enum=red": &everything.NullableBody{
			Text: &text, Flag: &flag, Whole: &whole, Ratio: &ratio, At: &at, Enum: &colour, Password: &password, List: []string{"hidden"}},
	} {
		if _, got, _ := strings.Cut(logged("v", v), " v."); !strings.HasPrefix("v."+got, want+"\n") {
			t.Errorf("logged v.%s, not %s", got, want)
		}
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
