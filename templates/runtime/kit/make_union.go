package kit

import (
	"encoding/json"
	"slices"
)

func (m *maker) union(n *node, key string) any {
	at := m.variant(n, key)
	if at == len(n.variants) {
		return map[string]any{n.member: "a_kind_of_tomorrow"}
	}
	v := n.variants[at]
	out := m.value(v.value, key, "").(map[string]any)
	out[n.member] = v.values[m.pick(key+" value of "+v.values[0], len(v.values))]
	return out
}

// variant picks a variant; one more than there are is an unknown one.
func (m *maker) variant(n *node, key string) int {
	if m.again() {
		lowest := 0
		for i, v := range n.variants {
			if v.value.height(heights) < n.variants[lowest].value.height(heights) {
				lowest = i
			}
		}
		return lowest
	}
	count := len(n.variants)
	if !n.closed {
		count++
	}
	return m.pick(key+" variant", count)
}

func (m *maker) kinds(n *node, key string) any {
	at := m.variant(n, key)
	if at < len(n.variants) {
		return m.value(n.variants[at].value, key+" "+n.variants[at].kind, "")
	}
	if other := n.otherKind(); other != nil {
		return other
	}
	return m.value(n.variants[0].value, key+" "+n.variants[0].kind, "")
}

// otherKind returns a value of a kind that the union does not list, or nil.
func (n *node) otherKind() any {
	for _, c := range []struct {
		kind  string
		value any
	}{{"list", []any{}}, {"object", map[string]any{}}, {"bool", true}, {"number", json.Number("1")}, {"string", "text"}} {
		if !slices.ContainsFunc(n.variants, func(v variant) bool { return v.kind == c.kind }) {
			return c.value
		}
	}
	return nil
}
