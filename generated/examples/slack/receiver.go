package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"time"

	"github.com/webhookgen/webhookgen/generated/slack"
)

// message is what the app says.
type message struct{ channel, thread, text string }

// newReceiver returns what receives the app's events, and says what it has to
// say by say. An error says what is wrong with secret.
func newReceiver(secret slack.Secret, say func(context.Context, message) error, logger *slog.Logger) (*slack.Receiver, error) {
	r := &slack.Receiver{
		Secrets: []slack.Secret{secret},
		Handlers: &slack.Handlers{
			AppMention: func(ctx context.Context, _ *slack.Delivery, mention *slack.AppMention) error {
				return answer(ctx, mention, say)
			},
		},
		// Slack sends an event again unless it has its answer within three seconds.
		Duplicates: slack.NewMemoryDeduplicator(10_000, time.Hour),
		OnInvalid: func(ctx context.Context, invalid *slack.InvalidDelivery) bool {
			return limited(ctx, invalid, logger)
		},
		Logger: logger,
	}
	return r, r.Check()
}

// answer replies in the thread of a mention. Other apps get none: two of them
// could go on for ever.
func answer(ctx context.Context, mention *slack.AppMention, say func(context.Context, message) error) error {
	if mention.User == nil || mention.BotID != nil {
		return nil
	}
	thread := mention.Ts
	if mention.ThreadTs != nil {
		thread = *mention.ThreadTs
	}
	return say(ctx, message{mention.Channel, thread, "<@" + *mention.User + ">, you called?"})
}

// limited takes what comes in place of events once there are too many of them.
// It says whether that is what came.
func limited(ctx context.Context, invalid *slack.InvalidDelivery, logger *slog.Logger) bool {
	var body struct {
		Type   string `json:"type"`
		TeamID string `json:"team_id"`
		Minute int64  `json:"minute_rate_limited"`
	}
	if err := json.Unmarshal(invalid.Body, &body); err != nil || body.Type != "app_rate_limited" {
		return false
	}
	logger.WarnContext(ctx, "events are held back", "team", body.TeamID, "minute", time.Unix(body.Minute, 0).UTC())
	return true
}
