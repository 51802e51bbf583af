package kit

import (
	"encoding/json"

	"github.com/webhookgen/webhookgen/spec"
)

// bodyOf returns the node of a declared type.
func bodyOf(body spec.Body) *node {
	switch b := body.(type) {
	case *spec.Object:
		return &node{Kind: "object", Closed: b.Closed, fields: fieldsOf(b.Fields)}
	case *spec.Enum:
		n := &node{Kind: "enum", Closed: b.Closed}
		for _, v := range b.Values {
			n.Texts = append(n.Texts, v.Value)
		}
		return n
	case *spec.MemberUnion:
		return memberUnionOf(b)
	case *spec.KindUnion:
		return kindUnionOf(b)
	case *spec.TrialUnion:
		return trialUnionOf(b)
	case *spec.Wrapped:
		return &node{Kind: "wrapped", Member: b.Member, Elem: typeOf(b.Type)}
	case *spec.Alias:
		return typeOf(b.Type)
	}
	panic("kit: a declaration that spec does not have")
}

func fieldsOf(fields []*spec.Field) []field {
	var out []field
	for _, f := range fields {
		out = append(out, field{
			Name: f.Name, Older: f.OlderNames, Optional: f.Optional != spec.Required, Nullable: f.Nullable,
			Sample: json.RawMessage(f.Sample), Value: typeOf(f.Type),
		})
	}
	return out
}

var scalarKinds = map[spec.ScalarKind]string{spec.String: "text", spec.Timestamp: "text", spec.Bool: "bool", spec.Any: "any"}

// typeOf returns the node of a type where it is used.
func typeOf(t spec.Type) *node {
	switch t := t.(type) {
	case *spec.Scalar:
		return &node{Kind: scalarKinds[t.Kind]}
	case *spec.Text:
		return &node{Kind: "text", Bounded: true, Min: t.Min, Max: &t.Max}
	case *spec.Int:
		return &node{Kind: "int", Low: bound(t.Min), High: bound(t.Max)}
	case *spec.Number:
		return &node{Kind: "number", Low: bound(t.Min), High: bound(t.Max)}
	case *spec.Const:
		return &node{Kind: "const", Const: textOf(t.Value)}
	case *spec.List:
		return &node{Kind: "list", Min: t.Min, Max: &t.Max, Elem: typeOf(t.Elem)}
	case *spec.Map:
		return &node{Kind: "map", Elem: typeOf(t.Elem)}
	case *spec.Nullable:
		return &node{Kind: "nullable", Elem: typeOf(t.Elem)}
	case *spec.Ref:
		return &node{Kind: "ref", Name: t.Decl.Name}
	}
	panic("kit: a type that spec does not have")
}

// bound returns a bound of a number, nil if there is none.
func bound[N any](n *N) any {
	if n == nil {
		return nil
	}
	return *n
}

// textOf returns a constant as JSON.
func textOf(value any) json.RawMessage {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // a text, a number, a bool or null
	}
	return text
}
