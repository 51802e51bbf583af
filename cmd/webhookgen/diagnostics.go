package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/webhookgen/webhookgen/spec"
)

// writeDiagnostics writes findings as a compiler does: place, message, the
// source line and a caret under the place.
func (p *program) writeDiagnostics(w io.Writer, f *specFile, found spec.Diagnostics) {
	lines := strings.Split(string(f.text), "\n")
	for _, d := range found {
		severity := p.red(w, string(d.Severity)+":")
		if d.Severity == spec.Warning {
			severity = p.yellow(w, string(d.Severity)+":")
		}
		fmt.Fprintf(w, "%s %s %s [%s]\n", place(f.path, d.Span), severity, printable(d.Message), d.Code)
		p.writeExcerpt(w, lines, d.Span)
		for _, r := range d.Related {
			fmt.Fprintf(w, "%s %s %s\n", place(f.path, r.Span), p.cyan(w, "note:"), printable(r.Message))
			p.writeExcerpt(w, lines, r.Span)
		}
		if d.Help != "" {
			fmt.Fprintf(w, "  %s %s\n", p.cyan(w, "help:"), printable(d.Help))
		}
	}
}

// place is what editors and terminals turn into a link.
func place(path string, s spec.Span) string {
	path = printable(path)
	if s.Start.Line == 0 {
		return path + ":"
	}
	return fmt.Sprintf("%s:%d:%d:", path, s.Start.Line, s.Start.Column)
}

// Of a long line only a window around the place is shown.
const (
	windowBefore = 60
	windowAfter  = 60
)

// writeExcerpt writes the line of a place, and a caret under it.
func (p *program) writeExcerpt(w io.Writer, lines []string, s spec.Span) {
	if s.Start.Line < 1 || s.Start.Line > len(lines) {
		return
	}
	before, marked, after := cut(strings.TrimRight(lines[s.Start.Line-1], "\r"), s)
	number := fmt.Sprint(s.Start.Line)
	fmt.Fprintf(w, "%5s | %s%s%s\n", number, before, marked, after)
	carets := strings.Repeat("^", max(1, uniseg.StringWidth(marked)))
	fmt.Fprintf(w, "%5s | %s%s\n", "", strings.Repeat(" ", uniseg.StringWidth(before)), p.red(w, carets))
}

// cut splits line at the place into what is shown before, at and after it.
func cut(line string, s spec.Span) (before, marked, after string) {
	const ellipsis = "…"
	runes := []rune(line)
	start := min(max(s.Start.Column-1, 0), len(runes))
	end := min(start+max(s.Width, 0), len(runes))
	first, last := max(start-windowBefore, 0), min(end+windowAfter, len(runes))
	if end-start > windowAfter {
		end = start + windowAfter
		last = end
	}
	before, marked, after = string(runes[first:start]), string(runes[start:end]), string(runes[end:last])
	if first > 0 {
		before = ellipsis + before
	}
	if last < len(runes) {
		after += ellipsis
	}
	return printable(before), printable(marked), printable(after)
}

// printable replaces what a terminal would not show as one character, or
// would take as a command: control characters and bytes that are not UTF-8.
func printable(text string) string {
	if isPlain(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r == utf8.RuneError || !unicode.IsPrint(r):
			return '\uFFFD'
		}
		return r
	}, text)
}

// isPlain says whether text is printable ASCII.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}
