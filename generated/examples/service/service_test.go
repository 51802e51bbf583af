package service

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

	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/livechat/livechattest"
)

// memory is Tags for tests.
type memory struct {
	tags map[string]string
	err  error
}

func (m *memory) Tag(_ context.Context, chat, tag string) error {
	if m.err == nil {
		m.tags[chat] = tag
	}
	return m.err
}

// TestService sends one delivery of each kind, and compares what the service
// says of them all.
func TestService(t *testing.T) {
	var log bytes.Buffer
	tags := &memory{tags: map[string]string{}}
	s, err := New(tags, livechattest.Secret, slog.New(slog.NewJSONHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	vip := livechattest.Build.ChatThreadTagged(func(d *livechat.Delivery, p *livechat.ChatThreadTagged) { p.ChatID, p.Tag = "chat", "vip" })
	send := func(c livechattest.Case, status int) {
		t.Helper()
		q := c.Request()
		q.URL.Path = "/hooks"
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, q)
		if w.Code != status {
			t.Errorf("%s: %d, want %d", c.Name, w.Code, status)
		}
	}
	tags.err = errors.New("the database is away")
	send(vip, http.StatusInternalServerError)
	tags.err = nil
	send(vip, http.StatusOK)
	send(vip, http.StatusOK)
	send(vip.WithSecret("guess"), http.StatusUnauthorized)
	send(livechattest.Build.ThreadClosed(), http.StatusOK)
	send(livechattest.Unknown(), http.StatusOK)
	send(livechattest.Malformed()[0].Case, http.StatusBadRequest)
	broken := livechattest.Broken()
	send(broken[len(broken)-1].Case, http.StatusOK)
	if tags.tags["chat"] != "vip" || len(s.Kept.Bodies()) != 1 {
		t.Errorf("tags %v, %d kept", tags.tags, len(s.Kept.Bodies()))
	}
	for path, want := range map[string]string{
		"/metrics": `webhook_deliveries_total{outcome="duplicate"} 1
webhook_deliveries_total{outcome="failed"} 1
webhook_deliveries_total{outcome="handled"} 1
webhook_deliveries_total{outcome="ignored"} 1
webhook_deliveries_total{outcome="kept"} 1
webhook_deliveries_total{outcome="malformed"} 1
webhook_deliveries_total{outcome="permanent"} 1
webhook_deliveries_total{outcome="unproved"} 1
`,
		"/drift": "1 action \"\" \"/action\"\n0 more\n",
	} {
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if text, _ := io.ReadAll(w.Body); string(text) != want {
			t.Errorf("%s:\n%s", path, text)
		}
	}
	if strings.Contains(log.String(), livechattest.Secret) || !strings.Contains(log.String(), `"delivery":{"action":"chat_thread_tagged"`) {
		t.Errorf("log: %s", log.String())
	}
}

// TestPush takes pushes to the same handlers.
func TestPush(t *testing.T) {
	tags := &memory{tags: map[string]string{}}
	s, err := New(tags, livechattest.Secret, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	push := livechattest.BuildPush.ChatThreadTagged(func(_ *livechat.Delivery, p *livechat.ChatThreadTagged) { p.ChatID, p.Tag = "chat", "vip" })
	if err := s.Receiver.HandlePush(t.Context(), push.Message); err != nil || tags.tags["chat"] != "vip" {
		t.Errorf("%v, tags %v", err, tags.tags)
	}
}

// What the package's doc comment says to turn on.
func TestConformance(t *testing.T) { livechattest.Conformance(t) }
func FuzzConformance(f *testing.F) { livechattest.Fuzz(f) }
