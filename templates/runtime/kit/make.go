package kit

import (
	"encoding/json"
	"slices"
)

// maker makes the tree of one delivery. What it makes where there is a choice
// is up to pick: key names the place among the types, not in the delivery, and
// 0 is the plain choice. texts makes texts where there is no sample.
type maker struct {
	form   *form
	action *action
	pick   func(key string, n int) int
	random *randomizer // nil for plain values
	open   []string    // names of the types on the way down
}

func (m *maker) delivery() any {
	tree := m.value(m.form.envelope, "delivery", "")
	m.tell(tree)
	return tree
}

// value makes a value: the sample, where that will do.
func (m *maker) value(n *node, key string, sample jsonText) any {
	switch n.Kind {
	case refNode:
		m.open = append(m.open, n.Name)
		defer func() { m.open = m.open[:len(m.open)-1] }()
		return m.value(types[n.Name], n.Name, sample)
	case actionNode:
		return m.action.wire()
	case payloadNode:
		return m.value(m.action.Payload, "payload", "")
	case objectNode:
		return m.object(n, key)
	case listNode:
		return m.list(n, key)
	case mapNode:
		return m.mapping(n, key)
	case unionNode:
		return m.union(n, key)
	case kindsNode:
		return m.kinds(n, key)
	case trialNode:
		return m.trial(n, key)
	case wrappedNode:
		return m.wrapped(n, key, sample)
	case nullableNode:
		if m.again() || m.pick(key+" null", 2) == 1 {
			return nil
		}
		return m.value(n.Elem, key, "")
	}
	return m.scalar(n, key, sample)
}

// again says whether the innermost type is inside of itself: then it is kept low.
func (m *maker) again() bool {
	last := len(m.open) - 1
	return last >= 0 && slices.Contains(m.open[:last], m.open[last])
}

func (m *maker) object(n *node, key string) any {
	out := map[string]any{}
	for i := range n.Fields {
		f := &n.Fields[i]
		place := key + "." + f.Name
		if f.Optional && (m.again() || m.pick(place+" missing", 2) == 1) {
			continue
		}
		name := f.Name
		if at := m.pick(place+" name", 1+len(f.Older)); at > 0 {
			name = f.Older[at-1]
		}
		switch {
		case f.Nullable && (m.again() || m.pick(place+" null", 2) == 1):
			out[name] = nil
		case f.Fixed:
			out[name] = json.RawMessage(f.Sample)
		default:
			out[name] = m.value(f.Value, place, f.Sample)
		}
	}
	return out
}

func (m *maker) list(n *node, key string) any {
	length := n.Min
	if !m.again() {
		most := max(n.Min, 1)
		if n.Max >= 0 {
			most = min(most, n.Max)
		}
		if most > n.Min && m.pick(key+" length", 2) == 0 {
			length = most
		}
	}
	out := make([]any, length)
	for i := range out {
		out[i] = m.value(n.Elem, key+"[]", "")
	}
	return out
}

func (m *maker) mapping(n *node, key string) any {
	out := map[string]any{}
	if !m.again() && m.pick(key+" entries", 2) == 0 {
		out[m.text("key")] = m.value(n.Elem, key+"{}", "")
	}
	return out
}

func (m *maker) wrapped(n *node, key string, sample jsonText) any {
	inside := m.value(n.Elem, key, sample)
	object, isObject := inside.(map[string]any)
	_, ambiguous := object[n.Member]
	if isObject && ambiguous || m.pick(key+" shape", 2) == 0 {
		return map[string]any{n.Member: inside}
	}
	return inside
}
