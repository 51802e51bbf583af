package spec

import (
	"regexp"
	"strings"
)

// notServed refuses what no generator serves yet.
func (r *reader) notServed(at Span, what, instead string) {
	r.add("not-served", at, "%s are not served yet", what).help("%s", instead)
}

// actionPlace reads where the action's name stands: a member, a header or both.
func (r *reader) actionPlace(n *node) Place {
	m := r.mapping(n, "action", "member", "header", "closed", "notes")
	m.needOne("member", "header")
	p := Place{Member: m.path(), Header: m.header("header"), Closed: m.bool("closed"), Notes: m.text("notes")}
	if p.Closed && (m.get("member") == nil || m.get("header") == nil) {
		m.add("missing-key", m.keySpan("closed"), "an action can only be closed if it has both a header and a member").
			help("leave `closed` out: an unknown action goes to the Unknown handler")
	}
	if n != nil {
		p.Span = m.placeSpan("member", "header")
	}
	return p
}

// idPlace reads where the delivery's identifier stands: a member or a header.
func (r *reader) idPlace(n *node) *Place {
	m := r.mapping(n, "delivery_id", "member", "header", "notes")
	m.one("member", "header")
	return &Place{Member: m.member(), Header: m.header("header"), Notes: m.text("notes"), Span: m.placeSpan("member", "header")}
}

// pushPlace reads where the name of a push stands.
func (r *reader) pushPlace(n *node) Place {
	m := r.mapping(n, "action", "member", "notes")
	m.need("member")
	p := Place{Member: m.member(), Notes: m.text("notes")}
	if n != nil {
		p.Span = m.placeSpan("member")
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
	return m.noPath("member", "name the member of the body that it lies in, and declare what is on the way as fields")
}

// noPath reads the name of a member of the body, which must not be a path.
func (m *mapping) noPath(key, instead string) string {
	name := m.nameText(key)
	if strings.Contains(name, ".") {
		m.notServed(m.get(key).span, "paths to anything but the action", instead)
		return ""
	}
	return name
}

// path reads names of members, each of which lies in the one before.
func (m *mapping) path() string {
	path := m.nameText("member")
	for _, name := range strings.Split(path, ".") {
		if name == "" && path != "" {
			m.add("bad-name", m.get("member").span, "the path %s has a member without a name", quote(path)).
				help("write the names of nested members with one dot between them: event.type")
			return ""
		}
	}
	return path
}

var headerForm = regexp.MustCompile("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$")

// header reads the name of an HTTP header.
func (m *mapping) header(key string) string {
	name := m.nameText(key)
	if name != "" && !headerForm.MatchString(name) {
		m.add("bad-name", m.get(key).span, "%s cannot be the name of an HTTP header", quote(name)).
			help("write it as the provider does: X-Event-Type")
		return ""
	}
	return name
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
	case p.Body && m.get("shapes") != nil:
		m.conflict("shapes", "body")
	case p.Body:
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
