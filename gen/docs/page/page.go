package page

import (
	"bytes"
	"fmt"
	"sort"
	"unicode/utf8"

	"github.com/webhookgen/webhookgen/spec"
)

// MaxSize is the largest page that is read, in bytes.
const MaxSize = 16 << 20

// Page is a documentation page as a list of blocks.
type Page struct {
	Front  map[string]string // the scalars of the front matter
	Blocks []Block           // in the order of the page
	Lines  int
}

// Kind is what a block is.
type Kind uint8

// The kinds of blocks.
const (
	Heading Kind = iota
	Paragraph
	Table
	Fence
)

// Block is a heading, paragraph, table or fence.
type Block struct {
	Kind    Kind
	Level   int      // of a heading, from 1
	Inline  Inline   // of a heading or paragraph
	Item    bool     // of a paragraph: an item of a list begins with it
	Rows    []Row    // of a table, the header first
	Code    Code     // of a fence
	Caption []Inline // the paragraphs and tags right before a fence
	Span    spec.Span
}

// Row is a row of a table.
type Row []Inline

// Inline is running text.
type Inline struct {
	Parts []Part
	Span  spec.Span
	text  string
}

// Part is a stretch of running text of one kind.
type Part struct {
	Text string
	Code bool   // it is a code span
	Link string // where it leads, if it is part of a link
	Span spec.Span
}

// Code is the text of a fence.
type Code struct {
	Text  string
	lines []codeLine
	last  codeLine // that At returned: lines can be long, and places are asked for in order
}

// codeLine is where a line of a fence stands.
type codeLine struct {
	offset int // in the text of the fence
	at     spec.Position
}

// At returns the place of width characters from an offset of the text.
func (c *Code) At(offset, width int) spec.Span {
	offset = min(max(offset, 0), len(c.Text))
	i := sort.Search(len(c.lines), func(i int) bool { return c.lines[i].offset > offset }) - 1
	if i < 0 {
		return spec.Span{}
	}
	if from := c.lines[i]; c.last.at.Line != from.at.Line || c.last.offset > offset {
		c.last = from
	}
	c.last.at.Column += utf8.RuneCountInString(c.Text[c.last.offset:offset])
	c.last.offset = offset
	return spec.Span{Start: c.last.at, Width: max(1, width)}
}

// Read reads a page. Findings that are errors say why a text is no whole page:
// it is empty, not a text, too large, or cut off.
func Read(text []byte) (*Page, spec.Diagnostics) {
	if d := unreadable(text); d != nil {
		return nil, spec.Diagnostics{*d}
	}
	p := prepare(text)
	if p.found.HasErrors() {
		return nil, p.found
	}
	out := &Page{Front: p.front, Lines: len(p.shift)}
	out.Blocks = parse(p)
	return out, append(p.found, cutTable(p, out)...).Sorted()
}

// unreadable says why a text cannot be a page.
func unreadable(text []byte) *spec.Diagnostic {
	fault := func(code string, line int, help, format string, args ...any) *spec.Diagnostic {
		return &spec.Diagnostic{Severity: spec.Error, Code: code, Message: fmt.Sprintf(format, args...), Help: help,
			Span: spec.Span{Start: spec.Position{Line: line, Column: 1}, Width: 1}}
	}
	switch at := badByte(text); {
	case len(text) > MaxSize:
		return fault("page-too-large", 1, "give the page alone, not the whole documentation", "the page has more than %d MB", MaxSize>>20)
	case len(bytes.TrimSpace(text)) == 0:
		return fault("page-empty", 1, "give the text of a documentation page", "the page is empty")
	case at >= 0:
		return fault("page-not-text", 1+bytes.Count(text[:at], []byte("\n")), "save the page as UTF-8", "the page is not UTF-8 text")
	}
	return nil
}

// badByte returns the offset of the first byte that no text has, or -1.
func badByte(text []byte) int {
	if len(text) > MaxSize {
		return -1
	}
	for i := 0; i < len(text); {
		r, width := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && width == 1 || r == 0 || r == 0x1b {
			return i
		}
		i += width
	}
	return -1
}

// cutTable finds a table that ends with the text and lacks its end.
func cutTable(p *prepared, out *Page) spec.Diagnostics {
	line := p.lastLine()
	if len(out.Blocks) == 0 || line < 0 {
		return nil
	}
	last := bytes.TrimSpace(p.lines[line])
	if len(last) == 0 || last[0] != '|' || p.wholeRow(out.Blocks[len(out.Blocks)-1], line) {
		return nil
	}
	return spec.Diagnostics{{
		Severity: spec.Error, Code: "page-cut", Message: "the page ends in the middle of a table", Help: "fetch the whole page",
		Span: spec.Span{Start: spec.Position{Line: line + 1, Column: 1}, Width: 1},
	}}
}

// wholeRow says whether a line is a row of a table, and all of it: it ends as
// the header does, and has as many cells or a line end behind it.
func (p *prepared) wholeRow(b Block, line int) bool {
	if b.Kind != Table || len(b.Rows) < 2 || b.Span.Start.Line == 0 {
		return false
	}
	last := bytes.TrimSpace(p.lines[line])
	header := bytes.TrimSpace(p.lines[b.Span.Start.Line-1])
	ended := line+1 < len(p.lines)
	if !bytes.HasSuffix(header, []byte("|")) {
		return ended
	}
	return len(last) > 1 && bytes.HasSuffix(last, []byte("|")) && (ended || bytes.Count(last, []byte("|")) > len(b.Rows[0]))
}
