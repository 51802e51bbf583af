package spec

import "strings"

// notServed refuses what the language can say and no generator serves yet.
func (r *reader) notServed(at Span, what, instead string) {
	r.add("not-served", at, "%s are part of the language, but not served yet", what).help("%s", instead)
}

// place reads where the action name stands: a member, a header or both.
func (r *reader) place(n *node, what string) Place {
	m := r.mapping(n, what, "member", "header", "notes")
	m.needOne("member", "header")
	p := Place{Member: m.member(), Header: m.header(), Notes: m.text("notes")}
	if n != nil {
		p.Span = m.placeSpan("member", "header")
	}
	return p
}

// placeSpan is the place of the value of the first of keys that is there.
func (m *mapping) placeSpan(keys ...string) Span {
	for _, key := range keys {
		if n := m.get(key); n != nil {
			return n.span
		}
	}
	return m.node.span
}

// member reads the name of a member of the envelope.
func (m *mapping) member() string {
	name := m.nameText("member")
	if strings.Contains(name, ".") {
		m.notServed(m.get("member").span, "members that are paths", "name a member of the body itself")
		return ""
	}
	return name
}

func (m *mapping) header() string {
	n := m.get("header")
	if n != nil {
		m.notServed(m.keySpan("header"), "headers", "only what stands in the body is served")
	}
	return m.nameText("header")
}

// payloadPlace reads where the payload stands.
func (r *reader) payloadPlace(n *node) payloadSyntax {
	m := r.mapping(n, "payload", "member", "body", "shapes", "notes", "remarks")
	p := PayloadPlace{
		Member: m.member(),
		Body:   m.bool("body"),
		Notes:  m.text("notes"),
		Span:   m.placeSpan("member", "body"),
	}
	p.Remarks = m.remarks(m.get("remarks"), "", p.Member)
	var spans []Span
	p.OlderNames, spans = m.readNames()
	switch {
	case p.Body && m.get("member") != nil:
		m.conflict("member", "body")
	case p.Body:
		m.notServed(m.keySpan("body"), "payloads without an envelope", "only a payload that is a member of the body is served")
	case m.get("body") == nil || m.get("body").kind == boolNode:
		m.need("member")
	}
	return payloadSyntax{p, spans}
}

// payloadSyntax is a payload's place and the places of its older names.
type payloadSyntax struct {
	PayloadPlace
	olderAt []Span
}
