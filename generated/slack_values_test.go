package generated_test

import (
	"reflect"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/slack"
	"github.com/webhookgen/webhookgen/generated/slack/schema"
)

// slackPayloads has the type of every action's payload.
var slackPayloads = map[slack.Action]any{
	slack.ActionMessage:               slack.Message{},
	slack.ActionAppMention:            slack.AppMention{},
	slack.ActionReactionAdded:         slack.ReactionAdded{},
	slack.ActionReactionRemoved:       slack.ReactionRemoved{},
	slack.ActionPinAdded:              slack.PinAdded{},
	slack.ActionPinRemoved:            slack.PinRemoved{},
	slack.ActionStarAdded:             slack.StarAdded{},
	slack.ActionStarRemoved:           slack.StarRemoved{},
	slack.ActionLinkShared:            slack.LinkShared{},
	slack.ActionChannelCreated:        slack.ChannelCreated{},
	slack.ActionChannelArchive:        slack.ChannelArchive{},
	slack.ActionChannelUnarchive:      slack.ChannelUnarchive{},
	slack.ActionChannelDeleted:        slack.ChannelDeleted{},
	slack.ActionChannelRename:         slack.ChannelRename{},
	slack.ActionChannelLeft:           slack.ChannelLeft{},
	slack.ActionChannelIDChanged:      slack.ChannelIDChanged{},
	slack.ActionChannelShared:         slack.ChannelShared{},
	slack.ActionChannelUnshared:       slack.ChannelUnshared{},
	slack.ActionMemberJoinedChannel:   slack.MemberJoinedChannel{},
	slack.ActionMemberLeftChannel:     slack.MemberLeftChannel{},
	slack.ActionAppHomeOpened:         slack.AppHomeOpened{},
	slack.ActionAppUninstalled:        slack.AppUninstalled{},
	slack.ActionTokensRevoked:         slack.TokensRevoked{},
	slack.ActionFileCreated:           slack.FileCreated{},
	slack.ActionFileShared:            slack.FileShared{},
	slack.ActionFilePublic:            slack.FilePublic{},
	slack.ActionFileChange:            slack.FileChange{},
	slack.ActionFileDeleted:           slack.FileDeleted{},
	slack.ActionTeamJoin:              slack.TeamJoin{},
	slack.ActionUserChange:            slack.UserChange{},
	slack.ActionDndUpdatedUser:        slack.DndUpdatedUser{},
	slack.ActionSubteamCreated:        slack.SubteamCreated{},
	slack.ActionSubteamUpdated:        slack.SubteamUpdated{},
	slack.ActionSubteamMembersChanged: slack.SubteamMembersChanged{},
	slack.ActionSubteamSelfAdded:      slack.SubteamSelfAdded{},
	slack.ActionSubteamSelfRemoved:    slack.SubteamSelfRemoved{},
	slack.ActionEmojiChanged:          slack.EmojiChanged{},
	slack.ActionTeamRename:            slack.TeamRename{},
	slack.ActionTeamDomainChange:      slack.TeamDomainChange{},
}

func slackBuilder(seed uint64) *conformance.Builder {
	b := conformance.NewBuilder(seed)
	b.Variants(
		(*slack.MessageItem)(nil), (*slack.FileItem)(nil), (*slack.FileCommentItem)(nil), (*slack.UnknownReactionItem)(nil),
		(*slack.PinnedMessage)(nil), (*slack.PinnedFile)(nil), (*slack.UnknownPinnedItem)(nil),
		(*slack.StarredMessage)(nil), (*slack.StarredFile)(nil), (*slack.StarredChannel)(nil), (*slack.UnknownStarredItem)(nil),
		(*slack.UnknownPayload)(nil), (*slack.Handshake)(nil))
	for _, action := range slack.Actions() {
		b.Variants(reflect.New(reflect.TypeOf(slackPayloads[action])).Interface())
	}
	b.Makers(
		slack.AttachmentTimeOfString, slack.AttachmentTimeOfNumber, slack.CountOfInt, slack.CountOfString,
		slack.PinCountOfString, slack.PinCountOfInt, slack.ProfileFieldsOfObject, slack.ProfileFieldsOfList,
		slack.NullableOf[string], slack.Null[string], func() (n slack.Nullable[string]) { return n },
		slack.NullableOf[slack.ProfileFields], slack.Null[slack.ProfileFields], func() (n slack.Nullable[slack.ProfileFields]) { return n },
		func(kind string) slack.UnknownReactionItem {
			return slack.UnknownReactionItem{Type: kind, Raw: object("type", kind)}
		},
		func(kind string) slack.UnknownPinnedItem {
			return slack.UnknownPinnedItem{Type: kind, Raw: object("type", kind)}
		},
		func(kind string) slack.UnknownStarredItem {
			return slack.UnknownStarredItem{Type: kind, Raw: object("type", kind)}
		},
		func(text string) slack.UnknownPayload {
			return slack.UnknownPayload{Action: slack.Action(text), Raw: object("type", text)}
		},
	)
	return b
}

func TestSlackPayloadValues(t *testing.T) {
	for _, action := range slack.Actions() {
		b := slackBuilder(1)
		testValues(t, 30, func() value { return b.Build(slackPayloads[action]).(value) },
			func(text []byte) (any, error) { return slack.ParsePayload(action, text) },
			func(text []byte) error { return schema.Validate(string(action), text) })
	}
}

func TestSlackDeliveryValues(t *testing.T) {
	b := slackBuilder(2)
	b.Mend(func(d *slack.Delivery) {
		d.Action = actionOf(slackPayloads, d.Payload)
		switch p := d.Payload.(type) {
		case *slack.UnknownPayload:
			d.Action = p.Action
		case *slack.Handshake:
			*d = slack.Delivery{Payload: p}
		default:
			if kind := reflect.ValueOf(p); kind.IsValid() && !kind.IsNil() && kind.Elem().FieldByName("Type").IsValid() {
				kind.Elem().FieldByName("Type").SetString(string(d.Action))
			}
		}
	})
	build := func() value {
		d := b.Build(slack.Delivery{}).(*slack.Delivery)
		if _, ok := d.Payload.(*slack.Handshake); ok {
			return &slack.Delivery{Action: d.Action, Payload: d.Payload}
		}
		return d
	}
	testValues(t, 300, build, func(text []byte) (any, error) { return slack.Parse(nil, text) }, schema.ValidateDelivery)
}
