package kit

import (
	"encoding/json"
	"math/big"
	"strconv"
	"strings"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// BrokenCase is a delivery that breaks one rule.
type BrokenCase struct {
	Case
	// Violation is what must be found: its Pointer, Rule and Member.
	Violation hooks.Violation
}

// Broken returns deliveries that break one rule each: every rule at every place
// of the specification's types, once for each action.
func Broken() []BrokenCase {
	var out []BrokenCase
	for i := range actions {
		b := breaker{action: &actions[i], seen: map[string]bool{}}
		explore(b.action, func(_ Case, tree any) {
			if tree != nil {
				b.root, b.null = tree, map[string]bool{}
				b.visit(envelope, "delivery", "", tree, func(v any) { b.root = v }, "")
			}
		})
		out = append(out, b.out...)
	}
	return out
}

// breaker breaks one place of a tree after the other.
type breaker struct {
	action *action
	root   any
	seen   map[string]bool // places and what was done to them
	null   map[string]bool // pointers in the present tree where null is right
	out    []BrokenCase
}

// add notes the tree as it is now, unless the same was done to a like place.
func (b *breaker) add(key, what, pointer string, rule hooks.Rule, member string) {
	if b.seen[key+" "+what] {
		return
	}
	b.seen[key+" "+what] = true
	c := newCase(b.action, what+" at "+strconv.Quote(pointer), b.root)
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
	switch n.kind {
	case refNode:
		b.visit(types[n.name], n.name, pointer, value, set, but)
		return
	case payloadNode:
		b.visit(b.action.payload, "payload", pointer, value, set, but)
		return
	case nullableNode:
		if b.null[pointer] = true; value != nil {
			b.visit(n.elem, key, pointer, value, set, but)
		}
		return
	case wrappedNode:
		if object, ok := value.(map[string]any); ok {
			if inside, ok := object[n.member]; ok {
				b.visit(n.elem, key+" wrapped", pointer+"/"+escape(n.member), inside, func(v any) { object[n.member] = v }, "")
				return
			}
		}
		b.visit(n.elem, key, pointer, value, set, but)
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
		if n.kind == objectNode {
			b.members(n, key, pointer, value, but)
			return
		}
		for name, v := range value {
			if n.kind == mapNode {
				b.visit(n.elem, key+"{}", pointer+"/"+escape(name), v, func(v any) { value[name] = v }, "")
			}
		}
	case []any:
		for i, v := range value {
			if n.kind == listNode {
				b.visit(n.elem, key+"[]", pointer+"/"+strconv.Itoa(i), v, func(v any) { value[i] = v }, "")
			}
		}
	}
}

// kind puts values of other kinds in place of one.
func (b *breaker) kind(n *node, key, pointer string, set func(any)) {
	switch n.kind {
	case anyNode:
		return
	case constNode:
		if n.text != "null" {
			b.noNull(key, pointer, hooks.RuleConst, set)
		}
		b.replace(key, "another constant", pointer, hooks.RuleConst, "another constant", set)
		return
	case enumNode:
		if n.closed {
			b.replace(key, "an unknown value", pointer, hooks.RuleEnum, "a_value_of_tomorrow", set)
		}
	case intNode:
		b.replace(key, "half", pointer, hooks.RuleType, json.Number("0.5"), set)
	}
	b.noNull(key, pointer, hooks.RuleType, set)
	if n.kind == intNode || n.kind == numberNode || n.kind == boolNode {
		b.replace(key, "a text", pointer, hooks.RuleType, "1", set)
		return
	}
	b.replace(key, "a number", pointer, hooks.RuleType, json.Number("7"), set)
}

// noNull puts null where it is wrong.
func (b *breaker) noNull(key, pointer string, rule hooks.Rule, set func(any)) {
	if !b.null[pointer] {
		b.replace(key, "null", pointer, rule, nil, set)
	}
}

// bounds breaks the bounds of numbers and lists.
func (b *breaker) bounds(n *node, key, pointer string, value any, set func(any)) {
	switch n.kind {
	case intNode:
		b.replace(key, "too small", pointer, hooks.RuleMinimum, beside(n.low, "-9223372036854775808", -1), set)
		b.replace(key, "too large", pointer, hooks.RuleMaximum, beside(n.high, "9223372036854775807", 1), set)
	case numberNode:
		b.replace(key, "too small", pointer, hooks.RuleMinimum, json.Number("-1e309"), set)
		b.replace(key, "too large", pointer, hooks.RuleMaximum, json.Number("1e309"), set)
	case textNode:
		b.characters(n, key, pointer, set)
	case listNode:
		list := value.([]any)
		if n.min > 0 {
			b.replace(key, "too short", pointer, hooks.RuleMinItems, list[:n.min-1], set)
		}
		if n.max >= 0 && n.max < 1000 && len(list) > 0 {
			long := make([]any, n.max+1)
			for i := range long {
				long[i] = list[0]
			}
			b.replace(key, "too long", pointer, hooks.RuleMaxItems, long, set)
		}
	}
}

// characters breaks the bounds of a text.
func (b *breaker) characters(n *node, key, pointer string, set func(any)) {
	if !n.bounded {
		return
	}
	if n.min > 0 {
		b.replace(key, "too short", pointer, hooks.RuleMinLength, strings.Repeat("ä", n.min-1), set)
	}
	if 0 <= n.max && n.max < 1000 {
		b.replace(key, "too long", pointer, hooks.RuleMaxLength, strings.Repeat("ä", n.max+1), set)
	}
}

// beside returns the whole number next to a bound.
func beside(bound, otherwise string, step int64) json.Number {
	if bound == "" {
		bound = otherwise
	}
	n, _ := new(big.Int).SetString(bound, 10) // bounds of whole numbers are
	return json.Number(n.Add(n, big.NewInt(step)).String())
}

// members breaks the members of an object.
func (b *breaker) members(n *node, key, pointer string, object map[string]any, but string) {
	if n.closed {
		object["a_member_of_tomorrow"] = true
		b.add(key, "an unknown member", pointer, hooks.RuleUnknown, "a_member_of_tomorrow")
		delete(object, "a_member_of_tomorrow")
	}
	for i := range n.fields {
		if f := &n.fields[i]; f.name != but {
			b.field(f, key+"."+f.name, pointer, object)
		}
	}
}

// field breaks one member, under whichever name it is there.
func (b *breaker) field(f *field, key, pointer string, object map[string]any) {
	for _, name := range append([]string{f.name}, f.older...) {
		value, there := object[name]
		if !there {
			continue
		}
		isTold := b.action.isTold(pointer + "/" + escape(name))
		delete(object, name)
		if !f.optional && (!isTold || b.action.must) {
			b.add(key, "missing", pointer, hooks.RuleRequired, f.name)
		}
		object[name] = value
		b.otherNames(f, key, pointer, object, value)
		set := func(v any) { object[name] = v }
		if isTold {
			if !b.action.other {
				b.breakTold(key, pointer+"/"+escape(name), set)
			}
			set(value)
			continue
		}
		if b.null[pointer+"/"+escape(name)] = f.nullable; value != nil {
			b.visit(f.value, key, pointer+"/"+escape(name), value, set, "")
		}
		set(value)
	}
}

// otherNames puts a member under two of its names.
func (b *breaker) otherNames(f *field, key, pointer string, object map[string]any, value any) {
	for _, name := range append([]string{f.name}, f.older...) {
		if _, there := object[name]; !there {
			object[name] = value
			b.add(key, "under two names", pointer, hooks.RuleOneName, f.name)
			delete(object, name)
		}
	}
}

func (b *breaker) union(n *node, key, pointer string, object map[string]any, set func(any)) {
	set(json.Number("7"))
	b.add(key, "a number", pointer, hooks.RuleType, "")
	set(object)
	told := object[n.member]
	isTold := b.action.isTold(pointer + "/" + escape(n.member))
	delete(object, n.member)
	if !isTold || b.action.must {
		b.add(key, "no "+n.member, pointer, hooks.RuleRequired, n.member)
	}
	if !isTold || !b.action.other {
		object[n.member] = json.Number("7")
		b.add(key, n.member+" a number", pointer+"/"+escape(n.member), hooks.RuleType, "")
	}
	if n.closed && !isTold {
		object[n.member] = "a_kind_of_tomorrow"
		b.add(key, "an unknown variant", pointer+"/"+escape(n.member), hooks.RuleEnum, "")
	}
	object[n.member] = told
	for _, v := range n.variants {
		for _, value := range v.values {
			if value == told {
				b.variant(v.value, pointer, object, n.member)
			}
		}
	}
}

// variant breaks the members of a variant, less the one that tells it.
func (b *breaker) variant(n *node, pointer string, object map[string]any, but string) {
	key, n := n.behind("")
	b.members(n, key, pointer, object, but)
}

func (b *breaker) kinds(n *node, key, pointer string, value any, set func(any)) {
	for _, v := range n.variants {
		if _, inner := v.value.behind(""); inner.kind == nullableNode {
			b.null[pointer] = true
		}
	}
	b.noNull(key, pointer, hooks.RuleType, set)
	if other := n.otherKind(); other != nil && n.closed {
		b.replace(key, "another kind", pointer, hooks.RuleType, other, set)
	}
	set(value)
	for _, v := range n.variants {
		if v.kind == kindOf(value) {
			key, inner := v.value.behind(key + " " + v.kind)
			if inner.kind == nullableNode {
				key, inner = inner.elem.behind(key)
			}
			b.inside(inner, key, pointer, value, "")
		}
	}
}

// kindOf returns the JSON kind of a value of a tree.
func kindOf(value any) string {
	switch value.(type) {
	case map[string]any:
		return "object"
	case []any:
		return "list"
	case string:
		return "string"
	}
	return ""
}

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

func escape(name string) string { return pointerEscapes.Replace(name) }
