package judges

import (
	"io/fs"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	everythingschema "github.com/webhookgen/webhookgen/generated/internal/everything/schema"
	"github.com/webhookgen/webhookgen/generated/livechat"
	livechatschema "github.com/webhookgen/webhookgen/generated/livechat/schema"
	livechat36 "github.com/webhookgen/webhookgen/generated/livechat/v36"
	livechat36schema "github.com/webhookgen/webhookgen/generated/livechat/v36/schema"
	"github.com/webhookgen/webhookgen/generated/slack"
	slackschema "github.com/webhookgen/webhookgen/generated/slack/schema"
	"github.com/webhookgen/webhookgen/generated/standardwebhooks"
	standardschema "github.com/webhookgen/webhookgen/generated/standardwebhooks/schema"
)

// Subject is a generated package with its schemas and its samples.
type Subject struct {
	Name      string
	Schemas   fs.FS
	CheckJSON func([]byte) error // the strict scanner, in front of every schema

	parse, push func([]byte) (Delivery, error)
	folders     []string
	kit         func() []made
}

// Parse has the generated code read the body of a webhook, or a push.
func (s *Subject) Parse(push bool, text []byte) (Delivery, error) {
	if push {
		return s.push(text)
	}
	return s.parse(text)
}

// Delivery is what a generated package makes of an input.
type Delivery interface {
	Validate() error
	AppendJSON([]byte) ([]byte, error)
}

// Subjects are generated packages of this repository.
var Subjects = []*Subject{
	{
		Name:      "slack",
		Schemas:   slackschema.FS(),
		CheckJSON: slack.CheckJSON,
		parse:     func(b []byte) (Delivery, error) { return slack.Parse(nil, b) },
		folders:   []string{"../../spec/slack/testdata/valid"},
		kit:       kitOfSlack,
	},
	{
		Name:      "standardwebhooks",
		Schemas:   standardschema.FS(),
		CheckJSON: standardwebhooks.CheckJSON,
		parse:     func(b []byte) (Delivery, error) { return standardwebhooks.Parse(nil, b) },
		folders:   []string{"../../spec/standardwebhooks/testdata/valid"},
		kit:       kitOfStandardWebhooks,
	},
	{
		Name:      "livechat 3.6",
		Schemas:   livechat36schema.FS(),
		CheckJSON: livechat36.CheckJSON,
		parse:     func(b []byte) (Delivery, error) { return livechat36.Parse(b) },
		push:      func(b []byte) (Delivery, error) { return livechat36.ParsePush(b) },
		folders:   []string{"../../spec/livechat/testdata/v3.6/valid", "testdata/livechat36/valid", "../../spec/livechat/testdata/v3.6/push"},
		kit:       kitOfLiveChat36,
	},
	{
		Name:      "livechat",
		Schemas:   livechatschema.FS(),
		CheckJSON: livechat.CheckJSON,
		parse:     func(b []byte) (Delivery, error) { return livechat.Parse(b) },
		push:      func(b []byte) (Delivery, error) { return livechat.ParsePush(b) },
		folders: []string{
			"../../spec/livechat/testdata/v3.0/valid", "testdata/livechat/valid",
			"../../spec/livechat/testdata/v3.0/push", "testdata/livechat/push",
		},
		kit: kitOfLiveChat,
	},
	{
		Name:      "everything",
		Schemas:   everythingschema.FS(),
		CheckJSON: everything.CheckJSON,
		parse:     func(b []byte) (Delivery, error) { return everything.Parse(b) },
		push:      func(b []byte) (Delivery, error) { return everything.ParsePush(b) },
		folders: []string{
			"../internal/testdata/everything/valid", "testdata/everything/valid", "testdata/everything/invalid",
			"../internal/testdata/everything/push", "testdata/everything/push", "testdata/everything/push-invalid",
		},
		kit: kitOfEverything,
	},
}
