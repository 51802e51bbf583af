package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

// outline writes a page as one line for each block: where it stands and what
// it holds.
func outline(p *Page) string {
	var b strings.Builder
	for _, block := range p.Blocks {
		fmt.Fprintf(&b, "%d:%d ", block.Span.Start.Line, block.Span.Start.Column)
		switch block.Kind {
		case Heading:
			fmt.Fprintf(&b, "h%d %s", block.Level, parts(block.Inline))
		case Paragraph:
			fmt.Fprintf(&b, "%s %s", map[bool]string{false: "p", true: "-"}[block.Item], parts(block.Inline))
		case Table:
			b.WriteString("table")
			for _, row := range block.Rows {
				var cells []string
				for _, cell := range row {
					cells = append(cells, parts(cell))
				}
				b.WriteString(" [" + strings.Join(cells, "|") + "]")
			}
		case Fence:
			fmt.Fprintf(&b, "fence %q", block.Code.Text)
			for _, caption := range block.Caption {
				b.WriteString(" <" + parts(caption) + ">")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// parts writes running text with its code in backquotes and its links behind.
func parts(in Inline) string {
	var b strings.Builder
	for _, p := range in.Parts {
		text := p.Text
		if p.Code {
			text = "`" + text + "`"
		}
		if p.Link != "" {
			text += "(" + p.Link + ")"
		}
		b.WriteString(text)
	}
	return b.String()
}

func TestBlocks(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"heading and paragraph":                  {"# A `b_c`\n\nText *here*\nand there.\n", "1:3 h1 A `b_c`\n3:1 p Text here and there.\n"},
		"setext headings":                        {"A\n===\n\nB\n---\n", "1:1 h1 A\n4:1 h2 B\n"},
		"line ends":                              {"# A\r\n\r\n|a|b|\r\n|-|-|\r\n|c|d|\r\n\r\n```js\r\n{\r\n}\r\n```\r\n", "1:3 h1 A\n3:2 table [a|b] [c|d]\n8:1 fence \"{\\n}\\n\"\n"},
		"byte order mark":                        {"\ufeff# A\n", "1:3 h1 A\n"},
		"front matter":                           {"---\ntitle: \"T\"\n# no heading: x\n---\n# A\n", "5:3 h1 A\n"},
		"front matter that never ends is a rule": {"---\n# A\n", "2:3 h1 A\n"},
		"a rule is no front matter":              {"# A\n\n---\nb: c\n\n---\n", "1:3 h1 A\n4:1 p b: c\n"},
		"fence words":                            {"```\na\n```\n\n~~~json5 title=\"x\"\nb\n~~~\n", "2:1 fence \"a\\n\"\n6:1 fence \"b\\n\"\n"},
		"longer fence":                           {"````md\n```js\n{}\n```\n````\n", "2:1 fence \"```js\\n{}\\n```\\n\"\n"},
		"tabs":                                   {"```js\n{\n\t\"a\": 1\n}\n```\n\n\t|a|b|\n\t|-|-|\n\t|c|d|\n", "2:1 fence \"{\\n\\t\\\"a\\\": 1\\n}\\n\"\n7:3 table [a|b] [c|d]\n"},
		"indented far":                           {"      # A\n\n      text\n\n      ```js\n      {}\n      ```\n", "1:9 h1 A\n3:7 p text\n6:7 fence \"{}\\n\" <text>\n"},
		"fence in a list":                        {"1. one\n   - two\n\n     ```js\n     {}\n     ```\n", "1:4 - one\n2:6 - two\n5:6 fence \"{}\\n\" <two>\n"},
		"fence in a quote":                       {"> cap\n>\n> ```js\n> {}\n> ```\n", "1:3 p cap\n4:3 fence \"{}\\n\" <cap>\n"},
		"nested lists":                           {"- a\n  - `b`\n    - [c](#d)\n", "1:3 - a\n2:5 - `b`\n3:7 - c(#d)\n"},
		"paragraphs of an item":                  {"- a\n\n  b\n", "1:3 - a\n3:3 p b\n"},
		"html comment":                           {"<!-- # A\n```js\n-->\n# B\n\n<!-- x --> # C\n", "4:3 h1 B\n6:14 h1 C\n"},
		"mdx comment":                            {"{/* # A\n*/}\n# B\n", "3:3 h1 B\n"},
		"comment in a fence stays":               {"```html\n<!-- a\n```\n# B\n", "2:1 fence \"<!-- a\\n\"\n4:3 h1 B\n"},
		"tags alone are no text":                 {"<Section>\n<Text>\n\n# A\n\n</Text>\n<Code title={'x y'}>\n\n```js\n{}\n```\n\n</Code>\n", "4:3 h1 A\n10:1 fence \"{}\\n\" <<Code title={'x y'}>>\n"},
		"tag right before a table":               {"<Text>\n|a|b|\n|-|-|\n|c|d|\n</Text>\n", "2:2 table [a|b] [c|d]\n"},
		"tags in text":                           {"a<sup>1</sup> `<b>` <br/>c\n", "1:1 p a1 `<b>` c\n"},
		"caption":                                {"> **`a`** sample\n\n```js\n{}\n```\n", "1:3 p `a` sample\n4:1 fence \"{}\\n\" <`a` sample>\n"},
		"cells": {"| a |  |\n|--|--|\n| **B** | [`c_d`](../e/#f) [G](h) |\n| x \\| y | `p \\| q` |\n| short |\n",
			"1:3 table [a|] [B|`c_d`(../e/#f) G(h)] [x | y|`p | q`] [short|]\n"},
		"underscores are no emphasis": {"a_b_c and _d_ and \\*e\\*\n", "1:1 p a_b_c and _d_ and *e*\n"},
		"rows without their last bar": {"|a|b\n|-|-\n|c|d\n", "1:2 table [a|b] [c|d]\n"},
		"reference links":             {"[a][1]\n\n[1]: /b\n", "1:1 p a(/b)\n"},
		"heading without text":        {"a\n\n#\n", "1:1 p a\n1:1 h1 \n"},
		"table underlined":            {"a\nb\n-|\n-\n", "1:1 h2 a\n2:1 table [b]\n"},
		"image":                       {"![a](b.png) c\n", "1:1 p  c\n"},
		"empty fence":                 {"```\n```\n# A\n", "3:3 h1 A\n"},
	} {
		p, found := Read([]byte(c.text))
		if p == nil || len(found) > 0 {
			t.Errorf("%s: %v", name, found)
			continue
		}
		if got := outline(p); got != c.want {
			t.Errorf("%s:\n%swant\n%s", name, got, c.want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	p, _ := Read([]byte("---\ntitle: \"A: b\"\napiVersion: '3.1'\nlist: [a]\n  nested: x\n---\nx\n"))
	if p.Front["title"] != "A: b" || p.Front["apiVersion"] != "3.1" || p.Front["nested"] != "" {
		t.Errorf("%q", p.Front)
	}
}

// Places in a fence, in whichever order they are asked for.
func TestPlaceInFence(t *testing.T) {
	p, _ := Read([]byte("   ```js\n   {\n     \"é\": 1\n   }\n   ```\n"))
	code := &p.Blocks[0].Code
	at := strings.Index(code.Text, "1")
	want := spec.Position{Line: 3, Column: 11}
	for _, offset := range []int{at, 0, at} {
		got := code.At(offset, 1).Start
		if offset == at && got != want || offset == 0 && got != (spec.Position{Line: 2, Column: 4}) {
			t.Errorf("offset %d at %+v", offset, got)
		}
	}
	if name := code.At(strings.Index(code.Text, "\""), 1).Start; name != (spec.Position{Line: 3, Column: 6}) {
		t.Errorf("back on the same line: %+v", name)
	}
	if end := code.At(1<<20, 1).Start.Line; end != 4 {
		t.Errorf("behind the end: line %d", end)
	}
}

func TestNoWholePage(t *testing.T) {
	for name, c := range map[string]struct {
		text, code string
		line       int
	}{
		"empty":                   {"", "page-empty", 1},
		"blank":                   {" \n\t\r\n", "page-empty", 1},
		"not UTF-8":               {"# A\n\n\xff\n", "page-not-text", 3},
		"binary":                  {"# A\n\x00", "page-not-text", 2},
		"escape":                  {"\x1b[31m", "page-not-text", 1},
		"too large":               {strings.Repeat("x", MaxSize+1), "page-too-large", 1},
		"cut in a fence":          {"# A\n\n```js\n{\n", "page-cut", 3},
		"cut in a longer fence":   {"# A\n\n````js\n{\n```\n", "page-cut", 3},
		"cut in a fence's end":    {"# A\n\n```js\n{}\n``", "page-cut", 3},
		"cut in a row":            {"|a|b|\n|-|-|\n|c|d|\n|e|f", "page-cut", 4},
		"cut in a row's end":      {"|a|b|\n|-|-|\n|c|d", "page-cut", 3},
		"cut before the last row": {"|a|b|\n|-|-|\n|c|", "page-cut", 3},
		"cut without last bars":   {"|a|b\n|-|-\n|c", "page-cut", 3},
		"cut after the header":    {"# A\n\n|a|b|\n|-|-|\n", "page-cut", 4},
	} {
		p, found := Read([]byte(c.text))
		if len(found) != 1 || !found.HasErrors() || found[0].Code != c.code || found[0].Span.Start.Line != c.line {
			t.Errorf("%s: %v", name, found)
		}
		if p != nil && c.code != "page-cut" {
			t.Errorf("%s: a page is returned", name)
		}
	}
}

// What is not read is left out, with a warning that says where: tables in HTML,
// and what costs the Markdown library more than its size.
func TestLeftOut(t *testing.T) {
	for name, c := range map[string]struct{ text, code string }{
		"nested quotes":  {"# A\n" + strings.Repeat("> ", 100) + "x\n", "page-nesting"},
		"nested lists":   {"# A\n" + strings.Repeat("- ", 100) + "x\n", "page-nesting"},
		"long paragraph": {"# A\n" + strings.Repeat("[x](y) *z*\n", 20_000), "page-paragraph"},
		"HTML table":     {"# A\n<table class=\"x\">\n<tr><td>b</td></tr>\n</table>\n", "page-html-table"},
		"long line":      {"# A\n" + strings.Repeat("`[", 1<<16), "page-paragraph"},
	} {
		p, found := Read([]byte(c.text))
		if p == nil || len(found) == 0 || found[0].Code != c.code || found[0].Severity != spec.Warning || found[0].Span.Start.Line < 2 {
			t.Errorf("%s: %v", name, found)
			continue
		}
		if p.Blocks[0].Kind != Heading {
			t.Errorf("%s: the rest is gone", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"---\ntitle: x\n---\n# A `b`\n\n|a|b|\n|-|-|\n|`c`|[d](#e)|\n\n```js\n{\"a\": 1} // b\n```\n", "\ufeffA\r\n===\r\n\r\n> > - x\r\n",
		"<A b={1}>\n\n1. x\n   ~~~\n\t{}\n   ~~~\n", "<!-- a\n--> {/* b */}\n|a|\n|-|\n|b", "````\n```\n", "\t\t# A\n\n[a][b]\n\n[b]: c \"d\"\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, found := Read(text)
		lines := strings.Count(string(text), "\n") + 1
		for _, d := range found {
			if d.Span.Start.Line < 1 || d.Span.Start.Line > lines {
				t.Errorf("%s on line %d of %d", d.Code, d.Span.Start.Line, lines)
			}
		}
		if p == nil {
			if !found.HasErrors() {
				t.Error("no page and no error")
			}
			return
		}
		last := 0
		for _, b := range p.Blocks {
			at := b.Span.Start
			if at.Line < max(1, last) || at.Line > lines || at.Column < 1 {
				t.Errorf("a block at %+v behind line %d of %d", at, last, lines)
			}
			last = at.Line
			if b.Kind == Fence {
				if end := b.Code.At(len(b.Code.Text), 1).Start; end.Line < at.Line || end.Line > lines {
					t.Errorf("a fence from line %d to %d of %d", at.Line, end.Line, lines)
				}
			}
		}
	})
}
