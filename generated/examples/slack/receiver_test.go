package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/slack"
	"github.com/webhookgen/webhookgen/generated/slack/slacktest"
)

// spoken is what the app has said.
type spoken struct {
	messages []message
	err      error
}

func (s *spoken) say(_ context.Context, m message) error {
	if s.err == nil {
		s.messages = append(s.messages, m)
	}
	return s.err
}

func receiver(t *testing.T, s *spoken, log io.Writer) *slack.Receiver {
	t.Helper()
	r, err := newReceiver(slacktest.Secret, s.say, slog.New(slog.NewTextHandler(log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMention(t *testing.T) {
	user, bot, thread := "U1", "B1", "1.1"
	for name, c := range map[string]struct {
		change func(*slack.Delivery, *slack.AppMention)
		want   []message
	}{
		"in a channel": {func(_ *slack.Delivery, m *slack.AppMention) { m.User, m.Channel, m.Ts = &user, "C1", "2.2" }, []message{{"C1", "2.2", "<@U1>, you called?"}}},
		"in a thread":  {func(_ *slack.Delivery, m *slack.AppMention) { m.User, m.Channel, m.ThreadTs = &user, "C1", &thread }, []message{{"C1", "1.1", "<@U1>, you called?"}}},
		"by a bot":     {func(_ *slack.Delivery, m *slack.AppMention) { m.BotID = &bot }, nil},
		"by nobody":    {func(_ *slack.Delivery, m *slack.AppMention) { m.User = nil }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var s spoken
			r, mention := receiver(t, &s, io.Discard), slacktest.Build.AppMention(c.change)
			for range 2 { // Slack sends it again
				if answer := slacktest.Send(r, mention); answer.StatusCode != http.StatusOK {
					t.Errorf("answered with %d", answer.StatusCode)
				}
			}
			if len(s.messages) != len(c.want) || len(c.want) > 0 && s.messages[0] != c.want[0] {
				t.Errorf("said %q, want %q", s.messages, c.want)
			}
		})
	}
}

// What could not be said is tried again.
func TestMentionFails(t *testing.T) {
	s := spoken{err: errors.New("Slack is away")}
	r, mention := receiver(t, &s, io.Discard), slacktest.Build.AppMention()
	if answer := slacktest.Send(r, mention); answer.StatusCode != http.StatusInternalServerError {
		t.Errorf("answered with %d", answer.StatusCode)
	}
	s.err = nil
	if answer := slacktest.Send(r, mention); answer.StatusCode != http.StatusOK || len(s.messages) != 1 {
		t.Errorf("answered with %d, said %q", answer.StatusCode, s.messages)
	}
}

// post signs a body that the kit does not build.
func post(r http.Handler, body string, secret slack.Secret) (status int, text string) {
	q := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	q.Header.Set("Content-Type", "application/json")
	slacktest.Sign(q.Header, []byte(body), secret, time.Now())
	w := httptest.NewRecorder()
	r.ServeHTTP(w, q)
	return w.Code, w.Body.String()
}

func TestHandshake(t *testing.T) {
	const body = `{"token":"t","type":"url_verification","challenge":"3eZbrw1aBm2rZgRN"}`
	r := receiver(t, &spoken{}, io.Discard)
	if status, text := post(r, body, slacktest.Secret); status != http.StatusOK || text != "3eZbrw1aBm2rZgRN" {
		t.Errorf("%d %q", status, text)
	}
	if status, _ := post(r, body, "guessed"); status != http.StatusUnauthorized {
		t.Errorf("forged: %d", status)
	}
}

func TestRateLimited(t *testing.T) {
	var log bytes.Buffer
	r := receiver(t, &spoken{}, &log)
	const body = `{"token":"t","type":"app_rate_limited","team_id":"T123456","minute_rate_limited":1518467820,"api_app_id":"A1"}`
	if status, _ := post(r, body, slacktest.Secret); status != http.StatusOK || !strings.Contains(log.String(), "team=T123456 minute=2018-02-12T20:37:00.000Z") {
		t.Errorf("%d, %s", status, log.String())
	}
	if status, _ := post(r, `{"token":"t","type":"app_rate_limitless"}`, slacktest.Secret); status != http.StatusUnprocessableEntity {
		t.Errorf("another kind of body: %d", status)
	}
}

func TestNoSecret(t *testing.T) {
	if err := run(t.Context(), ""); err == nil {
		t.Error("serves without a secret")
	}
}
