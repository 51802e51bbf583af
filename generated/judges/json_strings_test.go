package judges

import (
	"fmt"
	"slices"
	"testing"
)

// brokenText is what must not stand in a string, and for comparison some of
// what may.
var brokenText = []string{
	// UTF-8: continuations alone, leads alone, cut short, too long, surrogates, beyond the last.
	"\x80", "\xbf", "\x80\x80", "\xc2", "\xdf", "\xe0", "\xef", "\xf0", "\xf4", "\xe2\x82", "\xf0\x9f", "\xf0\x9f\x98",
	"\xc0\x80", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf",
	"\xed\xa0\x80", "\xed\xbf\xbf", "\xed\xa0\xbd\xed\xb8\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80", "\xfe", "\xff",
	"é", "€", "😀", "\ufffd", "\ufeff",
	// Escapes: unknown, cut short, halves of pairs.
	`\`, `\x`, `\a`, `\v`, `\0`, `\'`, `\U`, `\ `, "\\\n", "\\\x00", "\\\xff", `\é`, `\u`, `\u0`, `\u00`, `\u006`, `\u006g`, `\uzzzz`, `\u 061`,
	`\ud800`, `\udbff`, `\udc00`, `\udfff`, `\ud83d\n`, `\ud83d\u0061`, `\ud83d\u`, `\ud83d\ude0`, `\ude00\ud83d`, `\ud83d\ud83d\ude00`,
	`\"`, `\\`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t`, `\u0061`, `\u0000`, `\ud83d\ude00`,
}

// TestBrokenText puts broken UTF-8 and broken escapes at every position of
// every string of the largest delivery.
func TestBrokenText(t *testing.T) {
	r := newTrial(t, 41)
	d := readDeliveries(t)[0]
	positions := 0
	for _, i := range insideStrings(d.body) {
		positions++
		for _, text := range brokenText {
			r.try(fmt.Sprintf("%s, %q at %d", d.name, text, i), slices.Insert(slices.Clone(d.body), i, []byte(text)...))
		}
	}
	t.Logf("%d positions in %s", positions, d.name)
	r.report(100_000)
}

// insideStrings returns the offsets of a valid text at which something stands
// inside of a string if it is inserted there.
func insideStrings(text []byte) []int {
	var offsets []int
	inside := false
	for i := 0; i < len(text); i++ {
		if inside {
			offsets = append(offsets, i)
		}
		switch text[i] {
		case '"':
			inside = !inside
		case '\\':
			i++
		}
	}
	return offsets
}

// TestDuplicates puts every member of each delivery into every place of every
// object, also with an escaped spelling of its name.
func TestDuplicates(t *testing.T) {
	r := newTrial(t, 29)
	for _, d := range readDeliveries(t) {
		members, places := membersOf(d.body)
		for _, m := range members {
			for _, spelling := range []string{m.name, escapeAll(m.name)} {
				for _, at := range places {
					member := fmt.Sprintf(`,"%s":%s`, spelling, m.value)
					if d.body[at-1] == '{' { // a place at the start of an object
						member = member[1:] + ","
					}
					r.try(fmt.Sprintf("%s, %q at %d", d.name, member, at), slices.Insert(slices.Clone(d.body), at, []byte(member)...))
				}
			}
		}
	}
	r.report(100_000)
}

// escapeAll spells a name, which is ASCII, in escapes.
func escapeAll(name string) string {
	escaped := ""
	for _, c := range []byte(name) {
		escaped += fmt.Sprintf(`\u%04x`, c)
	}
	return escaped
}
