package spec

import (
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

var (
	coreInt   = regexp.MustCompile(`^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$`)
	coreFloat = regexp.MustCompile(`^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$`)
)

// plainKind resolves an unquoted scalar by the core schema of YAML 1.2: only
// true and false are bools, and a date is a text.
func plainKind(text string) nodeKind {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return nullNode
	case "true", "True", "TRUE", "false", "False", "FALSE":
		return boolNode
	}
	if !strings.ContainsAny(text[:1], "+-.0123456789") {
		return textNode
	}
	switch {
	case coreInt.MatchString(text):
		return intNode
	case coreFloat.MatchString(text):
		return floatNode
	}
	return textNode
}

// boolValue is the value of a boolNode.
func (n *node) boolValue() bool { return strings.EqualFold(n.text, "true") }

// intValue is the value of an intNode; false if it does not fit 64 bits.
func (n *node) intValue() (int64, bool) {
	i, err := strconv.ParseInt(n.jsonNumber(), 10, 64)
	return i, err == nil
}

// floatValue is the value of an intNode or floatNode; false if it is not
// finite.
func (n *node) floatValue() (float64, bool) {
	f, err := strconv.ParseFloat(n.jsonNumber(), 64)
	return f, err == nil
}

// jsonNumber is the number as a JSON literal, as written where JSON allows
// that form; empty if JSON has none (infinities, not a number).
func (n *node) jsonNumber() string {
	text := strings.TrimPrefix(n.text, "+")
	if base := map[string]int{"0o": 8, "0x": 16}[text[:min(2, len(text))]]; base != 0 {
		i, _ := new(big.Int).SetString(text[2:], base)
		return i.String()
	}
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	digits := strings.IndexAny(text, ".eE")
	if digits < 0 {
		digits = len(text)
	}
	whole, rest := strings.TrimLeft(text[:digits], "0"), text[digits:]
	if whole == "" {
		whole = "0"
	}
	if strings.HasPrefix(rest, ".") {
		fraction, exponent := rest[1:], ""
		if e := strings.IndexAny(fraction, "eE"); e >= 0 {
			fraction, exponent = fraction[:e], fraction[e:]
		}
		if strings.EqualFold(fraction, "inf") || strings.EqualFold(fraction, "nan") {
			return ""
		}
		rest = exponent
		if fraction != "" {
			rest = "." + fraction + exponent
		}
	}
	return sign + whole + rest
}

// wholeValue is the value of a number that is whole, however it is written,
// and fits 64 bits.
func (n *node) wholeValue() (int64, bool) {
	if n.kind == intNode {
		return n.intValue()
	}
	f, ok := n.floatValue()
	if n.kind != floatNode || !ok || math.Abs(f) > 1<<63 {
		return 0, false
	}
	if math.Abs(f) < 1 { // zero or a fraction, or too small for a float
		mantissa, _, _ := strings.Cut(strings.ToLower(n.jsonNumber()), "e")
		return 0, strings.Trim(mantissa, "-0.") == ""
	}
	exact, ok := new(big.Rat).SetString(n.jsonNumber())
	if !ok || !exact.IsInt() || !exact.Num().IsInt64() {
		return 0, false
	}
	return exact.Num().Int64(), true
}
