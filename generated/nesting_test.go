package generated_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
)

// nested has a way to build each form of value that can hold itself, n deep.
var nested = map[string]func(n int) everything.Payload{
	"objects": func(n int) everything.Payload {
		leaf := &everything.Leaf{}
		for range n {
			leaf = &everything.Leaf{Next: leaf}
		}
		return &everything.Optional{Object: leaf}
	},
	"kinds": func(n int) everything.Payload {
		kinds := everything.MixedOfBool(true)
		for range n {
			kinds = everything.MixedOfList([]everything.Mixed{kinds})
		}
		return &everything.Optional{Kinds: &kinds}
	},
	"variants": func(n int) everything.Payload {
		var shape everything.Shape = &everything.Circle{}
		for range n {
			shape = &everything.ShapeGroup{Shapes: []everything.Shape{shape}}
		}
		return &everything.Optional{Union: shape}
	},
	"maps of an alias": func(n int) everything.Payload {
		var tree everything.Tree
		for range n {
			tree = everything.Tree{"a": tree}
		}
		a := goodAliases()
		a.Tree = tree
		return a
	},
	"raw JSON": func(n int) everything.Payload {
		return &everything.Optional{Anything: brackets(n)}
	},
	"raw JSON of an unknown variant": func(n int) everything.Payload {
		raw := json.RawMessage(`{"type":"zzz","a":` + string(brackets(n)) + `}`)
		return &everything.Optional{Union: &everything.UnknownShape{Type: "zzz", Raw: raw}}
	},
	"a bare object": func(n int) everything.Payload {
		leaf := everything.Leaf{}
		for range n {
			leaf = everything.Leaf{More: []everything.Leaf{leaf}}
		}
		return &everything.MaybeWrapped{Bare: true, Leaf: leaf}
	},
	"a shared payload": func(n int) everything.Payload {
		return &everything.ScalarsAgain{Small: 1, AtLeast: 1, Anything: brackets(n)}
	},
	"an unknown payload": func(n int) everything.Payload {
		return &everything.UnknownPayload{Action: "zzz", Raw: json.RawMessage(`{"a":` + string(brackets(n)) + `}`)}
	},
}

func brackets(n int) json.RawMessage {
	return json.RawMessage(strings.Repeat("[", n) + "1" + strings.Repeat("]", n))
}

func goodAliases() *everything.Aliases {
	return &everything.Aliases{
		Always: "always", Blob: json.RawMessage("1"), WrappedAny: everything.WrappedAny{Content: json.RawMessage("1")},
		ClosedLeaf: everything.ClosedLeaf{ID: 1}, ClosedMixed: everything.ClosedMixedOfInt(1),
		ListOrMap: everything.ListOrMapOfObject(nil), Shape: &everything.Circle{}, ClosedShape: &everything.Circle{},
	}
}

// Nested as deep as the limits allow a value is valid and comes back; one level
// more and it is neither.
func TestNesting(t *testing.T) {
	for name, build := range nested {
		deepest := 0
		for n := range 120 {
			d := &everything.Delivery{Payload: build(n)}
			d.Action = actionOf(everythingPayloads, d.Payload)
			text, err := d.AppendJSON(nil)
			if err != nil {
				t.Fatalf("%s, %d deep: %v", name, n, err)
			}
			_, unreadable := everything.Parse(text)
			if invalid := d.Validate(); (invalid == nil) != (unreadable == nil) {
				t.Fatalf("%s, %d deep: Validate: %v; Parse: %v", name, n, invalid, unreadable)
			} else if invalid == nil {
				deepest = n
			}
		}
		if deepest < 40 || deepest > 100 {
			t.Errorf("%s: valid up to %d", name, deepest)
		}
	}
}

// A value that contains itself is not valid and not written, and both say so
// in finite time.
func TestCycles(t *testing.T) {
	leaf := &everything.Leaf{}
	leaf.Next, leaf.More = leaf, []everything.Leaf{{Next: leaf}, {Next: leaf}}
	group := &everything.ShapeGroup{}
	group.Shapes = []everything.Shape{group, group}
	list := make([]everything.Mixed, 2)
	list[0], list[1] = everything.MixedOfList(list), everything.MixedOfList(list)
	tree := everything.Tree{}
	tree["a"], tree["b"] = tree, tree
	for name, v := range map[string]value{
		"pointer": leaf, "variant": group, "list": &list[0], "map": tree, "bare": &everything.MaybeWrappedBody{Bare: true, Leaf: *leaf},
	} {
		if v.Validate() == nil {
			t.Errorf("%s: is valid", name)
		}
		if text, err := v.AppendJSON([]byte("kept")); err == nil || string(text) != "kept" {
			t.Errorf("%s: %d bytes, %v", name, len(text), err)
		}
	}
}

// What is nil is not valid and not written; nothing panics.
func TestNil(t *testing.T) {
	for _, v := range []value{
		(*everything.Delivery)(nil), (*everything.Leaf)(nil), (*everything.Mixed)(nil), (*everything.Amount)(nil), (*everything.Scalars)(nil),
		(*everything.ScalarsAgain)(nil), (*everything.UnknownPayload)(nil), (*everything.UnknownShape)(nil),
		&everything.Delivery{}, &everything.Delivery{Payload: (*everything.Empty)(nil)},
		&everything.Delivery{Push: &everything.Push{}},
	} {
		if v.Validate() == nil {
			t.Errorf("%T is valid", v)
		}
		if text, err := v.AppendJSON(nil); err == nil {
			t.Errorf("%T is written as %s", v, text)
		}
	}
}
