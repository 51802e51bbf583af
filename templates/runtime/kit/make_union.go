package kit

import (
	"encoding/json"
	"slices"
)

func (m *maker) union(n *node, key string) any {
	at := m.variant(n, key)
	if at == len(n.Variants) {
		return map[string]any{n.Member: "a_kind_of_tomorrow"}
	}
	v := n.Variants[at]
	out := m.value(v.Value, key, "").(map[string]any)
	out[n.Member] = v.Values[m.pick(key+" value of "+v.Values[0], len(v.Values))]
	return out
}

// variant picks a variant; one more than there are is an unknown one.
func (m *maker) variant(n *node, key string) int {
	if m.again() {
		lowest := 0
		for i, v := range n.Variants {
			if v.Value.height(heights) < n.Variants[lowest].Value.height(heights) {
				lowest = i
			}
		}
		return lowest
	}
	count := len(n.Variants)
	if !n.Closed {
		count++
	}
	return m.pick(key+" variant", count)
}

func (m *maker) kinds(n *node, key string) any {
	at := m.variant(n, key)
	if at < len(n.Variants) {
		return m.value(n.Variants[at].Value, key+" "+n.Variants[at].Kind, "")
	}
	if other := n.otherKind(); other != nil {
		return other
	}
	return m.value(n.Variants[0].Value, key+" "+n.Variants[0].Kind, "")
}

// otherKind returns a value of a kind that the union does not list, or nil.
func (n *node) otherKind() any {
	for _, c := range []struct {
		kind  string
		value any
	}{{"list", []any{}}, {"object", map[string]any{}}, {"bool", true}, {"number", json.Number("1")}, {"string", "text"}} {
		if !slices.ContainsFunc(n.Variants, func(v variant) bool { return v.Kind == c.kind }) {
			return c.value
		}
	}
	return nil
}
