package jsonschema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"
)

// Bounds of what is read.
const (
	maxFile  = 16 << 20 // bytes of one file
	maxDepth = 500      // levels of nesting
)

// node is a JSON value and its place.
type node struct {
	file   *file
	offset int
	up     *node
	key    string // in up

	value   any // string, json.Number, bool, nil; nil for lists and objects
	kind    byte
	items   []*node
	members map[string]*node
	order   []string // of members
	base    string   // URI that references start from
}

// The kinds of node, by the first character of their text.
const (
	objectNode = '{'
	listNode   = '['
	textNode   = '"'
	numberNode = '0'
	boolNode   = 't'
	nullNode   = 'n'
)

// file is a file that is read.
type file struct {
	name string // slash-separated
	text []byte
	root *node

	lines []int // where they start; found when they are first asked for
}

// Error says where a file is not what can be read.
type Error struct {
	File         string
	Line, Column int // 0 if the file as a whole is at fault
	Problem      string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Problem
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Problem)
}

func (f *file) fail(offset int, format string, args ...any) error {
	line, column := f.position(offset)
	return &Error{f.name, line, column, fmt.Sprintf(format, args...)}
}

// position counts from 1, columns in characters.
func (f *file) position(offset int) (line, column int) {
	if f.lines == nil {
		f.lines = lineStarts(f.text)
	}
	offset = min(max(offset, 0), len(f.text))
	line = sort.SearchInts(f.lines, offset+1)
	start := f.lines[line-1]
	return line, utf8.RuneCount(f.text[max(start, offset-maxColumn):offset]) + 1
}

// maxColumn bounds the columns that are told apart: a file can be one line.
const maxColumn = 100_000

func lineStarts(text []byte) []int {
	out := []int{0}
	for i, c := range text {
		if c == '\n' {
			out = append(out, i+1)
		}
	}
	return out
}

// parse reads a file: strictly, with duplicate members refused.
func parse(name string, text []byte) (*file, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	f := &file{name: name, text: text}
	switch {
	case len(text) > maxFile:
		return nil, &Error{File: name, Problem: fmt.Sprintf("the file has more than %d MB", maxFile>>20)}
	case !utf8.Valid(text):
		return nil, f.fail(firstInvalid(text), "the file is not UTF-8")
	case len(bytes.TrimSpace(text)) == 0:
		return nil, &Error{File: name, Problem: "the file is empty"}
	}
	p := treeReader{file: f, tokens: json.NewDecoder(bytes.NewReader(text))}
	p.tokens.UseNumber()
	root, err := p.read(nil, "", 0)
	if err != nil {
		return nil, err
	}
	after := p.next()
	if _, err := p.tokens.Token(); !errors.Is(err, io.EOF) {
		return nil, f.fail(after, "something follows the JSON value")
	}
	f.root = root
	return f, nil
}

func firstInvalid(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}

// treeReader reads nodes out of tokens.
type treeReader struct {
	file   *file
	tokens *json.Decoder
}

// next is the offset of the next token.
func (p *treeReader) next() int {
	at := int(p.tokens.InputOffset())
	return at + len(p.file.text[at:]) - len(bytes.TrimLeft(p.file.text[at:], " \t\r\n,:"))
}

func (p *treeReader) token() (json.Token, int, error) {
	at := p.next()
	token, err := p.tokens.Token()
	if err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return nil, at, p.file.fail(at, "this is not JSON: %s", syntax)
		}
		return nil, at, p.file.fail(len(p.file.text), "the JSON ends too early")
	}
	return token, at, nil
}

func (p *treeReader) read(up *node, key string, depth int) (*node, error) {
	token, at, err := p.token()
	if err != nil {
		return nil, err
	}
	n := &node{file: p.file, offset: at, up: up, key: key, value: token}
	switch token := token.(type) {
	case json.Delim:
		n.value, n.kind = nil, byte(token)
		if depth == maxDepth {
			return nil, p.file.fail(at, "this is nested more than %d levels deep", maxDepth)
		}
		if token == '{' {
			return n, p.object(n, depth)
		}
		return n, p.list(n, depth)
	case string:
		n.kind = textNode
	case json.Number:
		n.kind = numberNode
	case bool:
		n.kind = boolNode
	default:
		n.kind = nullNode
	}
	return n, nil
}

func (p *treeReader) object(n *node, depth int) error {
	n.members = map[string]*node{}
	for p.tokens.More() {
		token, at, err := p.token()
		if err != nil {
			return err
		}
		name, _ := token.(string)
		if n.members[name] != nil {
			return p.file.fail(at, "the member %q occurs twice", clip(name))
		}
		if n.members[name], err = p.read(n, name, depth+1); err != nil {
			return err
		}
		n.order = append(n.order, name)
	}
	_, _, err := p.token()
	return err
}

func (p *treeReader) list(n *node, depth int) error {
	for p.tokens.More() {
		item, err := p.read(n, fmt.Sprint(len(n.items)), depth+1)
		if err != nil {
			return err
		}
		n.items = append(n.items, item)
	}
	_, _, err := p.token()
	return err
}

// pointer is the place of n in its file, as RFC 6901 has it.
func (n *node) pointer() string {
	var keys []string
	for ; n.up != nil; n = n.up {
		keys = append(keys, "/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(n.key))
	}
	var b strings.Builder
	for i := len(keys) - 1; i >= 0; i-- {
		b.WriteString(keys[i])
	}
	return b.String()
}

// text returns the text in a member, and whether there is one.
func (n *node) text(name string) (string, bool) {
	if m := n.members[name]; m != nil && m.kind == textNode {
		return m.value.(string), true
	}
	return "", false
}

func clip(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}
