package conformance

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// replacements are values that stand in for every value in turn: each wrong
// type, and numbers at the edges of what Go, a schema and a double can hold.
var replacements = []any{
	nil, true, "", "zzz", []any{}, map[string]any{}, []any{nil}, map[string]any{"value": nil},
	number("0"), number("-0"), number("-1"), number("1.0"), number("1.5"), number("1e2"), number("-1e-2"),
	number("9007199254740992"), number("9007199254740993"), number("9007199254740992.5"), number("9223372036854775807"), number("9223372036854775808"),
	number("-9223372036854775808"), number("-9223372036854775809"), number("9223372036854775807.0"),
	number("1.7976931348623157e308"), number("1.7976931348623158e308"), number("-1.8e308"), number("1e400"), number("5e-324"),
	number("0.1000000000000000000001"), number("1.00000000000000000001"), number("1E+2"), number("10e-1"),
}

// maxDepth is the nesting that generated code accepts by default.
const maxDepth = 100

func number(text string) json.Number { return json.Number(text) }

// Mutations yields every systematic change of one place of a tree, with its
// description. strings are texts that occur in other inputs under the same
// name: other discriminators, values of other enums. The tree is as it was
// afterwards.
func Mutations(tree any, strings map[string][]string) iter.Seq2[string, any] {
	return func(yield func(string, any) bool) {
		m := mutator{strings: strings, root: tree, yield: yield}
		m.visit("", "", tree, func(v any) { m.root = v })
	}
}

type mutator struct {
	strings map[string][]string
	root    any
	yield   func(string, any) bool
	stopped bool
}

// try yields the tree as it is now.
func (m *mutator) try(what string) {
	if !m.stopped && !m.yield(what, m.root) {
		m.stopped = true
	}
}

// visit changes the value at a place, which set can replace, and all below.
func (m *mutator) visit(at, name string, value any, set func(any)) {
	if m.stopped {
		return
	}
	m.replace(at, value, set)
	m.nest(at, value, set)
	switch value := value.(type) {
	case map[string]any:
		m.members(at, value)
	case []any:
		m.elements(at, value, set)
	case string:
		m.texts(at, name, value, set)
	}
	set(value)
}

func (m *mutator) replace(at string, value any, set func(any)) {
	for _, r := range replacements {
		set(r)
		m.try(fmt.Sprintf("%s = %s", at, Text(r)))
	}
	set(map[string]any{"value": value})
	m.try(at + " wrapped in value")
	set(map[string]any{"customer": value})
	m.try(at + " wrapped in customer")
	set([]any{value, value})
	m.try(at + " twice in a list")
	if object, ok := value.(map[string]any); ok {
		for _, name := range sortedNames(object) {
			set(object[name])
			m.try(at + " = its own " + name)
		}
	}
	set(value)
}

// nest puts lists and objects as deep as is allowed in a place, and deeper.
func (m *mutator) nest(at string, value any, set func(any)) {
	around := strings.Count(at, "/")
	for _, depth := range []int{maxDepth, maxDepth + 1} {
		var lists, objects any = number("1"), number("1")
		for range depth - around {
			lists, objects = []any{lists}, map[string]any{"zz": objects}
		}
		set(lists)
		m.try(fmt.Sprintf("%s = lists down to level %d", at, depth))
		set(objects)
		m.try(fmt.Sprintf("%s = objects down to level %d", at, depth))
	}
	set(value)
}

func (m *mutator) texts(at, name, value string, set func(any)) {
	for _, other := range m.strings[name] {
		set(other)
		m.try(fmt.Sprintf("%s = %q", at, other))
	}
	set(strings.ToUpper(value))
	m.try(at + " in capitals")
	set(strings.ToUpper(value[:min(1, len(value))]) + value[min(1, len(value)):])
	m.try(at + " with a capital")
	set(value + " ")
	m.try(at + " with a space")
}

func (m *mutator) members(at string, object map[string]any) {
	for _, name := range sortedNames(object) {
		value := object[name]
		pointer := at + "/" + name
		delete(object, name)
		m.try(pointer + " dropped")
		for _, other := range []string{"zz_" + name, strings.ToUpper(name), "data", "payload"} {
			if _, taken := object[other]; !taken {
				object[other] = value
				m.try(pointer + " renamed " + other)
				object[name] = value
				m.try(pointer + " copied as " + other)
				delete(object, other)
				delete(object, name)
			}
		}
		m.move(pointer, name, object, value)
		object[name] = value
		m.visit(pointer, name, value, func(v any) { object[name] = v })
	}
	for _, hostile := range []string{"__proto__", "constructor", ""} {
		object[hostile] = map[string]any{"type": "object"}
		m.try(fmt.Sprintf("%s with a member %q", at, hostile))
		delete(object, hostile)
	}
	object["zz_unknown"] = map[string]any{"deep": []any{number("1e300")}}
	m.try(at + " with an extra member")
	delete(object, "zz_unknown")
}

// move puts a member, which object has lost, into each object beside it.
func (m *mutator) move(pointer, name string, object map[string]any, value any) {
	for _, beside := range sortedNames(object) {
		into, ok := object[beside].(map[string]any)
		if _, taken := into[name]; !ok || taken {
			continue
		}
		into[name] = value
		m.try(pointer + " moved into " + beside)
		delete(into, name)
	}
}

func (m *mutator) elements(at string, list []any, set func(any)) {
	for i := range list {
		set(slices.Delete(slices.Clone(list), i, i+1))
		m.try(fmt.Sprintf("%s/%d dropped", at, i))
		set(list)
		m.visit(fmt.Sprintf("%s/%d", at, i), "", list[i], func(v any) { list[i] = v })
	}
}

func sortedNames(object map[string]any) []string {
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Strings collects the texts of a tree by the name of the member that they
// stand in, the more common names first to have them.
func Strings(tree any, into map[string][]string) {
	switch tree := tree.(type) {
	case map[string]any:
		for _, name := range sortedNames(tree) {
			if text, ok := tree[name].(string); ok && !slices.Contains(into[name], text) {
				into[name] = append(into[name], text)
			}
			Strings(tree[name], into)
		}
	case []any:
		for _, v := range tree {
			Strings(v, into)
		}
	}
}
