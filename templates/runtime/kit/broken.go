package kit

import (
	"strconv"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// BrokenCase is a delivery that breaks one rule.
type BrokenCase struct {
	Case
	// Violation is what must be found: its Pointer, Rule and Member.
	Violation hooks.Violation
}

// Broken returns deliveries that break one rule each: every rule at every place
// of the specification's types, once for each action, or once if there are very
// many of them.
func Broken() []BrokenCase { return webhooks.broken() }

func (f *form) broken() []BrokenCase {
	var out []BrokenCase
	made, broken := newShared(), newShared()
	for _, a := range f.all() {
		b := breaker{form: f, action: a, seen: newPlaces(broken)}
		f.explore(a, made, func(_ Case, tree any) {
			if tree != nil {
				b.root, b.null = tree, map[string]bool{}
				b.visit(f.envelope, "delivery", "", tree, func(v any) { b.root = v }, "")
			}
		})
		out = append(out, b.out...)
	}
	return out
}

// breaker breaks one place of a tree after the other.
type breaker struct {
	form   *form
	action *action
	root   any
	seen   *places         // and what was done to them
	null   map[string]bool // pointers in the present tree where null is right
	out    []BrokenCase
}

// add notes the tree as it is now, unless the same was done to a like place.
func (b *breaker) add(key, what, pointer string, rule hooks.Rule, member string) {
	if !b.seen.meet(key + " " + what) {
		return
	}
	c := b.form.newCase(b.action, what+" at "+strconv.Quote(pointer), b.root)
	b.out = append(b.out, BrokenCase{Case: c, Violation: hooks.Violation{Pointer: pointer, Rule: rule, Member: member}})
}

// replace tries v in place of a value.
func (b *breaker) replace(key, what, pointer string, rule hooks.Rule, v any, set func(any)) {
	set(v)
	b.add(key, what, pointer, rule, "")
}

// visit breaks the value at a place, which set can replace, and all below. but
// is a member that is broken elsewhere.
func (b *breaker) visit(n *node, key, pointer string, value any, set func(any), but string) {
	switch n.Kind {
	case refNode:
		b.visit(types[n.Name], n.Name, pointer, value, set, but)
		return
	case payloadNode:
		b.visit(b.action.Payload, "payload", pointer, value, set, but)
		return
	case nullableNode:
		if b.null[pointer] = true; value != nil {
			b.visit(n.Elem, key, pointer, value, set, but)
		}
		return
	case wrappedNode:
		if object, ok := value.(map[string]any); ok {
			if inside, ok := object[n.Member]; ok {
				b.visit(n.Elem, key+" wrapped", pointer+"/"+escape(n.Member), inside, func(v any) { object[n.Member] = v }, "")
				return
			}
		}
		b.visit(n.Elem, key, pointer, value, set, but)
		return
	case unionNode:
		b.union(n, key, pointer, value.(map[string]any), set)
		return
	case kindsNode:
		b.kinds(n, key, pointer, value, set)
		return
	case trialNode:
		b.trial(n, key, pointer, set)
		set(value)
		return
	}
	b.kind(n, key, pointer, set)
	b.bounds(n, key, pointer, value, set)
	set(value)
	b.inside(n, key, pointer, value, but)
}

// inside breaks what is below a value.
func (b *breaker) inside(n *node, key, pointer string, value any, but string) {
	switch value := value.(type) {
	case map[string]any:
		if n.Kind == objectNode {
			b.members(n, key, pointer, value, but)
			return
		}
		for name, v := range value {
			if n.Kind == mapNode {
				b.visit(n.Elem, key+"{}", pointer+"/"+escape(name), v, func(v any) { value[name] = v }, "")
			}
		}
	case []any:
		for i, v := range value {
			if n.Kind == listNode {
				b.visit(n.Elem, key+"[]", pointer+"/"+strconv.Itoa(i), v, func(v any) { value[i] = v }, "")
			}
		}
	}
}
