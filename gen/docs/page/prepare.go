package page

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/webhookgen/webhookgen/spec"
)

// The bounds of what is given to the Markdown library, whose work can grow
// faster than the text.
const (
	maxNesting = 32      // of quotes and lists on one line
	maxRun     = 1 << 16 // bytes of a paragraph
)

// prepared is a page as the Markdown library gets it: front matter, comments
// and lines that are JSX alone are blank, nothing is indented so far that it
// would be code, and every line stands where it stood.
type prepared struct {
	front map[string]string
	lines [][]byte // without their ends
	shift []int    // columns that each line has lost on its left
	tags  map[int]string
	found spec.Diagnostics
}

// prepare blanks what is not Markdown.
func prepare(text []byte) *prepared {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	p := &prepared{front: map[string]string{}, tags: map[int]string{}}
	for _, line := range bytes.Split(text, []byte("\n")) {
		line = bytes.TrimSuffix(line, []byte("\r"))
		p.lines = append(p.lines, bytes.ReplaceAll(line, []byte("\r"), []byte(" ")))
	}
	p.shift = make([]int, len(p.lines))
	first := p.frontMatter()
	p.walk(first)
	return p
}

// lastLine is the index of the last line that is not blank, -1 if none.
func (p *prepared) lastLine() int {
	for i := len(p.lines) - 1; i >= 0; i-- {
		if len(bytes.TrimSpace(p.lines[i])) > 0 {
			return i
		}
	}
	return -1
}

func (p *prepared) text() []byte { return append(bytes.Join(p.lines, []byte("\n")), '\n') }

var frontScalar = regexp.MustCompile(`^([A-Za-z][\w-]*):\s*["']?(.*?)["']?\s*$`)

// frontMatter takes the front matter out and returns the line after it.
func (p *prepared) frontMatter() int {
	if string(bytes.TrimRight(p.lines[0], " \t")) != "---" {
		return 0
	}
	for i := 1; i < len(p.lines); i++ {
		if string(bytes.TrimRight(p.lines[i], " \t")) != "---" {
			continue
		}
		for j := 0; j <= i; j++ {
			if m := frontScalar.FindSubmatch(p.lines[j]); m != nil {
				p.front[string(m[1])] = string(m[2])
			}
			p.lines[j] = nil
		}
		return i + 1
	}
	return 0
}

var (
	fenceOpen  = regexp.MustCompile("^((?:\\s*(?:>|[-*+]\\s|\\d{1,9}[.)]\\s))*)(\\s*)(`{3,}|~{3,})([^`]*)$")
	tagLine    = regexp.MustCompile(`^\s*</?[A-Za-z][\w.:-]*(?:\s+[^<>]*|\s*)/?>\s*$`)
	htmlTable  = regexp.MustCompile(`^(?i)<table[\s>]`)
	quoteMarks = regexp.MustCompile(`^(?:\s*(?:>|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)))*`)
)

// openFence is the fence that a line stands in.
type openFence struct {
	mark   []byte // of its opening
	line   int
	quoted bool
	indent int // columns to take off each line
}

// walk goes over the lines from first on.
func (p *prepared) walk(first int) {
	var in *openFence
	comment := "" // what ends the comment that the line stands in
	run := 0
	for i := first; i < len(p.lines); i++ {
		line := p.lines[i]
		switch {
		case in != nil:
			if in = p.fenceLine(in, i); in == nil {
				run = 0
			}
			continue
		case comment != "":
			comment = p.commentLine(i, comment)
			continue
		}
		if in = p.opens(i); in != nil {
			continue
		}
		if comment = p.commentStart(i); comment != "" {
			comment = p.commentLine(i, comment)
			continue
		}
		run = p.plainLine(i, line, run)
	}
	if in != nil {
		p.fail(in.line, "page-cut", "fetch the whole page, or close the fence", "the fence that begins here never ends")
	}
}

func (p *prepared) fail(line int, code, help, message string) {
	p.found = append(p.found, spec.Diagnostic{Severity: spec.Error, Code: code, Help: help, Message: message,
		Span: spec.Span{Start: spec.Position{Line: line + 1, Column: 1}, Width: max(1, len(bytes.TrimSpace(p.lines[line])))}})
}

// opens says whether line i opens a fence.
func (p *prepared) opens(i int) *openFence {
	line := p.lines[i]
	if !bytes.Contains(line, []byte("```")) && !bytes.Contains(line, []byte("~~~")) {
		return nil
	}
	m := fenceOpen.FindSubmatch(line)
	if m == nil {
		return nil
	}
	in := &openFence{mark: m[3], line: i, quoted: bytes.Contains(m[1], []byte(">"))}
	if len(m[1]) == 0 && len(m[2]) > 3 {
		in.indent = len(m[2])
		p.dedent(i, in.indent)
	}
	return in
}

// fenceLine takes in a line of a fence; the fence is nil after its last one.
func (p *prepared) fenceLine(in *openFence, i int) *openFence {
	p.dedent(i, in.indent)
	line := bytes.TrimSpace(p.lines[i])
	if in.quoted {
		if !bytes.HasPrefix(line, []byte(">")) {
			return nil
		}
		line = bytes.TrimLeft(line, "> \t")
	}
	marks := 0
	for marks < len(line) && line[marks] == in.mark[0] {
		marks++
	}
	if marks >= len(in.mark) && marks == len(line) {
		if !in.quoted && in.indent == 0 {
			indent := len(p.lines[i]) - len(bytes.TrimLeft(p.lines[i], " \t"))
			if indent > 3 || bytes.IndexByte(p.lines[i][:indent], '\t') >= 0 {
				p.dedent(i, indent)
			}
		}
		return nil
	}
	return in
}

// dedent takes up to n columns of blanks off line i.
func (p *prepared) dedent(i, n int) {
	for ; n > 0 && len(p.lines[i]) > 0 && (p.lines[i][0] == ' ' || p.lines[i][0] == '\t'); n-- {
		p.lines[i] = p.lines[i][1:]
		p.shift[i]++
	}
}

// commentStart returns what ends the comment that line i begins with.
func (p *prepared) commentStart(i int) string {
	line := bytes.TrimSpace(p.lines[i])
	switch {
	case bytes.HasPrefix(line, []byte("<!--")):
		return "-->"
	case bytes.HasPrefix(line, []byte("{/*")):
		return "*/}"
	}
	return ""
}

func (p *prepared) commentLine(i int, end string) string {
	if _, rest, ended := bytes.Cut(p.lines[i], []byte(end)); ended {
		p.shift[i] += len(p.lines[i]) - len(rest)
		p.lines[i] = rest
		return ""
	}
	p.lines[i] = nil
	return end
}

// plainLine takes in a line outside of fences and comments and returns the
// length of the paragraph so far.
func (p *prepared) plainLine(i int, line []byte, run int) int {
	trimmed := bytes.TrimLeft(line, " \t")
	if htmlTable.Match(trimmed) {
		p.warn(i, "page-html-table", "this table is written in HTML, and what it states is not read")
	}
	switch {
	case len(trimmed) == 0:
		return 0
	case trimmed[0] == '<' && tagLine.Match(line):
		p.tags[i] = string(trimmed)
		p.lines[i] = nil
		return 0
	case len(trimmed) < len(line) && (len(line)-len(trimmed) > 3 || bytes.IndexByte(line[:len(line)-len(trimmed)], '\t') >= 0):
		p.dedent(i, len(line)-len(trimmed))
	}
	if marks := quoteMarks.Find(p.lines[i]); len(marks) > 0 && len(bytes.Fields(bytes.ReplaceAll(marks, []byte(">"), []byte("> ")))) > maxNesting {
		p.lines[i] = nil
		p.warn(i, "page-nesting", fmt.Sprintf("this is nested more than %d levels deep, and left out", maxNesting))
		return 0
	}
	if trimmed[0] == '|' && len(trimmed) <= maxRun {
		return 0
	}
	if run += len(trimmed); run > maxRun {
		p.lines[i] = nil
		p.warn(i, "page-paragraph", fmt.Sprintf("this paragraph has more than %d KB: the line is left out", maxRun>>10))
		return 0
	}
	return run
}

func (p *prepared) warn(line int, code, message string) {
	if len(p.found) < 20 {
		p.found = append(p.found, spec.Diagnostic{Severity: spec.Warning, Code: code, Message: message,
			Span: spec.Span{Start: spec.Position{Line: line + 1, Column: 1}, Width: 1}})
	}
}
