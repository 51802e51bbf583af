package spec

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mapping reads the known keys of a mapping node.
type mapping struct {
	*reader
	node *node
	what string // names the mapping in messages
	// missing keys are not reported where the node is no mapping at all
	broken bool
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
			r.add("unknown-key", p.key.span, "%s has no key %s", what, quote(p.key.text)).
				help("%s", r.didYouMean(p.key.text, known, "known are "+strings.Join(known, ", ")))
		}
	}
	return m
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
	n := m.get(key)
	if n == nil && !m.broken {
		m.add("missing-key", m.node.span, "%s lacks the key %q", m.what, key)
	}
	return n
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

// present returns those of keys that are there.
func (m *mapping) present(keys ...string) []string {
	return slices.DeleteFunc(keys, func(key string) bool { return m.get(key) == nil })
}

// one returns the one key of keys that is there; empty, with a finding, if
// none or several are.
func (m *mapping) one(keys ...string) string {
	switch found := m.present(slices.Clone(keys)...); {
	case len(found) == 1:
		return found[0]
	case len(found) == 0 && !m.broken:
		m.add("missing-key", m.node.span, "%s lacks one of the keys %s", m.what, strings.Join(keys, ", "))
	case len(found) > 1:
		m.conflict(found[0], found[1])
	}
	return ""
}

func (m *mapping) conflict(first, second string) {
	m.add("conflicting-keys", m.keySpan(second), "%s cannot have both %q and %q", m.what, first, second).
		help("remove one of them").related(m.keySpan(first), "the other one")
}

// text reads an optional text.
func (m *mapping) text(key string) string { return m.asText(m.get(key), key) }

// needText reads a text that has to be there and to say something.
func (m *mapping) needText(key string) string { return m.nonEmpty(m.need(key), key) }

// someText reads an optional text that says something if it is there.
func (m *mapping) someText(key string) string { return m.nonEmpty(m.get(key), key) }

func (r *reader) nonEmpty(n *node, what string) string {
	text := r.asText(n, what)
	if n != nil && n.kind == textNode && text == "" {
		r.add("empty", n.span, "%s must not be empty", what)
	}
	return text
}

// asText reads a text; an absent one is empty.
func (r *reader) asText(n *node, what string) string {
	if n == nil || !r.is(n, what, textNode) {
		return ""
	}
	return n.text
}

// pattern reads an optional text of a certain form.
func (m *mapping) pattern(key, code string, form *regexp.Regexp, help string) string {
	return m.asPattern(m.get(key), key, code, form, help)
}

func (r *reader) asPattern(n *node, what, code string, form *regexp.Regexp, help string) string {
	text := r.asText(n, what)
	if n != nil && n.kind == textNode && !form.MatchString(text) {
		r.add(code, n.span, "%s cannot be %s", what, quote(text)).help("%s", help)
		return ""
	}
	return text
}

// bool reads an optional bool; an absent one is false.
func (m *mapping) bool(key string) bool {
	n := m.get(key)
	return n != nil && m.is(n, key, boolNode) && n.boolValue()
}

// int reads an optional whole number between low and high.
func (m *mapping) int(key string, low, high, absent int) int {
	n := m.get(key)
	if n == nil {
		return absent
	}
	return m.asInt(n, key, low, high, absent)
}

func (r *reader) asInt(n *node, what string, low, high, absent int) int {
	if !r.is(n, what, intNode) {
		return absent
	}
	i, ok := n.intValue()
	if ok && int64(low) <= i && i <= int64(high) {
		return int(i)
	}
	f := r.add("out-of-range", n.span, "%s cannot be %s", what, clip(n.text))
	if high == math.MaxInt32 {
		f.help("it must be at least %d", low)
	} else {
		f.help("it must be between %d and %d", low, high)
	}
	return absent
}

// list reads an optional list.
func (m *mapping) list(key string) []*node { return m.asList(m.get(key), key) }

func (r *reader) asList(n *node, what string) []*node {
	if n == nil || !r.is(n, what, listNode) {
		return nil
	}
	return n.items
}

// notEmpty reports a list or mapping without content.
func (r *reader) notEmpty(n *node, what string) {
	if n != nil && (n.kind == listNode || n.kind == mappingNode) && len(n.items)+len(n.pairs) == 0 {
		r.add("empty", n.span, "%s must not be empty", what)
	}
}

// choice reads an optional word out of several.
func (m *mapping) choice(key string, words ...string) string {
	n := m.get(key)
	text := m.asText(n, key)
	if n == nil || n.kind != textNode || slices.Contains(words, text) {
		return text
	}
	m.add("bad-value", n.span, "%s cannot be %s", key, quote(text)).
		help("%s", m.didYouMean(text, words, "known are "+strings.Join(words, ", ")))
	return ""
}

// maxName is the length of the longest name in characters.
const maxName = 200

// name checks a name that the provider chose: any text that a person can
// read back. An enum value can be empty, nothing else.
func (r *reader) name(n *node, what string) {
	switch length := utf8.RuneCountInString(n.text); {
	case length == 0:
		r.add("bad-name", n.span, "%s must not be empty", what)
	case length > maxName:
		r.add("bad-name", n.span, "%s has %d characters, and %d are the limit", what, length, maxName)
	case strings.ContainsFunc(n.text, unreadable):
		r.add("bad-name", n.span, "%s %s holds control characters", what, quote(n.text))
	}
}

// unreadable tells controls, line ends and bidirectional controls: characters
// that make a text look like another.
func unreadable(r rune) bool {
	switch {
	case r == 0x2028, r == 0x2029, r == 0x061c, r == 0x200e, r == 0x200f, r == 0xfeff:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return unicode.IsControl(r)
}

// nameText reads an optional name.
func (m *mapping) nameText(key string) string { return m.asName(m.get(key), key) }

func (r *reader) asName(n *node, what string) string {
	text := r.asText(n, what)
	if n != nil && n.kind == textNode {
		r.name(n, what)
	}
	return text
}
