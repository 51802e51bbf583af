package runtime

import (
	"encoding/json"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// plainByte says which bytes stand for themselves in a string of JSON, as
// encoding/json writes it.
var plainByte = func() (plain [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		plain[c] = c != '"' && c != '\\' && c != '<' && c != '>' && c != '&'
	}
	return plain
}()

// Eight copies of a character: > stands for < too, which differs by one bit,
// and & for the quote.
const (
	greater    = 0x3e3e3e3e3e3e3e3e
	ampersands = 0x2626262626262626
)

// unplain marks bytes that are not in plainByte, the lowest one rightly: see
// special.
func unplain(x uint64) uint64 {
	return ((((x | 2*lowBits) ^ greater) - lowBits) | (((x | 4*lowBits) ^ ampersands) - lowBits) |
		((x ^ backslash) - lowBits) | (x - blanks) | x) & highBits
}

// isPlain says whether all bytes of v are in plainByte. What is left of the
// eights is looked at together with some bytes before it, once more.
func isPlain(v string) bool {
	n := len(v)
	switch {
	case n >= 8:
		last := load64(v, n-8)
		for ; len(v) > 8; v = v[8:] {
			if unplain(load64(v, 0)) != 0 {
				return false
			}
		}
		return unplain(last) == 0
	case n >= 4:
		return unplain(uint64(load32(v, 0))|uint64(load32(v, n-4))<<32) == 0
	}
	for i := range n {
		if !plainByte[v[i]] {
			return false
		}
	}
	return true
}

// str writes a string. Invalid UTF-8 becomes the replacement character.
//
//go:noinline
func (e *encoder) str(v string) {
	if !isPlain(v) {
		e.strSlow(v)
		return
	}
	e.buf = append(append(append(e.buf, '"'), v...), '"')
}

// strSlow writes a string of which not all bytes stand for themselves.
func (e *encoder) strSlow(v string) {
	e.buf = append(e.buf, '"')
	i, from := 0, 0
	for i < len(v) {
		c := v[i]
		if c < utf8.RuneSelf {
			if !plainByte[c] {
				e.buf = append(e.buf, v[from:i]...)
				e.escape(c)
				from = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(v[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			e.buf = append(append(e.buf, v[from:i]...), `\ufffd`...)
			from = i + size
		case r == '\u2028' || r == '\u2029':
			e.buf = append(append(e.buf, v[from:i]...), `\u202`...)
			e.buf = append(e.buf, hexDigits[r&0xf])
			from = i + size
		}
		i += size
	}
	e.buf = append(append(e.buf, v[from:]...), '"')
}

// escape writes a character of ASCII that cannot stand for itself.
func (e *encoder) escape(c byte) {
	switch c {
	case '"', '\\':
		e.buf = append(e.buf, '\\', c)
	case '\b':
		e.buf = append(e.buf, `\b`...)
	case '\f':
		e.buf = append(e.buf, `\f`...)
	case '\n':
		e.buf = append(e.buf, `\n`...)
	case '\r':
		e.buf = append(e.buf, `\r`...)
	case '\t':
		e.buf = append(e.buf, `\t`...)
	default:
		e.buf = append(e.buf, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xf])
	}
}

// writeText writes a value of a string type.
func writeText[T ~string](e *encoder, v T) { e.str(string(v)) }

// raw writes JSON as it is meant, without the space around its parts.
func (e *encoder) raw(v json.RawMessage) {
	if len(v) == 0 {
		e.null()
		return
	}
	s := scanner{depth: e.depth}
	// The text may have been read with any Limits.
	if err := s.check(v, Limits{Size: len(v), Depth: maxEncoded, Members: len(v), Number: len(v), Exponent: 1 << 27}); err != nil {
		e.fail("raw JSON: " + err.Error())
		return
	}
	e.compact(string(v))
}

// compact writes valid JSON as json.Compact and json.HTMLEscape do.
func (e *encoder) compact(v string) {
	quoted := false
	for i := 0; i < len(v); i++ {
		switch c := v[i]; {
		case c == '\\':
			e.buf = append(e.buf, c, v[i+1])
			i++
		case c == '"':
			quoted = !quoted
			e.buf = append(e.buf, c)
		case c == '<' || c == '>' || c == '&':
			e.escape(c)
		case c == 0xe2 && v[i+1] == 0x80 && v[i+2]&^1 == 0xa8:
			e.buf = append(e.buf, `\u202`...)
			e.buf = append(e.buf, hexDigits[v[i+2]&0xf])
			i += 2
		case quoted || c > ' ':
			e.buf = append(e.buf, c)
		}
	}
}
