package kit

import (
	"encoding/json"
	"slices"
	"strconv"
)

// maker makes the tree of one delivery. What it makes where there is a choice
// is up to pick: key names the place among the types, not in the delivery, and
// 0 is the plain choice. texts makes texts where there is no sample.
type maker struct {
	action *action
	pick   func(key string, n int) int
	random *randomizer // nil for plain values
	open   []string    // names of the types on the way down
}

func (m *maker) delivery() any {
	tree := m.value(envelope, "delivery", "")
	m.tell(tree)
	return tree
}

// value makes a value. sample is JSON, or "".
func (m *maker) value(n *node, key, sample string) any {
	switch n.kind {
	case refNode:
		m.open = append(m.open, n.name)
		defer func() { m.open = m.open[:len(m.open)-1] }()
		return m.value(types[n.name], n.name, sample)
	case actionNode:
		return string(m.action.name)
	case payloadNode:
		return m.value(m.action.payload, "payload", "")
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
		return m.value(n.elem, key, "")
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
	for i := range n.fields {
		f := &n.fields[i]
		place := key + "." + f.name
		if f.optional && (m.again() || m.pick(place+" missing", 2) == 1) {
			continue
		}
		name := f.name
		if at := m.pick(place+" name", 1+len(f.older)); at > 0 {
			name = f.older[at-1]
		}
		switch {
		case f.nullable && (m.again() || m.pick(place+" null", 2) == 1):
			out[name] = nil
		case f.fixed:
			out[name] = json.RawMessage(f.sample)
		default:
			out[name] = m.value(f.value, place, f.sample)
		}
	}
	return out
}

func (m *maker) list(n *node, key string) any {
	length := n.min
	if !m.again() {
		most := max(n.min, 1)
		if n.max >= 0 {
			most = min(most, n.max)
		}
		if most > n.min && m.pick(key+" length", 2) == 0 {
			length = most
		}
	}
	out := make([]any, length)
	for i := range out {
		out[i] = m.value(n.elem, key+"[]", "")
	}
	return out
}

func (m *maker) mapping(n *node, key string) any {
	out := map[string]any{}
	if !m.again() && m.pick(key+" entries", 2) == 0 {
		out[m.text("key")] = m.value(n.elem, key+"{}", "")
	}
	return out
}

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

func (m *maker) wrapped(n *node, key, sample string) any {
	inside := m.value(n.elem, key, sample)
	object, isObject := inside.(map[string]any)
	_, ambiguous := object[n.member]
	if isObject && ambiguous || m.pick(key+" shape", 2) == 0 {
		return map[string]any{n.member: inside}
	}
	return inside
}

func (m *maker) scalar(n *node, key, sample string) any {
	switch n.kind {
	case constNode:
		return json.RawMessage(n.text)
	case enumNode:
		return m.enum(n, key)
	case boolNode:
		return m.pick(key+" bool", 2) == 0
	case intNode, numberNode:
		return m.number(n, key, sample)
	case anyNode:
		return []any{map[string]any{"any": []any{json.Number("1")}}, "text", json.Number("1.5"), true, nil, []any{}}[m.pick(key+" any", 6)]
	}
	if sample != "" && m.random == nil {
		return json.RawMessage(sample)
	}
	return n.cut(m.text("text"))
}

// cut returns a text with as many characters as there may be.
func (n *node) cut(text string) string {
	if !n.bounded {
		return text
	}
	characters := []rune(text)
	for len(characters) < n.min {
		characters = append(characters, 'x')
	}
	if n.max >= 0 && len(characters) > n.max {
		characters = characters[:n.max]
	}
	return string(characters)
}

func (m *maker) enum(n *node, key string) any {
	count := len(n.texts)
	if !n.closed {
		count++
	}
	if at := m.pick(key+" value", count); at < len(n.texts) {
		return n.texts[at]
	}
	return "a_value_of_tomorrow"
}

func (m *maker) number(n *node, key, sample string) any {
	var choices []json.Number
	for _, bound := range []string{n.low, n.high} {
		if bound != "" {
			choices = append(choices, json.Number(bound))
		}
	}
	switch {
	case sample != "":
		choices = append([]json.Number{json.Number(sample)}, choices...)
	case len(choices) == 0 && m.random != nil:
		choices = []json.Number{json.Number(strconv.FormatInt(m.random.integer(), 10))}
	case len(choices) == 0:
		choices = []json.Number{"1"}
	}
	return choices[m.pick(key+" number", len(choices))]
}

// text makes a text: plain, if that will do.
func (m *maker) text(plain string) string {
	if m.random == nil {
		return plain
	}
	return m.random.text()
}
