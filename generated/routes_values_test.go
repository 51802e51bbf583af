package generated_test

import (
	"encoding/json"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/closed"
	closedschema "github.com/webhookgen/webhookgen/generated/internal/closed/schema"
	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/internal/events"
	eventsschema "github.com/webhookgen/webhookgen/generated/internal/events/schema"
	"github.com/webhookgen/webhookgen/generated/internal/paths"
	pathsschema "github.com/webhookgen/webhookgen/generated/internal/paths/schema"
)

// Deliveries that a program has built are valid just if the header and body
// that they are written as read as the same delivery.

func TestEventsValues(t *testing.T) {
	b := conformance.NewBuilder(1)
	b.Variants((*events.IssuesOpened)(nil), (*events.IssuesClosed)(nil), (*events.IssuesLabeledByBot)(nil), (*events.LabelRenamed)(nil),
		(*events.Label)(nil), (*events.Pushed)(nil), (*events.Dispatched)(nil), (*events.UnknownPayload)(nil))
	b.Makers(
		func(text string) events.UnknownPayload {
			return events.UnknownPayload{Action: events.Action("star." + text), Raw: object("action", text)}
		},
		func(raw json.RawMessage) events.UnknownPayload {
			return events.UnknownPayload{Action: "star", Raw: raw}
		},
	)
	b.Mend(func(d *events.Delivery) {
		switch p := d.Payload.(type) {
		case *events.IssuesOpened:
			d.Action = events.ActionIssuesOpened
		case *events.IssuesClosed:
			d.Action = events.ActionIssuesClosed
		case *events.IssuesLabeledByBot:
			d.Action, p.Action = events.ActionIssuesLabeledByBot, "labeled.by.bot"
		case *events.LabelRenamed:
			d.Action, p.Action = events.ActionLabelRenamed, "renamed"
		case *events.Label:
			d.Action = events.ActionLabel
		case *events.Pushed:
			d.Action = events.ActionPushed
		case *events.Dispatched:
			d.Action = events.ActionDispatched
		case *events.UnknownPayload:
			d.Action = p.Action
		}
	})
	var built *events.Delivery
	testValues(t, 500, func() value {
		built = b.Build(events.Delivery{}).(*events.Delivery)
		return built
	}, func(text []byte) (any, error) { return events.Parse(built.Header(), text) },
		func(text []byte) error { return eventsschema.ValidateRequest(built.Header(), text) })
}

func TestClosedValues(t *testing.T) {
	b := conformance.NewBuilder(2)
	b.Variants((*closed.OrderMade)(nil), (*closed.OrderPaid)(nil), (*closed.OrdersGone)(nil), (*closed.Pinged)(nil), (*closed.UnknownPayload)(nil))
	b.Makers(
		func(raw json.RawMessage) closed.UnknownPayload {
			return closed.UnknownPayload{Action: "star.new", Raw: raw}
		},
	)
	b.Mend(func(d *closed.Delivery) {
		kind := closed.Kind("new")
		switch d.Payload.(type) {
		case *closed.OrderMade:
			d.Action, kind = closed.ActionOrderMade, "made"
		case *closed.OrderPaid:
			d.Action, kind = closed.ActionOrderPaid, "paid"
		case *closed.OrdersGone:
			d.Action, kind = closed.ActionOrdersGone, "gone"
		case *closed.Pinged:
			d.Action = closed.ActionPinged
		case *closed.UnknownPayload:
			d.Action = "star.new"
		}
		d.Meta.Kind = &kind
	})
	var built *closed.Delivery
	testValues(t, 500, func() value {
		built = b.Build(closed.Delivery{}).(*closed.Delivery)
		return built
	}, func(text []byte) (any, error) { return closed.Parse(built.Header(), text) },
		func(text []byte) error { return closedschema.ValidateRequest(built.Header(), text) })
}

func TestPathsValues(t *testing.T) {
	b := conformance.NewBuilder(3)
	b.Variants((*paths.Message)(nil), (*paths.ChannelCreated)(nil), (*paths.ReactionAdded)(nil), (*paths.UnknownPayload)(nil), (*paths.Handshake)(nil))
	b.Makers(
		func(text string) paths.UnknownPayload {
			return paths.UnknownPayload{Action: paths.Action(text), Raw: object("type", text)}
		},
	)
	b.Mend(func(d *paths.Delivery) {
		switch p := d.Payload.(type) {
		case *paths.Message:
			d.Action = paths.ActionMessage
		case *paths.ChannelCreated:
			d.Action, p.Type = paths.ActionChannelCreated, "channel_created"
		case *paths.ReactionAdded:
			d.Action, p.Type = paths.ActionReactionAdded, "reaction.added"
		case *paths.UnknownPayload:
			d.Action = p.Action
		case *paths.Handshake:
			*d = paths.Delivery{Payload: d.Payload}
		}
	})
	build := func() value {
		d := b.Build(paths.Delivery{}).(*paths.Delivery)
		if _, ok := d.Payload.(*paths.Handshake); ok {
			return &paths.Delivery{Action: d.Action, Payload: d.Payload}
		}
		d.Push = nil
		return d
	}
	testValues(t, 500, build, func(text []byte) (any, error) { return paths.Parse(text) }, pathsschema.ValidateDelivery)
}
