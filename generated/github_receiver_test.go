package generated_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/github"
	"github.com/webhookgen/webhookgen/generated/github/githubtest"
)

// TestGitHubLabel is a consumer: it labels issues that mention a crash.
func TestGitHubLabel(t *testing.T) {
	labels := map[int64]string{}
	receiver := &github.Receiver{Secrets: []github.Secret{githubtest.Secret}, Handlers: &github.Handlers{
		IssuesOpened: func(_ context.Context, _ *github.Delivery, opened *github.IssuesOpened) error {
			if strings.Contains(opened.Issue.Title, "crash") {
				labels[opened.Issue.Number] = "bug"
			}
			return nil
		},
	}}
	crash := githubtest.Build.IssuesOpened(func(_ *github.Delivery, p *github.IssuesOpened) { p.Issue.Number, p.Issue.Title = 7, "It crashes" })
	if answer := githubtest.Send(receiver, crash); answer.StatusCode != 200 || labels[7] != "bug" {
		t.Errorf("%d, %v", answer.StatusCode, labels)
	}
}

// TestGitHubSignature is the example of GitHub's documentation.
func TestGitHubSignature(t *testing.T) {
	const secret, body = "It's a Secret to Everybody", "Hello, World!"
	const signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
	if err := github.Verify(http.Header{"X-Hub-Signature-256": {signature}}, []byte(body), secret); err != nil {
		t.Error(err)
	}
	if err := github.Verify(http.Header{"X-Hub-Signature-256": {signature}}, []byte(body+" "), secret); err == nil {
		t.Error("another body is proved")
	}
}

// TestGitHubServer posts deliveries over HTTP, as JSON and as forms. What is
// signed is the body as it is sent.
func TestGitHubServer(t *testing.T) {
	var recorder githubtest.Recorder
	server := httptest.NewServer(&github.Receiver{
		Handlers: recorder.Handlers(), Secrets: []github.Secret{githubtest.Secret}, Logger: slog.New(slog.DiscardHandler),
		Duplicates: github.NewMemoryDeduplicator(100, time.Hour),
	})
	defer server.Close()
	opened := string(readCorpus(t, gitHubCorpus)["issues__opened.json"])
	form := "payload=" + url.QueryEscape(opened)
	post := func(contentType, body, signed, id string) int {
		header := http.Header{"Content-Type": {contentType}, "X-Github-Event": {"issues"}, "X-Github-Delivery": {id}}
		githubtest.Sign(header, []byte(signed), githubtest.Secret, time.Now())
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header = header
		answer, err := server.Client().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		return answer.StatusCode
	}
	const json = "application/json"
	for _, c := range []struct {
		name, contentType, body, signed, id string
		status                              int
		handled                             github.Action
	}{
		{"JSON", json, opened, opened, "1", 200, github.ActionIssuesOpened},
		{"the same again", json, opened, opened, "1", 200, ""},
		{"a form", formType, form, form, "2", 200, github.ActionIssuesOpened},
		{"a form signed for its JSON", formType, form, opened, "3", 401, ""},
		{"another body", json, opened + " ", opened, "4", 401, ""},
		{"an action of tomorrow", json, `{"action":"sung"}`, `{"action":"sung"}`, "5", 200, "issues.sung"},
		{"an issue that is none", json, `{"action":"opened"}`, `{"action":"opened"}`, "6", 422, ""},
	} {
		before := len(recorder.Deliveries())
		status := post(c.contentType, c.body, c.signed, c.id)
		var handled []github.Action
		for _, d := range recorder.Deliveries()[before:] {
			handled = append(handled, d.Action)
		}
		want := []github.Action{c.handled}
		if c.handled == "" {
			want = nil
		}
		if status != c.status || !slices.Equal(handled, want) {
			t.Errorf("%s: %d and %q, want %d and %q", c.name, status, handled, c.status, want)
		}
	}
}
