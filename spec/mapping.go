package spec

import (
	"slices"
	"strings"
)

// mapping reads the known keys of a mapping node.
type mapping struct {
	*reader
	node *node
	what string // names the mapping in messages
	// missing keys are not reported where the node is no mapping at all
	broken bool
	// meant are the keys that misspelt ones stand for: they are not missing.
	meant []string
}

// mapping reports keys of n that are not among known. what names n in
// messages. A nil n is an absent value and reads as an empty mapping.
func (r *reader) mapping(n *node, what string, known ...string) *mapping {
	m := &mapping{reader: r, node: n, what: what}
	if n == nil || !r.is(n, what, mappingNode) {
		m.node, m.broken = &node{}, true
		return m
	}
	for _, p := range n.pairs {
		if !slices.Contains(known, p.key.text) {
			m.unknown(p.key, known)
		}
	}
	return m
}

// declarations are keys of types that have to be declared.
var declarations = []string{"fields", "base", "enum", "union"}

func (m *mapping) unknown(key *node, known []string) {
	f := m.add("unknown-key", key.span, "%s has no key %s", m.what, quote(key.text)).help("known are %s", strings.Join(known, ", "))
	if slices.Contains(declarations, key.text) && (slices.Contains(known, "type") || slices.Contains(known, "list")) {
		f.help("declare it under `types`, and write its name here")
		m.meant = append(m.meant, "type", "list")
		return
	}
	if near := m.nearest(key.text, known); near != "" {
		f.help("did you mean %s?", quote(near))
		m.meant = append(m.meant, near)
	}
}

// lacks says whether none of keys is there and a finding has to say so.
func (m *mapping) lacks(keys ...string) bool {
	return !m.broken && !slices.ContainsFunc(keys, func(key string) bool {
		return m.get(key) != nil || slices.Contains(m.meant, key)
	})
}

// is reports a node that is none of the wanted kinds.
func (r *reader) is(n *node, what string, wanted ...nodeKind) bool {
	if slices.Contains(wanted, n.kind) {
		return true
	}
	if n.kind != brokenNode {
		r.wrongType(n, what, wanted[0].String())
	}
	return false
}

func (r *reader) wrongType(n *node, what, wanted string) {
	f := r.add("wrong-type", n.span, "%s must be %s, not %s", what, wanted, n.kind)
	switch {
	case n.kind == nullNode:
		f.help("give it a value, or leave the key out")
	case wanted == textNode.String() && n.isScalar():
		f.help("put it in quotes: %s", quote(n.text))
	case wanted == boolNode.String() && n.kind == textNode:
		f.help("write true or false, without quotes")
	}
}

// get returns the value of key, nil if there is none.
func (m *mapping) get(key string) *node {
	for _, p := range m.node.pairs {
		if p.key.text == key {
			return p.value
		}
	}
	return nil
}

// need is get for a key that has to be there.
func (m *mapping) need(key string) *node {
	if m.lacks(key) {
		m.add("missing-key", m.node.span, "%s lacks the key %q", m.what, key)
	}
	return m.get(key)
}

// keySpan is the place of key, or of the mapping if it has no such key.
func (m *mapping) keySpan(key string) Span {
	for _, p := range m.node.pairs {
		if p.key.text == key {
			return p.key.span
		}
	}
	return m.node.span
}

// needOne reports that none of keys is there.
func (m *mapping) needOne(keys ...string) {
	if m.lacks(keys...) {
		m.add("missing-key", m.node.span, "%s lacks one of the keys %s", m.what, strings.Join(keys, ", "))
	}
}

// one returns the one key of keys that is there; empty, with a finding, if
// none or several are.
func (m *mapping) one(keys ...string) string {
	var found []string
	for _, key := range keys {
		if m.get(key) != nil {
			found = append(found, key)
		}
	}
	switch {
	case len(found) == 1:
		return found[0]
	case len(found) > 1:
		m.conflict(found[0], found[1])
	default:
		m.needOne(keys...)
	}
	return ""
}

func (m *mapping) conflict(first, second string) {
	m.add("conflicting-keys", m.keySpan(second), "%s cannot have both %q and %q", m.what, first, second).
		help("remove one of them").related(m.keySpan(first), "the other one")
}
