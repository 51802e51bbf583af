package spec

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// style is the ANSI sequence of each part of a rendered diagnostic.
var style = map[string]string{
	"place": "\x1b[1m", string(Error): "\x1b[1;31m", string(Warning): "\x1b[1;33m",
	"code": "\x1b[2m", "gutter": "\x1b[2m", "caret": "\x1b[1;32m", "help": "\x1b[1;36m", "note": "\x1b[1;34m",
}

const styleOff = "\x1b[0m"

// maxShown is how many characters of a line are shown.
const maxShown = 120

// Render writes the findings as a compiler does: place, severity, message and
// code, then the line of src with a mark below, what to do, and the other
// places that take part. file is the path as the user gave it; src is the text
// that was parsed. The error is that of w.
func (ds Diagnostics) Render(w io.Writer, file string, src []byte, colour bool) error {
	p := printer{out: bufio.NewWriter(w), file: harmless(file), src: newSource(src), colour: colour}
	for _, d := range ds {
		p.diagnostic(d)
	}
	return p.out.Flush()
}

type printer struct {
	out    *bufio.Writer
	file   string
	src    *source
	colour bool
}

func (p *printer) diagnostic(d Diagnostic) {
	p.head(d.Span, string(d.Severity), harmless(d.Message)+" "+p.paint("code", "["+d.Code+"]"))
	p.line(d.Span)
	if d.Help != "" {
		fmt.Fprintf(p.out, "  %s %s\n", p.paint("help", "help:"), harmless(d.Help))
	}
	for _, other := range d.Related {
		fmt.Fprint(p.out, "  ")
		p.head(other.Span, "note", harmless(other.Message))
		p.line(other.Span)
	}
}

func (p *printer) head(at Span, kind, text string) {
	place := p.file
	if at.Start.Line > 0 {
		place += fmt.Sprintf(":%d:%d", at.Start.Line, at.Start.Column)
	}
	fmt.Fprintf(p.out, "%s %s %s\n", p.paint("place", place+":"), p.paint(kind, kind+":"), text)
}

// line shows the line of a span with a mark below it.
func (p *printer) line(at Span) {
	if at.Start.Line < 1 || at.Start.Line > len(p.src.lines) {
		return
	}
	text, column := window(p.src.line(at.Start.Line), at.Start.Column-1)
	gutter := fmt.Sprintf("%5d | ", at.Start.Line)
	fmt.Fprintf(p.out, "%s%s\n", p.paint("gutter", gutter), harmless(string(text)))
	width := max(1, min(at.Width, len(text)-column))
	mark := "^" + strings.Repeat("~", width-1)
	fmt.Fprintf(p.out, "%s%s%s\n", p.paint("gutter", "      | "), blank(text[:min(column, len(text))]), p.paint("caret", mark))
}

func (p *printer) paint(part, text string) string {
	if !p.colour {
		return text
	}
	return style[part] + text + styleOff
}

// window cuts a long line around column and returns where column is in it.
func window(line string, column int) ([]rune, int) {
	length := utf8.RuneCountInString(line)
	if length <= maxShown {
		return []rune(line), column
	}
	start := max(0, min(column-maxShown/3, length-maxShown))
	from := 0
	for range start {
		_, width := utf8.DecodeRuneInString(line[from:])
		from += width
	}
	shown := []rune(line[from:min(len(line), from+maxShown*utf8.UTFMax)])[:maxShown]
	if start > 0 {
		shown[0] = '…'
	}
	if start+maxShown < length {
		shown[maxShown-1] = '…'
	}
	return shown, column - start
}

// blank is the room that text takes, tabs kept so that what follows aligns.
func blank(text []rune) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, string(text))
}

// harmless replaces what a terminal would act upon, character by character.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || unreadable(r)) {
			return utf8.RuneError
		}
		return r
	}, text)
}
