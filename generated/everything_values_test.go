package generated_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/internal/everything/schema"
)

// everythingPayloads has the type of every action's payload.
var everythingPayloads = map[everything.Action]any{
	everything.ActionScalars:      everything.Scalars{},
	everything.ActionScalarsAgain: everything.ScalarsAgain{},
	everything.ActionOptional:     everything.Optional{},
	everything.ActionCanBeNull:    everything.CanBeNull{},
	everything.ActionBoth:         everything.Both{},
	everything.ActionLists:        everything.Lists{},
	everything.ActionMaps:         everything.Maps{},
	everything.ActionMaybeWrapped: everything.MaybeWrapped{},
	everything.ActionAliases:      everything.Aliases{},
	everything.ActionRenamed:      everything.Renamed{},
	//lint:ignore SA1019 what is deprecated works all the same
	everything.ActionOddNames: everything.OddNames{},
	everything.ActionTrials:   everything.Trials{},
	everything.ActionBounds:   everything.Bounds{},
	everything.ActionTried:    everything.Tried{},
	everything.ActionEmpty:    everything.Empty{},
}

func everythingBuilder(seed uint64) *conformance.Builder {
	b := conformance.NewBuilder(seed)
	b.Variants((*everything.Circle)(nil), (*everything.Polygon)(nil), (*everything.ShapeGroup)(nil), (*everything.Label)(nil),
		(*everything.UnknownShape)(nil), (*everything.UnknownPayload)(nil))
	for _, action := range everything.Actions() {
		b.Variants(reflect.New(reflect.TypeOf(everythingPayloads[action])).Interface())
	}
	b.Makers(
		everything.MixedOfBool, everything.MixedOfList, everything.MixedOfNumber, everything.MixedOfObject, everything.MixedOfString,
		everything.OpenMixedOfInt, everything.OpenMixedOfString, everything.ClosedMixedOfInt, everything.ClosedMixedOfObject,
		everything.ClosedMixedOfString, everything.ListOrMapOfList, everything.ListOrMapOfObject,
		everything.MaybeMixedOfNull, everything.MaybeMixedOfString, everything.MaybeMixedOfObject,
		everything.ClosedMaybeMixedOfNull, everything.ClosedMaybeMixedOfInt, everything.ClosedMaybeMixedOfBool,
		func(raw json.RawMessage) (v everything.MaybeMixed) { _ = json.Unmarshal(raw, &v); return v },
		func(raw json.RawMessage) (v everything.OpenMixed) { _ = json.Unmarshal(raw, &v); return v },
		func(kind string) everything.UnknownShape {
			return everything.UnknownShape{Type: kind, Raw: object("type", kind)}
		},
		func(raw json.RawMessage) everything.UnknownPayload {
			return everything.UnknownPayload{Action: "zzz", Raw: raw}
		},
	)
	everythingTrials(b)
	b.Makers(everythingNullable[string]()...)
	b.Makers(everythingNullable[int64]()...)
	b.Makers(everythingNullable[float64]()...)
	b.Makers(everythingNullable[[]everything.Leaf]()...)
	b.Makers(everythingNullable[map[string]everything.Leaf]()...)
	b.Makers(everythingNullable[everything.Leaf]()...)
	b.Makers(everythingNullable[everything.Colour]()...)
	b.Makers(everythingNullable[everything.Side]()...)
	b.Makers(everythingNullable[everything.Shape]()...)
	b.Makers(everythingNullable[everything.Mixed]()...)
	b.Makers(everythingNullable[everything.Amount]()...)
	b.Makers(everythingNullable[everything.Tags]()...)
	return b
}

// everythingTrials adds makers of unions by trial, which have one field set.
func everythingTrials(b *conformance.Builder) {
	b.Makers(everythingNullable[everything.Target]()...)
	b.Makers(everythingNullable[everything.OpenFirst]()...)
	b.Makers(everythingNullable[everything.Word]()...)
	b.Makers(
		func(v everything.UserTarget) everything.Tried { return everything.Tried{UserTarget: &v} },
		func(v everything.GroupTarget) everything.Tried { return everything.Tried{GroupTarget: &v} },
		func(v everything.Circle) everything.Tried { return everything.Tried{Circle: &v} },
		func(v everything.UserTarget) everything.Target { return everything.Target{UserTarget: &v} },
		func(v everything.GroupTarget) everything.Target { return everything.Target{GroupTarget: &v} },
		func(v everything.Side) everything.Target { return everything.Target{Side: &v} },
		func(v []everything.Target) everything.Target { return everything.Target{List: v} },
		func(v everything.Word) everything.Target { return everything.Target{Word: &v} },
		func(v everything.Word, w everything.Side) everything.Target {
			return everything.Target{Word: &v, Side: &w}
		},
		func(v everything.UserTarget) everything.OpenTarget { return everything.OpenTarget{UserTarget: &v} },
		func(v everything.ClosedShape) everything.OpenTarget { return everything.OpenTarget{ClosedShape: v} },
		func(v []everything.FirstTarget) everything.OpenTarget { return everything.OpenTarget{List: v} },
		func(v float64) everything.OpenTarget { return everything.OpenTarget{Number: &v} },
		func() everything.OpenTarget { x := "x"; return everything.OpenTarget{Const: &x} },
		func(v everything.Words) everything.OpenTarget { return everything.OpenTarget{Words: &v} },
		func(v everything.Side) everything.Words { return everything.Words{Side: &v} },
		func(v everything.Word) everything.Words { return everything.Words{Word: &v} },
		func(v json.RawMessage) everything.OpenTarget { return everything.OpenTarget{Raw: v} },
		func(v everything.ClosedShape) everything.FirstTarget { return everything.FirstTarget{ClosedShape: v} },
		func(v everything.GroupTarget) everything.FirstTarget { return everything.FirstTarget{GroupTarget: &v} },
		func(v map[string]everything.Score) everything.FirstTarget { return everything.FirstTarget{Map: v} },
		func(v []everything.MaybeWrappedBody) everything.FirstTarget { return everything.FirstTarget{List: v} },
		func(v bool) everything.FirstTarget { return everything.FirstTarget{Bool: &v} },
		func(v everything.Tags) everything.OpenFirst { return everything.OpenFirst{Tags: v} },
		func(v []float64) everything.OpenFirst { return everything.OpenFirst{List: v} },
		func(v everything.ClosedMixed) everything.OpenFirst { return everything.OpenFirst{ClosedMixed: &v} },
		func(v everything.Timestamp) everything.OpenFirst { return everything.OpenFirst{Time: &v} },
		func(v json.RawMessage) everything.OpenFirst { return everything.OpenFirst{Raw: v} },
	)
}

func everythingNullable[T any]() []any {
	missing := func() (n everything.Nullable[T]) { return n }
	return []any{everything.NullableOf[T], everything.Null[T], missing}
}

func TestEverythingPayloadValues(t *testing.T) {
	for _, action := range everything.Actions() {
		b := everythingBuilder(1)
		testValues(t, 100, func() value { return b.Build(everythingPayloads[action]).(value) },
			func(text []byte) (any, error) { return everything.ParsePayload(action, text) },
			func(text []byte) error { return schema.Validate(string(action), text) })
	}
}

func TestEverythingDeliveryValues(t *testing.T) {
	b := everythingBuilder(2)
	b.Mend(func(d *everything.Delivery) { d.Action = actionOf(everythingPayloads, d.Payload) })
	build := func() value {
		d := b.Build(everything.Delivery{}).(*everything.Delivery)
		d.Push = nil
		return d
	}
	testValues(t, 300, build, func(text []byte) (any, error) { return everything.Parse(text) }, schema.ValidateDelivery)
}

func TestEverythingPushValues(t *testing.T) {
	b := everythingBuilder(3)
	b.Mend(func(d *everything.Delivery) {
		d.Action = actionOf(everythingPayloads, d.Payload)
		if d.Push == nil {
			d.Push = new(everything.Push)
		}
		d.Push.Name = string(d.Action)
		for _, push := range d.Action.Push() {
			d.Push.Name = push.Name
		}
	})
	build := func() value {
		d := b.Build(everything.Delivery{}).(*everything.Delivery)
		if d.Push == nil {
			d.Push = new(everything.Push)
		}
		return &everything.Delivery{Action: d.Action, Payload: d.Payload, Push: d.Push}
	}
	testValues(t, 300, build, func(text []byte) (any, error) { return everything.ParsePush(text) }, schema.ValidatePush)
}

// Types that are not the payload of an action are read by json.Unmarshal alone.
func TestEverythingTypeValues(t *testing.T) {
	for _, example := range []any{
		everything.Amount{}, everything.Circle{}, everything.ClosedLeaf{}, everything.ClosedMixed{}, everything.Label{},
		everything.Leaf{}, everything.ListOrMap{}, everything.MaybeAmount{}, everything.MaybeMixed{}, everything.ClosedMaybeMixed{},
		everything.MaybeWrappedBody{}, everything.Mixed{}, everything.OpenMixed{},
		everything.Polygon{}, everything.ShapeGroup{}, everything.UnknownShape{}, everything.WrappedAny{},
		everything.WrappedList{}, everything.WrappedMap{}, everything.Always(""), everything.Colour(""), everything.Name(""),
		everything.Ratio(0), everything.Score(0), everything.Side(""), everything.Tags(nil), everything.Tree(nil),
	} {
		b := everythingBuilder(4)
		testValues(t, 50, func() value { return b.Build(example).(value) },
			func(text []byte) (any, error) { return unmarshal(text, example) }, anything)
	}
}

// TestConstEscapes has JSON texts for a constant with a backslash: the text
// itself means something else.
func TestConstEscapes(t *testing.T) {
	const want = `q\u0041é`
	for literal, ok := range map[string]bool{
		`"q\\u0041é"`:           true,
		`"\u0071\\u0041\u00e9"`: true,
		`"q\u0041é"`:            false,
		`"` + "qA\u00e9" + `"`:  false,
		`"q\\u0041"`:            false,
		`"q\\u0041éx"`:          false,
	} {
		body := []byte(`{"token":"s","delivery":"d","version":1,"event":"optional","body":{"escaped":` + literal + `}}`)
		d, err := everything.Parse(body)
		if schemaErr := schema.ValidateDelivery(body); (err == nil) != ok || (schemaErr == nil) != ok {
			t.Errorf("%s: %v, and by the schema %v", literal, err, schemaErr)
		}
		if err == nil && *d.Payload.(*everything.Optional).Escaped != want {
			t.Errorf("%s is read as another text", literal)
		}
	}
}
