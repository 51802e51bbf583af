// Command slack is a Slack app that answers those who mention it. Its tests are
// an ordinary consumer's: they use the test kit and nothing else.
//
// Set SLACK_SIGNING_SECRET to the signing secret of the app, have Slack reach
// the program over HTTPS, and give it the address of /slack/events as request
// URL of the app's event subscriptions: Slack's handshake is answered at once.
// Subscribe to app_mention.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/webhookgen/webhookgen/generated/slack"
)

const address = "localhost:8080"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, slack.Secret(os.Getenv("SLACK_SIGNING_SECRET"))); err != nil {
		slog.Error("slack", "error", err)
		os.Exit(1)
	}
}

// run serves until ctx ends, and then lets what has begun come to its end.
func run(ctx context.Context, secret slack.Secret) error {
	receiver, err := newReceiver(secret, printed, slog.Default())
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/slack/events", receiver)
	server := &http.Server{Addr: address, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return errors.Join(server.Shutdown(grace), receiver.Shutdown(grace))
}

// printed stands for a call of chat.postMessage.
func printed(_ context.Context, m message) error {
	_, err := fmt.Printf("to %s, thread %s: %s\n", m.channel, m.thread, m.text)
	return err
}
