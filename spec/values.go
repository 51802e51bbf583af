package spec

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
)

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

// compiledLate returns what compiles a pattern when it is first asked. One with
// counted repetitions takes a tenth of a millisecond and more, at every start of
// the program, and most specifications have no use for it.
func compiledLate(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
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
	i, ok := r.whole(n, what)
	if !ok {
		return absent
	}
	if int64(low) <= i && i <= int64(high) {
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

// whole reads a whole number of 64 bits: 1.0 is one too.
func (r *reader) whole(n *node, what string) (int64, bool) {
	i, ok := n.wholeValue()
	switch {
	case ok:
		return i, true
	case n.kind == intNode:
		r.add("out-of-range", n.span, "%s %s does not fit 64 bits", what, clip(n.text))
	default:
		r.is(n, what, intNode)
	}
	return 0, false
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
