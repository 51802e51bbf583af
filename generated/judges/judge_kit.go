package judges

import (
	"github.com/webhookgen/webhookgen/generated/internal/everything/everythingtest"
	"github.com/webhookgen/webhookgen/generated/livechat/livechattest"
	livechat36test "github.com/webhookgen/webhookgen/generated/livechat/v36/livechattest"
	"github.com/webhookgen/webhookgen/generated/slack/slacktest"
	"github.com/webhookgen/webhookgen/generated/standardwebhooks/standardwebhookstest"
)

// made is a delivery, or a push, of the kit that is generated beside a package:
// with all members of a payload, with the fewest, and with one rule broken. The
// samples, which are real, lack most of them.
type made struct {
	push bool
	name string
	text []byte
}

func kitOfSlack() []made {
	var all []made
	for _, c := range slacktest.Valid() {
		all = append(all, made{false, c.Name, c.Body})
	}
	for _, c := range slacktest.Broken() {
		all = append(all, made{false, c.Name, c.Body})
	}
	return all
}

func kitOfStandardWebhooks() []made {
	var all []made
	for _, c := range standardwebhookstest.Valid() {
		all = append(all, made{false, c.Name, c.Body})
	}
	for _, c := range standardwebhookstest.Broken() {
		all = append(all, made{false, c.Name, c.Body})
	}
	return all
}

func kitOfLiveChat() []made {
	var all []made
	for _, c := range livechattest.Valid() {
		all = append(all, made{false, c.Name, c.Body})
	}
	for _, c := range livechattest.Broken() {
		all = append(all, made{false, c.Name, c.Body})
	}
	for _, c := range livechattest.Pushes() {
		all = append(all, made{true, c.Name, c.Message})
	}
	for _, c := range livechattest.BrokenPushes() {
		all = append(all, made{true, c.Name, c.Message})
	}
	return all
}

func kitOfLiveChat36() []made {
	var all []made
	for _, c := range livechat36test.Valid() {
		all = append(all, made{false, c.Name, c.Body})
	}
	for _, c := range livechat36test.Broken() {
		all = append(all, made{false, c.Name, c.Body})
	}
	for _, c := range livechat36test.Pushes() {
		all = append(all, made{true, c.Name, c.Message})
	}
	for _, c := range livechat36test.BrokenPushes() {
		all = append(all, made{true, c.Name, c.Message})
	}
	return all
}

func kitOfEverything() []made {
	var all []made
	for _, c := range everythingtest.Valid() {
		all = append(all, made{false, c.Name, c.Body})
	}
	for _, c := range everythingtest.Broken() {
		all = append(all, made{false, c.Name, c.Body})
	}
	for _, c := range everythingtest.Pushes() {
		all = append(all, made{true, c.Name, c.Message})
	}
	for _, c := range everythingtest.BrokenPushes() {
		all = append(all, made{true, c.Name, c.Message})
	}
	return all
}
