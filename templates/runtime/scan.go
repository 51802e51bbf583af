package runtime

import (
	"strings"
	"unicode/utf8"
)

// padding follows every text, so that no read needs a bound: NUL is never part
// of JSON, and the longest look ahead is shorter than this.
const padding = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

// scanner passes over JSON text, strictly. Its methods take the position of
// something and return the position after it, or -1 after noting in problem
// and offset what was wrong.
type scanner struct {
	text      string // the input and its padding
	end       int    // length of the input
	limits    Limits // with defaults
	depth     int
	names     []string // of members that no field takes, of all open objects
	mostNames int      // that there were at once
	offset    int
	problem   string
	copied    func([]byte) string // makes the text; nil for one that stays
}

// load makes input the text to scan: the only copy, which all strings of the
// result share. It is false, with problem set, if the input is too large.
func (s *scanner) load(input []byte, limits Limits) bool {
	s.limits = limits.withDefaults()
	return s.loadText(input)
}

// loadText is load within the limits that s has.
func (s *scanner) loadText(input []byte) bool {
	s.end = len(input)
	if s.end > s.limits.Size {
		s.fail(s.limits.Size, "the input is larger than the limit")
		return false
	}
	if s.copied != nil {
		s.text = s.copied(input)
		return true
	}
	var b strings.Builder
	b.Grow(len(input) + len(padding))
	b.Write(input)
	b.WriteString(padding)
	s.text = b.String()
	return true
}

// fail notes what is wrong at p and returns -1.
//
//go:noinline
func (s *scanner) fail(p int, problem string) int {
	if p >= s.end && s.end <= s.limits.Size {
		p, problem = s.end, "the input ends too early"
	}
	s.offset, s.problem = p, problem
	return -1
}

// syntaxError returns what fail noted, or nil.
func (s *scanner) syntaxError() error {
	if s.problem == "" {
		return nil
	}
	return &SyntaxError{Offset: s.offset, Problem: s.problem}
}

// space returns the position of the first byte at or after p that is not white space.
func (s *scanner) space(p int) int {
	text := s.text
	for {
		switch text[p] {
		case ' ', '\t', '\n', '\r':
			p++
		default:
			return p
		}
	}
}

// document returns the position of the only value's first byte.
func (s *scanner) document() int {
	if c := s.text[0]; ' ' < c && c < utf8.RuneSelf { // most often
		return 0
	}
	if strings.HasPrefix(s.text, "\ufeff") {
		return s.fail(0, "a byte order mark")
	}
	return s.space(0)
}

// finish checks that only white space follows the value that ended at p.
func (s *scanner) finish(p int) int {
	if p == s.end {
		return p
	}
	if p = s.space(p); p != s.end {
		return s.fail(p, "something follows the value")
	}
	return p
}

// next passes over what follows an element: a comma (more is true, and the
// position is that of the next element) or the closing byte.
func (s *scanner) next(p int, closing byte) (after int, more bool) {
	text := s.text
	switch text[p] {
	case closing:
		s.depth--
		return p + 1, false
	case ',':
		if p++; text[p] > ' ' {
			return p, true
		}
		return s.space(p), true
	}
	return s.nextSlow(p, closing)
}

// nextSlow is next behind white space.
func (s *scanner) nextSlow(p int, closing byte) (after int, more bool) {
	switch p = s.space(p); s.text[p] {
	case closing:
		s.depth--
		return p + 1, false
	case ',':
		return s.space(p + 1), true
	}
	return s.fail(p, "a comma or closing bracket is wanted"), false
}

// open passes over an opening bracket, which is at p. more is false if the
// closing one follows at once.
func (s *scanner) open(p int, closing byte) (after int, more bool) {
	if s.depth++; s.depth > s.limits.Depth {
		return s.fail(p, "nesting is deeper than the limit"), false
	}
	if p++; s.text[p] <= ' ' {
		p = s.space(p)
	}
	if s.text[p] == closing {
		s.depth--
		return p + 1, false
	}
	return p, true
}

// CheckJSON reports whether input is JSON as every function of this package
// reads it, with the default Limits: nil, or a *SyntaxError.
func CheckJSON(input []byte) error {
	var s scanner
	return s.check(input, Limits{})
}

// check passes over input, which is one value within limits.
func (s *scanner) check(input []byte, limits Limits) error {
	if s.load(input, limits) {
		if p := s.document(); p >= 0 {
			if p = s.skip(p); p >= 0 {
				s.finish(p)
			}
		}
	}
	return s.syntaxError()
}
