package runtime

import (
	"errors"
	"math"
	"reflect"
	"strconv"
	"sync"
)

// encoder appends JSON to buf, in the form of encoding/json: no space, HTML
// characters escaped, map keys sorted. What cannot be written is noted in err.
type encoder struct {
	buf   []byte
	depth int
	err   error
	keys  []string // of all maps that are being written
	most  int      // that there were at once
}

// encoders are used again: writing through an interface puts them on the heap.
var encoders = sync.Pool{New: func() any { return new(encoder) }}

// maxEncoded is the nesting at which a value is taken for one that contains
// itself. It lies far above the Limits, which a program can raise for reading.
const maxEncoded = 10_000

// encodable is a value that an encoder can write.
type encodable interface {
	encode(e *encoder)
}

// appendJSON appends v to dst. dst is returned as it was if that fails.
func appendJSON(dst []byte, v encodable) ([]byte, error) {
	e := encoders.Get().(*encoder)
	e.buf = dst
	e.variant(v)
	return e.release(dst)
}

// appendWith appends v to dst as write writes it.
func appendWith[T any](dst []byte, v T, write func(*encoder, T)) ([]byte, error) {
	e := encoders.Get().(*encoder)
	e.buf = dst
	write(e, v)
	return e.release(dst)
}

// keptKeys is how many keys an encoder that is used again keeps room for.
const keptKeys = 64

// release gives e back and returns what it has written; dst if that failed.
func (e *encoder) release(dst []byte) ([]byte, error) {
	buf, err := e.buf, e.err
	if e.most > 0 {
		clear(e.keys[:e.most])
		if e.most > keptKeys {
			e.keys = nil
		}
	}
	e.buf, e.depth, e.err, e.most = nil, 0, nil, 0
	encoders.Put(e)
	if err != nil {
		return dst, err
	}
	return buf, nil
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

// key begins a member. name is in JSON, between the comma before a member and
// the colon.
//
//go:noinline
func (e *encoder) key(name string) {
	b := e.buf
	if b[len(b)-1] == '{' {
		name = name[1:]
	}
	e.buf = append(b, name...)
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

// writeNullable writes a value that is there, or null.
func writeNullable[T any](e *encoder, v Nullable[T], write func(*encoder, T)) {
	if value, ok := v.Get(); ok {
		write(e, value)
		return
	}
	e.null()
}

// writeVariant writes a value behind an interface or pointer, which cannot be nil.
func writeVariant[T encodable](e *encoder, v T) { e.variant(v) }

//go:noinline
func (e *encoder) variant(v encodable) {
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
