package generated_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/livechat/schema"
)

// livechatPayloads has the type of every action's payload.
var livechatPayloads = map[livechat.Action]any{
	livechat.ActionAccessGranted:               livechat.AccessGranted{},
	livechat.ActionAccessRevoked:               livechat.AccessRevoked{},
	livechat.ActionAccessSet:                   livechat.AccessSet{},
	livechat.ActionChatUserAdded:               livechat.ChatUserAdded{},
	livechat.ActionChatUserRemoved:             livechat.ChatUserRemoved{},
	livechat.ActionCustomerCreated:             livechat.CustomerCreated{},
	livechat.ActionIncomingEvent:               livechat.IncomingEvent{},
	livechat.ActionEventUpdated:                livechat.EventUpdated{},
	livechat.ActionChatPropertiesDeleted:       livechat.ChatPropertiesDeleted{},
	livechat.ActionChatThreadPropertiesDeleted: livechat.ChatThreadPropertiesDeleted{},
	livechat.ActionEventPropertiesDeleted:      livechat.EventPropertiesDeleted{},
	livechat.ActionChatPropertiesUpdated:       livechat.ChatPropertiesUpdated{},
	livechat.ActionChatThreadPropertiesUpdated: livechat.ChatThreadPropertiesUpdated{},
	livechat.ActionEventPropertiesUpdated:      livechat.EventPropertiesUpdated{},
	livechat.ActionChatThreadTagged:            livechat.ChatThreadTagged{},
	livechat.ActionChatThreadUntagged:          livechat.ChatThreadUntagged{},
	livechat.ActionIncomingChatThread:          livechat.IncomingChatThread{},
	livechat.ActionIncomingRichMessagePostback: livechat.IncomingRichMessagePostback{},
	livechat.ActionIncomingMulticast:           livechat.IncomingMulticast{},
	livechat.ActionIncomingTypingIndicator:     livechat.IncomingTypingIndicator{},
	livechat.ActionIncomingSneakPeek:           livechat.IncomingSneakPeek{},
	livechat.ActionThreadClosed:                livechat.ThreadClosed{},
	livechat.ActionLastSeenTimestampUpdated:    livechat.LastSeenTimestampUpdated{},
}

func livechatBuilder(seed uint64) *conformance.Builder {
	b := conformance.NewBuilder(seed)
	b.Variants(
		(*livechat.MessageEvent)(nil), (*livechat.FileEvent)(nil), (*livechat.FilledFormEvent)(nil), (*livechat.RichMessageEvent)(nil),
		(*livechat.SystemMessageEvent)(nil), (*livechat.CustomEvent)(nil), (*livechat.UnknownEvent)(nil),
		(*livechat.Agent)(nil), (*livechat.Customer)(nil), (*livechat.UnknownUser)(nil),
		(*livechat.TextFormField)(nil), (*livechat.ChoiceFormField)(nil), (*livechat.CheckboxFormField)(nil),
		(*livechat.GroupFormField)(nil), (*livechat.UnknownFormField)(nil), (*livechat.UnknownPayload)(nil))
	for _, action := range livechat.Actions() {
		b.Variants(reflect.New(reflect.TypeOf(livechatPayloads[action])).Interface())
	}
	b.Makers(
		livechat.ChoiceIDOfString, livechat.ChoiceIDOfInt,
		livechat.PropertyValueOfString, livechat.PropertyValueOfInt, livechat.PropertyValueOfBool,
		livechat.RestrictedAccessOfBool, livechat.RestrictedAccessOfString,
		func(raw json.RawMessage) (v livechat.PropertyValue) { _ = json.Unmarshal(raw, &v); return v },
		func(raw json.RawMessage) (v livechat.ChoiceID) { _ = json.Unmarshal(raw, &v); return v },
		func(kind string) livechat.UnknownEvent {
			return livechat.UnknownEvent{Type: kind, Raw: object("type", kind)}
		},
		func(kind string) livechat.UnknownUser {
			return livechat.UnknownUser{Type: kind, Raw: object("type", kind)}
		},
		func(kind string) livechat.UnknownFormField {
			return livechat.UnknownFormField{Type: kind, Raw: object("type", kind)}
		},
		func(raw json.RawMessage) livechat.UnknownPayload {
			return livechat.UnknownPayload{Action: "zzz", Raw: raw}
		},
	)
	return b
}

func TestLiveChatPayloadValues(t *testing.T) {
	for _, action := range livechat.Actions() {
		b := livechatBuilder(1)
		testValues(t, 50, func() value { return b.Build(livechatPayloads[action]).(value) },
			func(text []byte) (any, error) { return livechat.ParsePayload(action, text) },
			func(text []byte) error { return schema.Validate(string(action), text) })
	}
}

func TestLiveChatDeliveryValues(t *testing.T) {
	b := livechatBuilder(2)
	b.Mend(func(d *livechat.Delivery) { d.Action = actionOf(livechatPayloads, d.Payload) })
	build := func() value {
		d := b.Build(livechat.Delivery{}).(*livechat.Delivery)
		d.Push = nil
		return d
	}
	testValues(t, 300, build, func(text []byte) (any, error) { return livechat.Parse(text) }, schema.ValidateDelivery)
}

func TestLiveChatPushValues(t *testing.T) {
	b := livechatBuilder(3)
	b.Mend(func(d *livechat.Delivery) {
		d.Action = actionOf(livechatPayloads, d.Payload)
		if d.Push == nil {
			d.Push = new(livechat.Push)
		}
		d.Push.Name = string(d.Action)
		for _, push := range d.Action.Push() {
			d.Push.Name = push.Name
		}
	})
	build := func() value {
		d := b.Build(livechat.Delivery{}).(*livechat.Delivery)
		if d.Push == nil {
			d.Push = new(livechat.Push)
		}
		return &livechat.Delivery{Action: d.Action, Payload: d.Payload, Push: d.Push}
	}
	testValues(t, 300, build, func(text []byte) (any, error) { return livechat.ParsePush(text) }, schema.ValidatePush)
}
