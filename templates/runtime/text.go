package runtime

import (
	"math/bits"
	"unicode/utf8"
)

// Eight copies of a byte, for looking at eight bytes at a time.
const (
	lowBits   = 0x0101010101010101
	highBits  = 0x8080808080808080
	backslash = 0x5c5c5c5c5c5c5c5c
	blanks    = 0x2020202020202020
)

func load64(s string, p int) uint64 {
	b := s[p : p+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

func load32(s string, p int) uint32 {
	b := s[p : p+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// special marks, by its highest bit, each byte of x that is a quote, a
// backslash, a control character or not ASCII. With its second bit flipped a
// quote is a blank, the blank is none, and control characters stay below: one
// comparison finds both. A borrow can mark a byte wrongly only above one that
// is marked rightly, and the lowest mark is what counts.
func special(x uint64) uint64 {
	return (((x ^ 2*lowBits) - (blanks + lowBits)) | ((x ^ backslash) - lowBits) | x) & highBits
}

// plainEnd returns the position of the first special byte at or after p. The
// padding ends it.
func plainEnd(s string, p int) int {
	for {
		if m := special(load64(s, p)); m != 0 {
			return p + bits.TrailingZeros64(m)>>3
		}
		p += 8
	}
}

// string reads the string at p, which is a quote. Without escapes the result
// is part of the text.
func (s *scanner) string(p int) (string, int) {
	e := plainEnd(s.text, p+1)
	if s.text[e] == '"' {
		return s.text[p+1 : e], e + 1
	}
	return s.stringSlow(p+1, e, true)
}

func (s *scanner) skipText(p int) int {
	e := plainEnd(s.text, p+1)
	if s.text[e] == '"' {
		return e + 1
	}
	_, p = s.stringSlow(p+1, e, false)
	return p
}

// stringSlow goes on with a string that begins at start (behind the quote) and
// is plain up to p. The string itself is only built if keep is set.
func (s *scanner) stringSlow(start, p int, keep bool) (string, int) {
	var decoded []byte // nil until the first escape
	from := start
	for {
		switch c := s.text[p]; {
		case c == '"':
			if decoded == nil {
				return s.text[start:p], p + 1
			}
			return string(append(decoded, s.text[from:p]...)), p + 1
		case c >= utf8.RuneSelf:
			if p = s.runes(p); p < 0 {
				return "", p
			}
		case c == '\\':
			r, after := s.escape(p)
			if after < 0 {
				return "", after
			}
			if keep {
				if decoded == nil {
					decoded = make([]byte, 0, p-start+32)
				}
				decoded = utf8.AppendRune(append(decoded, s.text[from:p]...), r)
				from = after
			}
			p = after
		default:
			return "", s.fail(p, "a control character in a string")
		}
		p = plainEnd(s.text, p)
	}
}

// runes passes over a run of characters beyond ASCII.
func (s *scanner) runes(p int) int {
	for s.text[p] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s.text[p:])
		if r == utf8.RuneError && size <= 1 {
			return s.fail(p, "invalid UTF-8")
		}
		p += size
	}
	return p
}

// escape reads the escape sequence at p.
func (s *scanner) escape(p int) (rune, int) {
	switch s.text[p+1] {
	case '"', '\\', '/':
		return rune(s.text[p+1]), p + 2
	case 'b':
		return '\b', p + 2
	case 'f':
		return '\f', p + 2
	case 'n':
		return '\n', p + 2
	case 'r':
		return '\r', p + 2
	case 't':
		return '\t', p + 2
	case 'u':
		return s.unicodeEscape(p)
	}
	return 0, s.fail(p, "an unknown escape in a string")
}

func (s *scanner) unicodeEscape(p int) (rune, int) {
	r := s.hex4(p + 2)
	switch {
	case r < 0:
		return 0, s.fail(p, "four hexadecimal digits are wanted after \\u")
	case r < 0xd800 || r > 0xdfff:
		return r, p + 6
	case r < 0xdc00 && s.text[p+6] == '\\' && s.text[p+7] == 'u':
		if low := s.hex4(p + 8); low >= 0xdc00 && low <= 0xdfff {
			return (r-0xd800)<<10 + (low - 0xdc00) + 0x10000, p + 12
		}
	}
	return 0, s.fail(p, "half of a surrogate pair")
}

// hex4 reads four hexadecimal digits, or returns -1.
func (s *scanner) hex4(p int) rune {
	var r rune
	for _, c := range []byte(s.text[p : p+4]) {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return -1
		}
		r = r<<4 | rune(c)
	}
	return r
}

// name reads the member name at p, the colon and the space around it.
func (s *scanner) name(p int) (string, int) {
	text := s.text
	if text[p] == '"' {
		e := p + 1
		m := special(load64(text, e))
		for ; m == 0; m = special(load64(text, e)) { // plainEnd, without a call
			e += 8
		}
		e += bits.TrailingZeros64(m) >> 3
		if w := load32(text, e); uint16(w) == '"'|':'<<8 && byte(w>>16) > ' ' {
			return text[p+1 : e], e + 2
		}
	}
	return s.nameSlow(p)
}

// nameSlow is name for what is not written in the most compact way.
func (s *scanner) nameSlow(p int) (string, int) {
	if s.text[p] != '"' {
		return "", s.failName(p)
	}
	name, p := s.string(p)
	if p < 0 {
		return "", p
	}
	if p = s.space(p); s.text[p] != ':' {
		return "", s.fail(p, "a colon is wanted")
	}
	return name, s.space(p + 1)
}

//go:noinline
func (s *scanner) failName(p int) int { return s.fail(p, "a member's name is wanted") }
