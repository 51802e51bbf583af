package jsonstream

import (
	"bufio"
	"bytes"
	"io"
)

// Value is one value of a stream, or what stands in the place of one.
type Value struct {
	Text    []byte // nil if TooLong
	Offset  int64  // of the first byte
	Line    int    // of the first byte, from 1
	TooLong bool   // the value is longer than the limit and was skipped
}

// Reader reads values from a stream. It holds one value at a time, and no
// more than its limit of that.
type Reader struct {
	in     *bufio.Reader
	limit  int
	offset int64
	line   int

	text    []byte
	tooLong bool
}

// NewReader returns a Reader over in for values of at most limit bytes.
func NewReader(in io.Reader, limit int) *Reader {
	return &Reader{in: bufio.NewReaderSize(in, 64<<10), limit: limit, line: 1}
}

// Offset returns how many bytes have been read.
func (r *Reader) Offset() int64 { return r.offset }

// Next returns the next value; io.EOF after the last, or the error of the
// stream. A value that the stream does not finish is returned as it is. A line
// break within a string, which no JSON value has, ends the value: so a line
// cut short does not swallow those after it.
func (r *Reader) Next() (Value, error) {
	if err := r.skipSpace(); err != nil {
		return Value{}, err
	}
	r.text, r.tooLong = nil, false
	v := Value{Offset: r.offset, Line: r.line}
	err := r.value()
	if err != nil && (err != io.EOF || r.offset == v.Offset) {
		return Value{}, err
	}
	v.Text, v.TooLong = r.text, r.tooLong
	return v, nil
}

func (r *Reader) skipSpace() error {
	for {
		c, err := r.peek()
		if err != nil {
			return err
		}
		if !isSpace(c) {
			return nil
		}
		r.drop()
	}
}

// value takes one value. A byte order mark belongs to what follows it, which
// the validator then refuses.
func (r *Reader) value() error {
	if mark, _ := r.in.Peek(3); bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		for range mark {
			r.take()
		}
	}
	c, err := r.peek()
	if err != nil {
		return err
	}
	switch c {
	case '{', '[':
		return r.brackets()
	case '"':
		_, err := r.quoted()
		return err
	case '}', ']', ',', ':':
		r.take()
		return nil
	}
	return r.word()
}

// brackets takes an object or array, up to the bracket that ends it.
func (r *Reader) brackets() error {
	depth := 0
	for {
		c, err := r.peek()
		if err != nil {
			return err
		}
		if c == '"' {
			if broken, err := r.quoted(); broken || err != nil {
				return err
			}
			continue
		}
		r.take()
		switch c {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

// quoted takes a string and says whether a line break cut it short.
func (r *Reader) quoted() (broken bool, err error) {
	r.take()
	for escaped := false; ; {
		c, err := r.peek()
		if err != nil {
			return false, err
		}
		if c == '\n' {
			return true, nil
		}
		r.take()
		switch {
		case escaped:
			escaped = false
		case c == '\\':
			escaped = true
		case c == '"':
			return false, nil
		}
	}
}

// word takes a number, a literal, or whatever else reaches to the next space,
// bracket, quote, comma or colon.
func (r *Reader) word() error {
	for {
		c, err := r.peek()
		if err != nil {
			return err
		}
		if isSpace(c) || bytes.IndexByte([]byte(`{}[]",:`), c) >= 0 {
			return nil
		}
		r.take()
	}
}

// peek returns the next byte and leaves it there.
func (r *Reader) peek() (byte, error) {
	b, err := r.in.Peek(1)
	if err != nil {
		return 0, err
	}
	return b[0], nil
}

// take moves the byte that peek has seen into the value.
func (r *Reader) take() {
	c := r.drop()
	switch {
	case r.tooLong:
	case len(r.text) == r.limit:
		r.text, r.tooLong = nil, true
	default:
		r.text = append(r.text, c)
	}
}

// drop reads the byte that peek has seen.
func (r *Reader) drop() byte {
	c, _ := r.in.ReadByte() // peek has it in the buffer
	r.offset++
	if c == '\n' {
		r.line++
	}
	return c
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
