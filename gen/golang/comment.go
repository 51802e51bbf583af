package golang

import (
	"go/build/constraint"
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
)

// lineWidth is how wide the text of a comment line gets.
const lineWidth = 76

// comment returns text as line comments, each on a line of its own, ending in
// a line break; nothing for an empty text. Jennifer's own Comment would turn a
// text of several lines into a block, and a "*/" in it into code.
func comment(text string) *jen.Statement {
	s := jen.Null()
	for _, line := range commentLines(text) {
		s.Comment(strings.TrimRight("// "+line, " ")).Line()
	}
	return s
}

// commentLines wraps text. Empty lines separate its paragraphs.
func commentLines(text string) []string {
	var lines []string
	for _, paragraph := range paragraphs(text) {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		for _, line := range wrap(paragraph) {
			lines = append(lines, noConstraint(line))
		}
	}
	return lines
}

// noConstraint keeps the text of a comment line from being a build constraint:
// gofmt looks for the old form of them everywhere, and moves them to the top.
func noConstraint(line string) string {
	if constraint.IsPlusBuild("// " + line) {
		word, rest, _ := strings.Cut(line, " ")
		return strings.TrimRight(strconv.Quote(word)+" "+rest, " ")
	}
	return line
}

// paragraphs splits text at empty lines into lists of words.
func paragraphs(text string) [][]string {
	var out [][]string
	var words []string
	for _, line := range splitLines(text) {
		fields := strings.Fields(scrub(line))
		if len(fields) == 0 && len(words) > 0 {
			out = append(out, words)
			words = nil
		}
		words = append(words, fields...)
	}
	if len(words) > 0 {
		out = append(out, words)
	}
	return out
}

// splitLines splits text at everything that some tool takes for a line break.
func splitLines(text string) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Split(strings.Map(func(r rune) rune {
		if isLineBreak(r) {
			return '\n'
		}
		return r
	}, text), "\n")
}

func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// scrub replaces what a reader of the source could not see: control and format
// characters, those that turn the direction of text among them.
func scrub(line string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case ' ' <= r && r <= '~': // the tables of Unicode take their time
		case r == '\t':
			return ' '
		case unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) || r == unicode.ReplacementChar:
			return '\uFFFD'
		}
		return r
	}, line)
}

func wrap(words []string) []string {
	var lines []string
	start, length := 0, -1 // of the line
	for i, word := range words {
		if i > start && length+1+len(word) > lineWidth {
			lines = append(lines, strings.Join(words[start:i], " "))
			start, length = i, -1
		}
		length += 1 + len(word)
	}
	return append(lines, strings.Join(words[start:], " "))
}
