package spec

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
