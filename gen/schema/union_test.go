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

func TestTrialUnions(t *testing.T) {
	user := decl("User", &spec.Object{Closed: true, Fields: []*spec.Field{field("id", whole), optional("name", text)}})
	group := decl("Group", object(field("id", whole), field("members", &spec.List{Elem: text, Max: -1})))
	variants := []*spec.TrialVariant{{Type: ref(user)}, {Type: ref(group)}, {Type: whole}, {Type: &spec.Number{Max: ptr(9.0)}}}
	union := func(exactly, closed bool) *spec.TypeDecl {
		return decl("Union", &spec.TrialUnion{Variants: variants, Exactly: exactly, Closed: closed})
	}
	fit := accept(`{"id":1}`, `{"id":1,"name":"a"}`, `{"id":1,"members":[]}`, `10`, `1.5`)
	several := []string{`1`, `9.0`}
	none := []string{`{}`, `{"id":1,"name":2}`, `{"id":1,"members":1}`, `10.5`, `"a"`, `[]`}
	for _, tt := range []struct {
		name  string
		union *spec.TypeDecl
		cases [][]verdict
	}{
		{"exactly one, closed", union(true, true), [][]verdict{fit, refuse("", several...), refuse("", none...)}},
		{"exactly one", union(true, false), [][]verdict{fit, refuse("", several...), accept(none...)}},
		{"first, closed", union(false, true), [][]verdict{fit, accept(several...), refuse("", none...)}},
		{"first", union(false, false), [][]verdict{fit, accept(several...), accept(none...)}},
	} {
		cases := append(slices.Concat(tt.cases...), refuse("", `null`)...)
		t.Run(tt.name, func(t *testing.T) {
			judge(t, ref(tt.union), []*spec.TypeDecl{user, group, tt.union}, cases)
		})
	}
}
