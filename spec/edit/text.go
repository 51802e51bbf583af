package edit

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Text is a YAML document that can be edited. Each edit returns a new text.
type Text struct {
	src   []byte
	lines []int // offset of each line
	root  *yaml.Node
}

// ErrForm says that a text has a form that cannot be edited in place; a person
// has to do it.
var ErrForm = errors.New("its YAML form cannot be edited in place")

// Parse reads the text of a specification that spec.Parse has accepted.
func Parse(src []byte) (*Text, error) {
	if bytes.ContainsAny(src, "\u0085\u2028\u2029") || bytes.Contains(bytes.ReplaceAll(src, []byte("\r\n"), nil), []byte("\r")) {
		return nil, fmt.Errorf("unusual line breaks: %w", ErrForm)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, ErrForm
	}
	t := &Text{src: src, root: doc.Content[0], lines: []int{0}}
	for i, c := range src {
		if c == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	return t, nil
}

// entry is a key of a mapping and its value.
type entry struct {
	key, value, parent *yaml.Node
	index              int // among the keys of the parent
}

// find returns the entry that a path of keys leads to.
func (t *Text) find(path ...string) (entry, bool) {
	e := entry{value: t.root}
	for _, name := range path {
		m := e.value
		if m.Kind != yaml.MappingNode {
			return entry{}, false
		}
		found := false
		for i := 0; i+1 < len(m.Content); i += 2 {
			if m.Content[i].Value == name {
				e, found = entry{m.Content[i], m.Content[i+1], m, i / 2}, true
				break
			}
		}
		if !found {
			return entry{}, false
		}
	}
	return e, true
}

// Has says whether there is an entry at path.
func (t *Text) Has(path ...string) bool {
	_, ok := t.find(path...)
	return ok
}

// Value returns the scalar at path, empty if there is none.
func (t *Text) Value(path ...string) string {
	e, ok := t.find(path...)
	if !ok || e.value.Kind != yaml.ScalarNode {
		return ""
	}
	return e.value.Value
}

// IsMapping says whether the value at path is a mapping.
func (t *Text) IsMapping(path ...string) bool {
	e, ok := t.find(path...)
	return ok && e.value.Kind == yaml.MappingNode
}

// Keys returns the keys of the mapping at path in order.
func (t *Text) Keys(path ...string) []string {
	e, ok := t.find(path...)
	if !ok || e.value.Kind != yaml.MappingNode {
		return nil
	}
	var keys []string
	for i := 0; i < len(e.value.Content); i += 2 {
		keys = append(keys, e.value.Content[i].Value)
	}
	return keys
}

// Block returns the text of the entry at path with the comments that belong
// to it, empty if it is not on lines of its own.
func (t *Text) Block(path ...string) string {
	e, ok := t.find(path...)
	if !ok {
		return ""
	}
	if e.parent == nil || isFlow(e.parent) {
		if end, err := t.end(e.value); err == nil && e.parent != nil {
			return string(t.src[t.offset(e.key):end])
		}
		return ""
	}
	first, last := t.extent(e)
	return string(t.src[t.lines[first]:t.lineEnd(last)])
}

func isFlow(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }

// offset is where a node begins.
func (t *Text) offset(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(t.lines) {
		return len(t.src)
	}
	at := t.lines[n.Line-1]
	for range n.Column - 1 {
		_, width := utf8.DecodeRune(t.src[at:])
		at += width
	}
	return at
}

// lineEnd is the offset after a line, its break included.
func (t *Text) lineEnd(line int) int {
	if line >= 0 && line+1 < len(t.lines) {
		return t.lines[line+1]
	}
	return len(t.src)
}

func (t *Text) line(i int) string {
	if i < 0 || i >= len(t.lines) {
		return ""
	}
	return strings.TrimRight(string(t.src[t.lines[i]:t.lineEnd(i)]), "\r\n")
}

// newline is the line break of the text.
func (t *Text) newline() string {
	if bytes.Contains(t.src, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func isComment(line string) bool { return strings.HasPrefix(strings.TrimLeft(line, " \t"), "#") }

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

// extent returns the first and last line, from 0, of an entry of a block
// mapping: the comments right above it, and all that is indented below it.
func (t *Text) extent(e entry) (first, last int) {
	first, last = e.key.Line-1, t.lastLine(e)
	for first > 0 && isComment(t.line(first-1)) && indentOf(t.line(first-1)) == e.key.Column-1 {
		first--
	}
	return first, last
}

// lastLine is the last line of an entry of a block mapping.
func (t *Text) lastLine(e entry) int {
	indent, last := e.key.Column-1, e.key.Line-1
	sameColumn := e.value.Kind == yaml.SequenceNode && !isFlow(e.value) && e.value.Column == e.key.Column
	for i := e.key.Line; i < len(t.lines); i++ {
		line := t.line(i)
		if isBlank(line) {
			continue
		}
		deeper := indentOf(line) > indent || sameColumn && indentOf(line) == indent && strings.HasPrefix(line[indent:], "-")
		if !deeper {
			break
		}
		last = i
	}
	return last
}

// end is the offset after a scalar or flow value.
func (t *Text) end(n *yaml.Node) (int, error) {
	at := t.offset(n)
	switch {
	case n.Kind == yaml.ScalarNode:
		return t.scalarEnd(n, at)
	case isFlow(n):
		return t.closing(at)
	}
	return 0, ErrForm
}

func (t *Text) scalarEnd(n *yaml.Node, at int) (int, error) {
	rest := t.src[min(at, len(t.src)):]
	switch {
	case len(rest) == 0:
		return 0, ErrForm
	case n.Value == "" && n.Style == 0, n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return 0, ErrForm
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return at + quoted(rest), nil
	case bytes.HasPrefix(rest, []byte(n.Value)):
		return at + len(n.Value), nil
	}
	return 0, ErrForm
}

// quoted is the length of the quoted scalar at the head of text.
func quoted(text []byte) int {
	q := text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && q == '"':
			i++
		case text[i] == q && q == '\'' && i+1 < len(text) && text[i+1] == q:
			i++
		case text[i] == q:
			return i + 1
		}
	}
	return len(text)
}

// closing is the offset after the flow collection that begins at offset at.
func (t *Text) closing(at int) (int, error) {
	depth := 0
	for i := at; i < len(t.src); i++ {
		switch c := t.src[i]; {
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i + 1, nil
			}
		case (c == '"' || c == '\'') && startsScalar(t.src[at:i]):
			i += quoted(t.src[i:]) - 1
		case c == '#' && i > 0 && (t.src[i-1] == ' ' || t.src[i-1] == '\t' || t.src[i-1] == '\n'):
			for i+1 < len(t.src) && t.src[i+1] != '\n' {
				i++
			}
		}
	}
	return 0, ErrForm
}

// startsScalar says whether a quote after before begins a scalar, and is not
// an apostrophe inside of one.
func startsScalar(before []byte) bool {
	trimmed := bytes.TrimRight(before, " \t\r\n")
	if len(trimmed) == 0 {
		return true
	}
	switch trimmed[len(trimmed)-1] {
	case '{', '[', ',', ':':
		return true
	}
	return false
}
