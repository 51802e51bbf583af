package schema_test

import (
	"slices"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

func TestMemberUnions(t *testing.T) {
	agent := decl("Agent", object(field("type", &spec.Const{Value: "agent"}), field("desk", whole)))
	bot := decl("Bot", object(field("type", text), field("name", text)))
	variants := []*spec.MemberVariant{
		{Decl: agent, Values: []string{"agent"}},
		{Decl: bot, Values: []string{"bot", "robot"}},
	}
	open := decl("Open", &spec.MemberUnion{Member: "type", Variants: variants})
	closed := decl("Closed", &spec.MemberUnion{Member: "type", Variants: variants, Closed: true})
	both := slices.Concat(
		accept(`{"type":"agent","desk":1}`, `{"type":"bot","name":"b"}`, `{"type":"robot","name":"b","more":1}`),
		refuse("", `{}`, `1`, `null`, `[]`, `{"desk":1}`, `{"type":"agent"}`, `{"type":"robot"}`),
		refuse("/type", `{"type":1}`, `{"type":null}`),
		refuse("/desk", `{"type":"agent","desk":null}`),
	)
	unknown := `{"type":"ghost","desk":null}`
	types := []*spec.TypeDecl{agent, bot, open, closed}
	t.Run("open", func(t *testing.T) { judge(t, ref(open), types, append(accept(unknown), both...)) })
	t.Run("closed", func(t *testing.T) { judge(t, ref(closed), types, append(refuse("/type", unknown), both...)) })
}

func TestKindUnions(t *testing.T) {
	point := decl("Point", object(field("x", whole)))
	variants := []*spec.KindVariant{
		{Kind: spec.KindString, Type: text},
		{Kind: spec.KindNumber, Type: whole},
		{Kind: spec.KindObject, Type: ref(point)},
	}
	open := decl("Open", &spec.KindUnion{Variants: variants})
	closed := decl("Closed", &spec.KindUnion{Variants: variants, Closed: true})
	wrapped := decl("Wrapped", &spec.Wrapped{Member: "value", Type: ref(closed)})
	both := slices.Concat(
		accept(`"a"`, `1`, `1.0`, `{"x":1}`),
		refuse("", `null`, `1.5`, `{}`), refuse("/x", `{"x":true}`),
	)
	types := []*spec.TypeDecl{point, open, closed, wrapped}
	t.Run("open", func(t *testing.T) { judge(t, ref(open), types, append(accept(`true`, `[]`, `[null]`), both...)) })
	t.Run("closed", func(t *testing.T) { judge(t, ref(closed), types, append(refuse("", `true`, `[]`), both...)) })
	t.Run("wrapped", func(t *testing.T) {
		judge(t, ref(wrapped), types, slices.Concat(both, accept(`{"value":1}`), refuse("/value", `{"value":true}`)))
	})
	t.Run("nullable", func(t *testing.T) {
		judge(t, &spec.List{Elem: nullable(ref(closed)), Max: -1}, types, slices.Concat(accept(`[null]`), refuse("/0", `[true]`)))
	})
}
