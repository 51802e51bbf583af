// Package service shows a receiver with all that a service puts around it. Its
// tests are an ordinary consumer's: they use the test kit and nothing else.
package service

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// Tags is where the service keeps the tags of chats.
type Tags interface {
	Tag(ctx context.Context, chat, tag string) error
}

// Service receives webhooks under /hooks, and says under /metrics and /drift
// what came.
type Service struct {
	Receiver *livechat.Receiver
	Metrics  *Metrics
	Kept     *Kept
	tags     Tags
}

// New returns a service. An error says what is wrong with secret.
func New(tags Tags, secret livechat.Secret, logger *slog.Logger) (*Service, error) {
	s := &Service{Metrics: &Metrics{}, Kept: &Kept{}, tags: tags}
	s.Receiver = &livechat.Receiver{
		Secrets:    []livechat.Secret{secret},
		Handlers:   &livechat.Handlers{ChatThreadTagged: s.tagged, ThreadClosed: s.closed},
		Middleware: []livechat.Middleware{s.logged},
		ActionMiddleware: map[livechat.Action][]livechat.Middleware{
			livechat.ActionThreadClosed: {permanent},
		},
		// This service sets tags and removes none: what is lost, should two
		// events have equal bodies, has changed nothing.
		Duplicates: livechat.NewMemoryDeduplicator(10_000, time.Hour),
		Digest:     true,
		OnInvalid:  s.Kept.keep,
		OnReport:   s.Metrics.report,
		Drift:      &livechat.Drift{},
		Logger:     logger,
	}
	return s, s.Receiver.Check()
}

// Handler returns what is to be served.
func (s *Service) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/hooks", s.Receiver) // all methods: the receiver answers 405 itself
	mux.Handle("GET /metrics", s.Metrics)
	mux.HandleFunc("GET /drift", s.drift)
	return mux
}

func (s *Service) tagged(ctx context.Context, _ *livechat.Delivery, p *livechat.ChatThreadTagged) error {
	return s.tags.Tag(ctx, p.ChatID, p.Tag)
}

func (s *Service) closed(context.Context, *livechat.Delivery, *livechat.ThreadClosed) error {
	return fmt.Errorf("this service closes nothing")
}

// logged is middleware: a delivery is logged as it is, since it redacts itself.
func (s *Service) logged(next livechat.HandlerFunc) livechat.HandlerFunc {
	return func(ctx context.Context, d *livechat.Delivery) error {
		s.Receiver.Logger.InfoContext(ctx, "received", "delivery", d)
		return next(ctx, d)
	}
}

// permanent is middleware that asks for no retry.
func permanent(next livechat.HandlerFunc) livechat.HandlerFunc {
	return func(ctx context.Context, d *livechat.Delivery) error { return livechat.Permanent(next(ctx, d)) }
}

func (s *Service) drift(w http.ResponseWriter, _ *http.Request) {
	counts, more := s.Receiver.Drift.Counts()
	for _, c := range counts {
		fmt.Fprintf(w, "%d %s %q %q\n", c.Count, c.Kind, c.Action, c.Pointer)
	}
	fmt.Fprintf(w, "%d more\n", more)
}
