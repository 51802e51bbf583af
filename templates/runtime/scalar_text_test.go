package runtime

import (
	"encoding/json"
	"testing"
)

// A scalar that is read is the one that is made of the same value, whichever
// way it was written, and gives the value back.
func TestScalarText(t *testing.T) {
	for text, want := range map[string]scalarText{
		`""`:                   stringText(""),
		`"plain"`:              stringText("plain"),
		`"a\"b\\\u00e9\n"`:     stringText("a\"b\\é\n"),
		`"\u0000"`:             stringText("\x00"),
		`"12"`:                 stringText("12"),
		`"null"`:               stringText("null"),
		`0`:                    integerText(0),
		`-0`:                   integerText(0),
		`0.0`:                  integerText(0),
		`-0e5`:                 integerText(0),
		`7`:                    integerText(7),
		`-12`:                  integerText(-12),
		`1e2`:                  integerText(100),
		`1E+2`:                 integerText(100),
		`1.0`:                  integerText(1),
		`120e-1`:               integerText(12),
		`9223372036854775807`:  integerText(9223372036854775807),
		`-9223372036854775808`: integerText(-9223372036854775808),
		`true`:                 booleanText(true),
		`false`:                booleanText(false),
		`null`:                 "null",
	} {
		got := readScalar(t, text)
		if got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
		var e encoder
		e.scalar(got)
		if written := readScalar(t, string(e.buf)); written != want || !json.Valid(e.buf) {
			t.Errorf("%s is written as %s", text, e.buf)
		}
	}
}

func readScalar(t *testing.T, text string) scalarText {
	t.Helper()
	var d decoder
	if !d.load([]byte(text), Limits{}) {
		t.Fatal(d.syntaxError())
	}
	read := map[jsonKind]func(int) (scalarText, int){
		kindString: d.stringText, kindNumber: d.integerText, kindBool: d.booleanText, kindNull: d.nullText,
	}[d.kind(0)]
	got, after := read(0)
	if after != len(text) {
		t.Fatalf("%s: read up to %d: %v", text, after, d.syntaxError())
	}
	return got
}

// Each kind has its value, and no other's.
func TestScalarTextKinds(t *testing.T) {
	for _, scalar := range []scalarText{"", stringText(""), stringText("true"), stringText("5"), integerText(5), integerText(-5), booleanText(true), booleanText(false), "null", `[1]`, `{}`} {
		s, isString := scalar.string()
		n, isInteger := scalar.integer()
		b, isBoolean := scalar.boolean()
		kind := scalar.kind()
		if isString != (kind == kindString) || isInteger != (kind == kindNumber) || isBoolean != (kind == kindBool) {
			t.Errorf("%q of kind %v: string %v, whole number %v, bool %v", scalar, kind, isString, isInteger, isBoolean)
		}
		switch {
		case isString && stringText(s) != scalar, isInteger && integerText(n) != scalar, isBoolean && booleanText(b) != scalar,
			!isString && s != "", !isInteger && n != 0, !isBoolean && b:
			t.Errorf("%q gives back %q, %d, %v", scalar, s, n, b)
		}
		listed := kind == kindNone || kind == kindString || kind == kindNumber || kind == kindBool || kind == kindNull
		if raw := scalar.other(kindString, kindNumber, kindBool, kindNull); (raw == nil) != listed || raw != nil && string(raw) != string(scalar) {
			t.Errorf("%q has %s beside the listed kinds", scalar, raw)
		}
	}
}
