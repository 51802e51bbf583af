package runtime

import (
	"encoding/json"
	"errors"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"unicode/utf8"
)

// encoder appends JSON to buf, in the form of encoding/json: no space, HTML
// characters escaped, map keys sorted. What cannot be written is noted in err.
type encoder struct {
	buf   []byte
	depth int
	err   error
}

// maxEncoded is the nesting at which a value is taken for one that contains
// itself. It lies far above the Limits, which a program can raise for reading.
const maxEncoded = 10_000

// encodable is a value that an encoder can write.
type encodable interface {
	encode(e *encoder)
}

// appendJSON appends v to dst. dst is returned as it was if that fails.
func appendJSON(dst []byte, v encodable) ([]byte, error) {
	return appendWith(dst, v, writeVariant[encodable])
}

// appendWith appends v to dst as write writes it.
func appendWith[T any](dst []byte, v T, write func(*encoder, T)) ([]byte, error) {
	e := encoder{buf: dst}
	write(&e, v)
	if e.err != nil {
		return dst, e.err
	}
	return e.buf, nil
}

func (e *encoder) fail(problem string) {
	if e.err == nil {
		e.err = errors.New("cannot encode as JSON: " + problem)
	}
}

// open begins an object. It is false once something has failed: then there is
// nothing to write, and no call of close.
func (e *encoder) open() bool { return e.enter('{') }
func (e *encoder) close()     { e.leave('}') }

//go:noinline
func (e *encoder) enter(bracket byte) bool {
	if e.depth++; e.depth > maxEncoded {
		e.fail("a value that contains itself, or is nested as if it did")
	}
	if e.err != nil {
		return false
	}
	e.buf = append(e.buf, bracket)
	return true
}

//go:noinline
func (e *encoder) leave(bracket byte) {
	e.depth--
	e.buf = append(e.buf, bracket)
}

// key begins a member. name is as it stands between the quotes of JSON.
//
//go:noinline
func (e *encoder) key(name string) {
	e.comma('{')
	e.buf = append(append(append(e.buf, '"'), name...), '"', ':')
}

// keyOr begins a member under an older name, or as key does if that is empty.
//
//go:noinline
func (e *encoder) keyOr(older, name string) {
	if older == "" {
		e.key(name)
		return
	}
	e.comma('{')
	e.str(older)
	e.buf = append(e.buf, ':')
}

// comma separates an element from the one before. opening is the bracket that
// stands before the first.
func (e *encoder) comma(opening byte) {
	if e.buf[len(e.buf)-1] != opening {
		e.buf = append(e.buf, ',')
	}
}

//go:noinline
func (e *encoder) null() { e.buf = append(e.buf, "null"...) }

//go:noinline
func (e *encoder) boolean(v bool) { e.buf = strconv.AppendBool(e.buf, v) }

//go:noinline
func (e *encoder) integer(v int64) { e.buf = strconv.AppendInt(e.buf, v, 10) }

// float writes a number as ECMAScript does: with an exponent only if the
// number is very small or very large.
func (e *encoder) float(v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		e.fail("a number that is not finite")
		return
	}
	format := byte('f')
	if abs := math.Abs(v); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	e.buf = strconv.AppendFloat(e.buf, v, format, -1, 64)
	if n := len(e.buf); format == 'e' && n >= 4 && e.buf[n-4] == 'e' && e.buf[n-3] == '-' && e.buf[n-2] == '0' {
		e.buf[n-2] = e.buf[n-1]
		e.buf = e.buf[:n-1]
	}
}

const hexDigits = "0123456789abcdef"

// str writes a string. Invalid UTF-8 becomes the replacement character.
func (e *encoder) str(v string) {
	e.buf = append(e.buf, '"')
	from := 0
	for i := 0; i < len(v); {
		c := v[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' {
				i++
				continue
			}
			e.buf = append(e.buf, v[from:i]...)
			e.escape(c)
			i++
			from = i
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

// writeList writes a list; nil is an empty one.
func writeList[T any](e *encoder, v []T, write func(*encoder, T)) {
	if !e.enter('[') {
		return
	}
	for i := range v {
		e.comma('[')
		write(e, v[i])
	}
	e.leave(']')
}

// writeObjects writes a list of objects.
func writeObjects[T any, P interface {
	*T
	encodable
}](e *encoder, v []T) {
	if !e.enter('[') {
		return
	}
	for i := range v {
		e.comma('[')
		P(&v[i]).encode(e)
	}
	e.leave(']')
}

// writeMap writes a map, sorted by key; nil is an empty one.
func writeMap[T any](e *encoder, v map[string]T, write func(*encoder, T)) {
	if !e.open() {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(v)) {
		e.comma('{')
		e.str(key)
		e.buf = append(e.buf, ':')
		write(e, v[key])
	}
	e.close()
}

// writeOrNull writes what v points to.
func writeOrNull[T any](e *encoder, v *T, write func(*encoder, T)) {
	if v == nil {
		e.null()
		return
	}
	write(e, *v)
}

// writeNullable writes a value that is there, or null.
func writeNullable[T any](e *encoder, v Nullable[T], write func(*encoder, T)) {
	if value, ok := v.Get(); ok {
		write(e, value)
		return
	}
	e.null()
}

// writeInPlace writes an object that is a value.
func writeInPlace[T any, P interface {
	*T
	encodable
}](e *encoder, v T) {
	P(&v).encode(e)
}

// writeVariant writes a value behind an interface or pointer, which cannot be nil.
func writeVariant[T encodable](e *encoder, v T) {
	if isNil(v) {
		e.fail("nil in place of a value")
		return
	}
	v.encode(e)
}

// payload writes the payload of a delivery, which cannot be nil.
//
//go:noinline
func (e *encoder) payload(v Payload) { writeVariant(e, v) }

// isNil says whether v is nil or holds a nil pointer.
func isNil(v any) bool {
	r := reflect.ValueOf(v)
	return !r.IsValid() || r.Kind() == reflect.Pointer && r.IsNil()
}
