package spec

import (
	"bytes"
	"encoding/json"
)

// sampleSyntax is a sample as written and what it is a sample of: a type,
// a declaration or the payload of an action.
type sampleSyntax struct {
	node     *node
	typ      Type
	nullable bool
	decl     *TypeDecl
	action   *Action
}

// sample reads an optional sample and notes it down for the rules.
func (r *reader) sample(n *node, of sampleSyntax) Sample {
	if n == nil {
		return nil
	}
	of.node = n
	r.samples = append(r.samples, of)
	var text bytes.Buffer
	r.appendJSON(&text, n)
	return text.Bytes()
}

// appendJSON writes n as compact JSON, members in their order and numbers as
// written.
func (r *reader) appendJSON(to *bytes.Buffer, n *node) {
	switch n.kind {
	case boolNode:
		if n.boolValue() {
			to.WriteString("true")
		} else {
			to.WriteString("false")
		}
	case intNode, floatNode:
		number := n.jsonNumber()
		if number == "" {
			r.add("not-finite", n.span, "JSON has no number %s", clip(n.text)).help("choose a sample that JSON can hold")
		}
		to.WriteString(number)
	case textNode:
		appendText(to, n.text)
	case listNode:
		to.WriteByte('[')
		for i, item := range n.items {
			separate(to, i)
			r.appendJSON(to, item)
		}
		to.WriteByte(']')
	case mappingNode:
		to.WriteByte('{')
		for i, p := range n.pairs {
			separate(to, i)
			appendText(to, p.key.text)
			to.WriteByte(':')
			r.appendJSON(to, p.value)
		}
		to.WriteByte('}')
	default:
		to.WriteString("null")
	}
}

func separate(to *bytes.Buffer, i int) {
	if i > 0 {
		to.WriteByte(',')
	}
}

func appendText(to *bytes.Buffer, text string) {
	encoder := json.NewEncoder(to)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a text always encodes, into memory
	to.Truncate(to.Len() - 1)
}
