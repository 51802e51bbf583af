package spec

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// source is the text of a file and the index of its lines. Two notions of a
// line meet here: yaml.v3 also breaks lines at a lone carriage return, NEL,
// U+2028 and U+2029, while people and editors count line feeds.
type source struct {
	text      []byte
	lines     []int // offset at which each line begins, for people
	yamlLines []int // the same, as yaml.v3 counts

	last, yamlLast mark
}

func newSource(text []byte) *source {
	s := &source{text: text, lines: []int{0}, yamlLines: []int{0}}
	for i := 0; i < len(text); i++ {
		width := breakWidth(text[i:])
		if width == 0 {
			continue
		}
		i += width - 1
		s.yamlLines = append(s.yamlLines, i+1)
		if text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// breakWidth returns the bytes of the line break, as yaml.v3 sees them, at
// the head of b; 0 if there is none.
func breakWidth(b []byte) int {
	switch b[0] {
	case '\n':
		return 1
	case '\r':
		if len(b) > 1 && b[1] == '\n' {
			return 2
		}
		return 1
	case 0xc2: // NEL
		if len(b) > 1 && b[1] == 0x85 {
			return 2
		}
	case 0xe2: // U+2028, U+2029
		if len(b) > 2 && b[1] == 0x80 && (b[2] == 0xa8 || b[2] == 0xa9) {
			return 3
		}
	}
	return 0
}

// line returns the text of a line without its end; empty if there is none.
func (s *source) line(number int) string {
	if number < 1 || number > len(s.lines) {
		return ""
	}
	return string(s.text[s.lines[number-1]:s.lineEnd(number)])
}

// lineEnd is the offset after the last character of a line.
func (s *source) lineEnd(number int) int {
	start, end := s.lines[number-1], len(s.text)
	if number < len(s.lines) {
		end = s.lines[number]
	}
	return start + len(bytes.TrimRight(s.text[start:end], "\r\n"))
}

// mark is a place in the text, the last that was asked for. Places are asked
// for in the order of the text, and lines can be long: going on from the last
// place keeps a file that is one line from taking quadratic time.
type mark struct{ line, column, offset int }

// position turns an offset into a position.
func (s *source) position(offset int) Position {
	offset = min(max(offset, 0), len(s.text))
	line := sort.SearchInts(s.lines, offset+1)
	offset = min(offset, s.lineEnd(line))
	if s.last.line != line || s.last.offset > offset {
		s.last = mark{line, 1, s.lines[line-1]}
	}
	s.last.column += utf8.RuneCount(s.text[s.last.offset:offset])
	s.last.offset = offset
	return Position{Line: line, Column: s.last.column}
}

// offset turns a line and column of yaml.v3 into an offset inside the text.
func (s *source) offset(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(s.yamlLines) {
		return len(s.text)
	}
	m := &s.yamlLast
	if m.line != line || m.column > column {
		*m = mark{line, 1, s.yamlLines[line-1]}
	}
	for ; m.column < column && m.offset < len(s.text); m.column++ {
		_, width := utf8.DecodeRune(s.text[m.offset:])
		m.offset += width
	}
	return m.offset
}

// span is the stretch of width characters from offset, cut at the line's end.
func (s *source) span(offset, width int) Span {
	start := s.position(offset)
	rest := s.text[s.last.offset:s.lineEnd(start.Line)]
	rest = rest[:min(len(rest), width*utf8.UTFMax)]
	return Span{Start: start, Width: max(1, min(width, utf8.RuneCount(rest)))}
}

// wholeLine is the text of a line of yaml.v3 without its indentation.
func (s *source) wholeLine(line int) Span {
	start := s.offset(min(max(line, 1), len(s.yamlLines)), 1)
	text := s.text[start:s.lineEnd(s.position(start).Line)]
	indent := len(text) - len(bytes.TrimLeft(text, " \t"))
	return s.span(start+indent, utf8.RuneCount(text)-indent)
}

// scalarWidth is the number of characters of the scalar at offset that stand
// on its first line, quotes included.
func (s *source) scalarWidth(offset int, value string) int {
	rest := s.text[offset:]
	if len(rest) == 0 {
		return 1
	}
	if rest[0] == '"' || rest[0] == '\'' {
		return utf8.RuneCount(rest[:closingQuote(rest)])
	}
	// Of a plain text that goes on below, the first line is what both share.
	same := 0
	for same < len(rest) && same < len(value) && rest[same] == value[same] {
		same++
	}
	return utf8.RuneCount(rest[:same])
}

// closingQuote is the offset after the quote that ends the scalar at the head
// of text, or that of the line's end where the scalar goes on below.
func closingQuote(text []byte) int {
	quote := text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\n' || text[i] == '\r':
			return i
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] == quote && quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		case text[i] == quote:
			return i + 1
		}
	}
	return len(text)
}
