package kit

import (
	"encoding/json"
	"strconv"
)

func (m *maker) scalar(n *node, key string, sample jsonText) any {
	switch n.Kind {
	case constNode:
		return json.RawMessage(n.Const)
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
	if !n.Bounded {
		return text
	}
	characters := []rune(text)
	for len(characters) < n.Min {
		characters = append(characters, 'x')
	}
	if n.Max >= 0 && len(characters) > n.Max {
		characters = characters[:n.Max]
	}
	return string(characters)
}

func (m *maker) enum(n *node, key string) any {
	count := len(n.Texts)
	if !n.Closed {
		count++
	}
	if at := m.pick(key+" value", count); at < len(n.Texts) {
		return n.Texts[at]
	}
	return "a_value_of_tomorrow"
}

func (m *maker) number(n *node, key string, sample jsonText) any {
	var choices []json.Number
	for _, bound := range []json.Number{n.Low, n.High} {
		if bound != "" {
			choices = append(choices, bound)
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
