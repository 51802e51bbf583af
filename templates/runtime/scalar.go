package runtime

import (
	"encoding/json"
	"math/bits"
	"strconv"
	"strings"
)

// str reads a string.
func (d *decoder) str(p int) (s string, after int) {
	after = d.strInto(p, &s)
	return s, after
}

// strInto reads a string into v.
func (d *decoder) strInto(p int, v *string) int {
	text := d.text
	if text[p] == '"' {
		e := p + 1
		m := special(load64(text, e))
		for ; m == 0; m = special(load64(text, e)) { // plainEnd, without a call
			e += 8
		}
		if e += bits.TrailingZeros64(m) >> 3; text[e] == '"' {
			*v = text[p+1 : e]
			return e + 1
		}
	}
	return d.strSlow(p, v)
}

// strSlow is strInto for a string that is not all plain, or no string.
func (d *decoder) strSlow(p int, v *string) (after int) {
	if d.text[p] != '"' {
		return d.wrongType(p, "string")
	}
	*v, after = d.string(p)
	return after
}

// text reads a string into a string type.
//
//go:noinline
func text[T ~string](d *decoder, p int) (T, int) {
	s, p := d.str(p)
	return T(s), p
}

// oneOf reads a string into the type of a closed enum.
func oneOf[T ~string](d *decoder, p int, values []T) (T, int) {
	s, after := d.str(p)
	if after < 0 || d.text[p] != '"' {
		return "", after
	}
	for _, v := range values {
		if string(v) == s {
			return v, after
		}
	}
	return "", d.refuse(p, RuleEnum, func() string { return "one of " + quoteAll(values) })
}

// among says whether v is one of values: slices.Contains would be compiled anew
// for each type of lists.
func among[T ~string](v T, values []T) bool {
	for _, other := range values {
		if v == other {
			return true
		}
	}
	return false
}

func quoteAll[T ~string](values []T) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = strconv.Quote(string(v))
	}
	return strings.Join(quoted, ", ")
}

// boolean reads a bool.
func (d *decoder) boolean(p int) (bool, int) {
	switch d.text[p] {
	case 't':
		return true, d.literal(p, "true")
	case 'f':
		return false, d.literal(p, "false")
	}
	return false, d.wrongType(p, "bool")
}

// integer reads a whole number that fits 64 bits; 1.0 and 1e2 are whole too.
func (d *decoder) integer(p int) (int64, int) {
	if c := d.text[p] - '0'; c <= 9 {
		switch d.text[p+1] {
		case ',', '}', ']':
			return int64(c), p + 1
		}
	}
	n, after, ok := smallInt(d.text, p)
	if !ok || after-p > d.limits.Number {
		n, after, _ = d.integerSlow(p)
	}
	return n, after
}

// integerIn reads a whole number from low to high.
func (d *decoder) integerIn(p int, low, high int64) (int64, int) {
	n, after, ok := smallInt(d.text, p)
	if !ok || after-p > d.limits.Number {
		n, after, ok = d.integerSlow(p)
	}
	switch {
	case !ok:
	case n < low:
		return 0, d.refuse(p, RuleMinimum, func() string { return "at least " + strconv.FormatInt(low, 10) })
	case n > high:
		return 0, d.refuse(p, RuleMaximum, func() string { return "at most " + strconv.FormatInt(high, 10) })
	}
	return n, after
}

// integerSlow reads what smallInt does not. ok is false if there is no whole
// number of 64 bits, which is then noted.
func (d *decoder) integerSlow(p int) (n int64, after int, ok bool) {
	if !d.atNumber(p) {
		return 0, d.wrongType(p, "int"), false
	}
	if after = d.number(p); after < 0 {
		return 0, after, false
	}
	literal := d.text[p:after]
	n, integral, fits := wholeNumber(literal)
	switch {
	case !integral:
		return 0, d.wrongType(p, "int"), false
	case fits:
		return n, after, true
	case literal[0] == '-':
		return 0, d.violate(p, Violation{Rule: RuleMinimum, Want: "at least -9223372036854775808"}), false
	}
	return 0, d.violate(p, Violation{Rule: RuleMaximum, Want: "at most 9223372036854775807"}), false
}

// float reads a number that is finite as float64.
func (d *decoder) float(p int) (float64, int) { return d.floatIn(p, -maxNumber, maxNumber) }

// floatIn reads a number from low to high.
func (d *decoder) floatIn(p int, low, high float64) (float64, int) {
	if !d.atNumber(p) {
		return 0, d.wrongType(p, "number")
	}
	after := d.number(p)
	if after < 0 {
		return 0, after
	}
	literal := d.text[p:after]
	f, _ := strconv.ParseFloat(literal, 64) // out of range is an infinity
	switch {
	case compare(literal, f, low) < 0:
		return 0, d.refuse(p, RuleMinimum, func() string { return "at least " + formatFloat(low) })
	case compare(literal, f, high) > 0:
		return 0, d.refuse(p, RuleMaximum, func() string { return "at most " + formatFloat(high) })
	}
	return f, after
}

func (d *decoder) atNumber(p int) bool {
	c := d.text[p]
	return c == '-' || c-'0' <= 9
}

// rawText reads any value as it stands.
func (d *decoder) rawText(p int) (string, int) {
	after := d.skip(p)
	if after < 0 {
		return "", after
	}
	return d.text[p:after], after
}

// raw reads any value as it stands, into memory of its own.
func (d *decoder) raw(p int) (json.RawMessage, int) {
	text, after := d.rawText(p)
	if cap(d.bytes)-len(d.bytes) < len(text) {
		d.bytes = make([]byte, 0, max(len(text), min(d.end-p, 512)))
	}
	start := len(d.bytes)
	d.bytes = append(d.bytes, text...)
	return d.bytes[start:len(d.bytes):len(d.bytes)], after
}

// constText reads a string that can only be want.
func (d *decoder) constText(p int, want string) int {
	if d.text[p] == '"' {
		s, after := d.string(p)
		if after < 0 || s == want {
			return after
		}
	}
	return d.refuse(p, RuleConst, func() string { return strconv.Quote(want) })
}

// constBool reads a bool that can only be want.
func (d *decoder) constBool(p int, want bool) int {
	word := strconv.FormatBool(want)
	if d.text[p:p+len(word)] == word {
		return p + len(word)
	}
	return d.wrongConst(p, word)
}

// constNumber reads a number that can only be want, a number literal, in
// whatever way it is written.
func (d *decoder) constNumber(p int, want string) int {
	if d.atNumber(p) {
		after := d.number(p)
		if after < 0 || sameNumber(d.text[p:after], want) {
			return after
		}
	}
	return d.wrongConst(p, want)
}

func (d *decoder) wrongConst(p int, want string) int {
	return d.violate(p, Violation{Rule: RuleConst, Want: want})
}
