package page

import (
	"cmp"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/webhookgen/webhookgen/spec"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads CommonMark with tables. What MDX does not have is left out:
// indented code and blocks of HTML. Emphasis is left out too, since the
// underscores of names are none.
func markdown() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewRawHTMLParser(), 400)),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

// reader turns the library's tree into blocks.
type reader struct {
	src    []byte
	starts []int // offset of each line
	p      *prepared
	blocks []Block
}

func parse(p *prepared) []Block {
	r := &reader{src: p.text(), p: p}
	at := 0
	for _, line := range p.lines {
		r.starts = append(r.starts, at)
		at += len(line) + 1
	}
	r.walk(markdown().Parse(text.NewReader(r.src)))
	r.sort()
	r.captions()
	return r.blocks
}

// sort puts the blocks in the order of the page: the library has a table that
// ends in what underlines a heading before that heading.
func (r *reader) sort() {
	slices.SortStableFunc(r.blocks, func(a, b Block) int { return cmp.Compare(a.Span.Start.Line, b.Span.Start.Line) })
}

// at turns an offset into a place on the page as it was given.
func (r *reader) at(offset, width int) spec.Span {
	line := max(0, sort.SearchInts(r.starts, offset+1)-1)
	column := 1 + r.p.shift[line] + utf8.RuneCount(r.src[r.starts[line]:max(offset, r.starts[line])])
	return spec.Span{Start: spec.Position{Line: line + 1, Column: column}, Width: max(1, width)}
}

func (r *reader) walk(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			in := r.inline(c)
			if in.Span.Start.Line == 0 {
				in.Span = r.here()
			}
			r.blocks = append(r.blocks, Block{Kind: Heading, Level: c.Level, Inline: in, Span: in.Span})
		case *ast.Paragraph, *ast.TextBlock:
			// The definitions of reference links leave a paragraph of nothing.
			if in := r.inline(c); len(in.Parts) > 0 {
				r.blocks = append(r.blocks, Block{Kind: Paragraph, Inline: in, Span: in.Span, Item: beginsItem(c)})
			}
		case *ast.FencedCodeBlock:
			r.fence(c)
		case *east.Table:
			r.table(c)
		default:
			r.walk(c)
		}
	}
}

// beginsItem says whether an item of a list begins with a block.
func beginsItem(n ast.Node) bool {
	_, item := n.Parent().(*ast.ListItem)
	return item && n.PreviousSibling() == nil
}

func (r *reader) fence(c *ast.FencedCodeBlock) {
	lines := c.Lines()
	if lines.Len() == 0 {
		return
	}
	var code Code
	var b strings.Builder
	for i := range lines.Len() {
		segment := lines.At(i)
		code.lines = append(code.lines, codeLine{b.Len(), r.at(segment.Start, 1).Start})
		b.Write(segment.Value(r.src))
	}
	code.Text = b.String()
	r.blocks = append(r.blocks, Block{Kind: Fence, Code: code, Span: spec.Span{Start: code.lines[0].at, Width: 1}})
}

func (r *reader) table(t *east.Table) {
	b := Block{Kind: Table}
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells Row
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, r.inline(cell))
		}
		b.Rows = append(b.Rows, cells)
	}
	for _, row := range b.Rows {
		for _, cell := range row {
			if b.Span.Start.Line == 0 {
				b.Span = cell.Span
			}
		}
	}
	if b.Span.Start.Line == 0 {
		b.Span = r.here()
	}
	r.blocks = append(r.blocks, b)
}

// here is the place of what has no text: that of the block before.
func (r *reader) here() spec.Span {
	if n := len(r.blocks); n > 0 {
		return r.blocks[n-1].Span
	}
	return r.at(0, 1)
}

// inline collects the parts of running text below n.
func (r *reader) inline(n ast.Node) Inline {
	var in Inline
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		first := lines.At(0)
		in.Span = r.at(first.Start, first.Len())
	}
	r.parts(n, &in, Part{})
	in.settle()
	return in
}

func (r *reader) parts(n ast.Node, in *Inline, like Part) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.part(in, like, string(c.Segment.Value(r.src)), c.Segment.Start)
			if c.SoftLineBreak() || c.HardLineBreak() {
				r.part(in, Part{Link: like.Link}, " ", c.Segment.Stop)
			}
		case *ast.String:
			r.part(in, like, string(c.Value), -1)
		case *ast.CodeSpan:
			r.parts(c, in, Part{Code: true, Link: like.Link})
		case *ast.Link:
			r.parts(c, in, Part{Link: string(c.Destination)})
		case *ast.Image, *ast.RawHTML:
		default:
			r.parts(c, in, like)
		}
	}
}

var escaped = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)

// part adds text, which goes on with the part before if that is of its kind.
func (r *reader) part(in *Inline, like Part, s string, offset int) {
	if !like.Code {
		s = unstar(s)
	}
	if n := len(in.Parts); n > 0 && in.Parts[n-1].Code == like.Code && in.Parts[n-1].Link == like.Link && offset >= 0 {
		in.Parts[n-1].Text += s
		return
	}
	like.Text = s
	if offset >= 0 {
		like.Span = r.at(offset, utf8.RuneCountInString(s))
	}
	if in.Span.Start.Line == 0 {
		in.Span = like.Span
	}
	in.Parts = append(in.Parts, like)
}

// unstar takes the asterisks of emphasis out, and not those that are escaped.
func unstar(s string) string {
	if !strings.ContainsAny(s, `*\`) {
		return s
	}
	const kept = "\x01"
	s = strings.ReplaceAll(s, `\*`, kept)
	s = strings.ReplaceAll(s, "*", "")
	return escaped.ReplaceAllString(strings.ReplaceAll(s, kept, "*"), "$1")
}

// captions gives each fence the paragraph and tags right before it.
func (r *reader) captions() {
	for i := range r.blocks {
		if r.blocks[i].Kind != Fence {
			continue
		}
		if i > 0 && r.blocks[i-1].Kind == Paragraph {
			r.blocks[i].Caption = append(r.blocks[i].Caption, r.blocks[i-1].Inline)
		}
		for line := r.blocks[i].Span.Start.Line - 2; line >= max(0, r.blocks[i].Span.Start.Line-6); line-- {
			if tag := r.p.tags[line]; tag != "" {
				at := spec.Span{Start: spec.Position{Line: line + 1, Column: 1}, Width: len(tag)}
				r.blocks[i].Caption = append(r.blocks[i].Caption, caption(tag, at))
				break
			}
		}
	}
}

func caption(tag string, at spec.Span) Inline {
	in := Inline{Span: at, Parts: []Part{{Text: tag, Span: at}}}
	in.settle()
	return in
}
