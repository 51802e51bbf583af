package spec

import "testing"

func TestPlainKind(t *testing.T) {
	tests := map[nodeKind][]string{
		nullNode:  {"", "~", "null", "Null", "NULL"},
		boolNode:  {"true", "True", "TRUE", "false", "False", "FALSE"},
		intNode:   {"0", "-1", "+12", "007", "0o17", "0xfF", "12345678901234567890"},
		floatNode: {"1.0", "-1.", ".5", "1e3", "1E-3", "+.5e+1", ".inf", "-.Inf", "+.INF", ".nan", ".NaN"},
		textNode: {"yes", "no", "on", "Off", "y", "tRUE", "nULL", "2019-01-01", "2019-01-01T00:00:00Z", "1_000", "0b1", "0o8", "0xg",
			"1:30", "-", "+", ".", "..", "1.2.3", "1e", "e1", ".Nan", "<<", "="},
	}
	for want, texts := range tests {
		for _, text := range texts {
			if got := plainKind(text); got != want {
				t.Errorf("%q is %v, want %v", text, got, want)
			}
		}
	}
}

func TestJSONNumber(t *testing.T) {
	tests := map[string]string{
		"0": "0", "-0": "-0", "+12": "12", "007": "7", "-007": "-7", "000": "0", "0o17": "15", "0xfF": "255",
		"12345678901234567890": "12345678901234567890", "0xffffffffffffffffff": "4722366482869645213695",
		"1.50": "1.50", "1.": "1", "-.5": "-0.5", "+.5": "0.5", "00.5": "0.5", "1.e3": "1e3", "1E+03": "1E+03", "01e5": "1e5",
		".inf": "", "-.Inf": "", "+.INF": "", ".nan": "", ".NaN": "",
	}
	for text, want := range tests {
		n := &node{kind: plainKind(text), text: text}
		if got := n.jsonNumber(); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}

func TestWholeValue(t *testing.T) {
	whole := map[string]int64{
		"5": 5, "1.0": 1, "1e2": 100, "-2.50e1": -25, "0.0": 0, "0e-999999999": 0,
		"9223372036854775807": 1<<63 - 1, "9223372036854775807.0": 1<<63 - 1, "-9223372036854775808": -1 << 63,
	}
	for text, want := range whole {
		n := &node{kind: plainKind(text), text: text}
		if got, ok := n.wholeValue(); !ok || got != want {
			t.Errorf("%s is %d, %v, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"1.5", "9223372036854775808", "9223372036854775808.0", "1e19", "1e-999999999", "1e999999999", "1.00000000000000000001",
		".inf", ".nan", "x", "true", "",
	} {
		n := &node{kind: plainKind(text), text: text}
		if got, ok := n.wholeValue(); ok {
			t.Errorf("%s is whole: %d", text, got)
		}
	}
}
