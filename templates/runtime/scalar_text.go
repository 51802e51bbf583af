package runtime

import (
	"encoding/json"
	"slices"
	"strconv"
)

// scalarText is a string, a whole number or a bool, or whatever stands in its
// place, as JSON has it; but a string has only its first quote, and no escapes.
// So one text has room for any of them, which matters in maps, and equal values
// are equal. The zero value is none.
type scalarText string

func stringText(s string) scalarText { return scalarText(`"` + s) }

func integerText(n int64) scalarText { return scalarText(strconv.FormatInt(n, 10)) }

func booleanText(b bool) scalarText { return scalarText(strconv.FormatBool(b)) }

func (t scalarText) kind() jsonKind {
	if t == "" {
		return kindNone
	}
	return kindOf(t[0])
}

// string returns the string, and whether it is one.
func (t scalarText) string() (string, bool) {
	if t.kind() != kindString {
		return "", false
	}
	return string(t[1:]), true
}

// integer returns the whole number, and whether it is one.
func (t scalarText) integer() (int64, bool) {
	n, err := strconv.ParseInt(string(t), 10, 64)
	return n, err == nil
}

// boolean returns the bool, and whether it is one.
func (t scalarText) boolean() (bool, bool) { return t == "true", t.kind() == kindBool }

// other returns JSON of a kind that is not listed, or nil.
func (t scalarText) other(listed ...jsonKind) json.RawMessage {
	if kind := t.kind(); kind == kindNone || slices.Contains(listed, kind) {
		return nil
	}
	return json.RawMessage(t)
}

// stringText reads a string. Without escapes it is the text itself.
func (d *decoder) stringText(p int) (scalarText, int) {
	s, after := d.str(p)
	if after-p == len(s)+2 {
		return scalarText(d.text[p : after-1]), after
	}
	return stringText(s), after
}

// integerText reads a whole number, whichever way it is written.
func (d *decoder) integerText(p int) (scalarText, int) {
	n, after := d.integer(p)
	if after < 0 {
		return "", after
	}
	text := d.text[p:after]
	for i := range len(text) {
		if c := text[i]; c > '9' || c == '.' {
			return integerText(n), after
		}
	}
	if n == 0 { // or -0
		text = "0"
	}
	return scalarText(text), after
}

// booleanText reads a bool.
func (d *decoder) booleanText(p int) (scalarText, int) {
	b, after := d.boolean(p)
	return booleanText(b), after
}

// nullText reads null.
func (d *decoder) nullText(p int) (scalarText, int) { return "null", d.literal(p, "null") }

// otherText reads what is of no kind that is listed.
func (d *decoder) otherText(p int) (scalarText, int) {
	text, after := d.rawText(p)
	return scalarText(text), after
}

// scalar writes a string, a whole number, a bool or null.
func (e *encoder) scalar(t scalarText) {
	if s, ok := t.string(); ok {
		e.str(s)
	} else {
		e.buf = append(e.buf, t...)
	}
}

// scalar checks a string.
func (c *validation) scalar(t scalarText) {
	s, _ := t.string()
	c.str(s)
}
