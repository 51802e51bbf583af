package kit

import (
	"fmt"
	"strings"
)

// The most nesting and digits that are accepted: defaults of Limits.
const (
	deepest = 100
	longest = 512
)

// scalar puts what is no value in place of one.
func (m *malformer) scalar(t token) {
	for _, c := range []struct {
		other   string
		at      int
		problem string
	}{
		{"01", 1, wantsComma}, {"-01", 2, wantsComma}, {"0x10", 1, wantsComma}, {"1_000", 1, wantsComma}, {"1n", 1, wantsComma},
		{"+1", 0, wantsValue}, {".5", 0, wantsValue}, {"NaN", 0, wantsValue}, {"Infinity", 0, wantsValue}, {"\uff11", 0, wantsValue},
		{"-", 1, wantsDigit}, {"-Infinity", 1, wantsDigit}, {"1.", 2, wantsDigit}, {"1.e1", 2, wantsDigit}, {"1e", 2, wantsDigit}, {"1E+", 3, wantsDigit},
		{"1e1001", 2, "a number's exponent is larger than the limit"}, {"1e-1001", 3, "a number's exponent is larger than the limit"},
		{"0E+99999999999999999999", 3, "a number's exponent is larger than the limit"},
		{strings.Repeat("1", longest+1), 0, "a number is longer than the limit"},
		{"True", 0, wantsValue}, {"nul", 0, wantsValue}, {"undefined", 0, wantsValue}, {"truex", 4, wantsComma}, {"`text`", 0, wantsValue},
		{`"two" "texts"`, 6, wantsComma},
		{strings.Repeat("[", deepest+1) + strings.Repeat("]", deepest+1), deepest - t.depth, "nesting is deeper than the limit"},
	} {
		m.put(fmt.Sprintf("%.20s for a value", c.other), t.from, t.to, c.other, c.at, c.problem)
	}
}

// quoted breaks a text.
func (m *malformer) quoted(t token) {
	inside := m.text[t.from+1 : t.to-1]
	m.put("single quotes", t.from, t.to, "'"+inside+"'", 0, t.wanted)
	m.put("cut off in an escape", t.from+1, len(m.text), `\u12`, 0, wantsHex)
	if t.wanted == wantsName {
		m.put("no quotes", t.from, t.to, "name", 0, t.wanted)
	}
	for _, c := range []struct {
		other, problem string
	}{
		{"\xff", "invalid UTF-8"}, {"\x80", "invalid UTF-8"}, {"\xc0\xaf", "invalid UTF-8"}, {"\xed\xa0\x80", "invalid UTF-8"},
		{"\xf4\x90\x80\x80", "invalid UTF-8"}, {"\xe4\xb8", "invalid UTF-8"},
		{`\ud800`, "half of a surrogate pair"}, {`\udc00`, "half of a surrogate pair"}, {`\ud800\u0041`, "half of a surrogate pair"},
		{`\udbff\ud800`, "half of a surrogate pair"},
		{`\u12g4`, wantsHex}, {`\u+123`, wantsHex},
		{`\x41`, "an unknown escape in a string"}, {`\'`, "an unknown escape in a string"}, {`\U00000041`, "an unknown escape in a string"},
		{"\n", "a control character in a string"}, {"\x00", "a control character in a string"}, {"\x1f", "a control character in a string"},
	} {
		m.put(fmt.Sprintf("%q in a text", c.other), t.from+1, t.from+1, c.other, 0, c.problem)
		m.put(fmt.Sprintf("%q at the end of a text", c.other), t.to-1, t.to-1, c.other, 0, c.problem)
	}
}

// escaped returns a JSON string with its first letter as an escape, if it
// begins with a plain one.
func escaped(quoted string) string {
	if first := quoted[1]; first >= 'a' && first <= 'z' {
		return fmt.Sprintf(`"\u%04x%s`, first, quoted[2:])
	}
	return quoted
}
