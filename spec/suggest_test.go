package spec

import (
	"fmt"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"optional", "notes", "type", "Ünïcode", "a"}
	tests := map[string]string{
		"optionl": "optional", "opitonal": "optional", "Notes": "notes", "tpye": "type", "Unïcode": "Ünïcode",
		"typo": "type", "b": "a", "something": "", "": "a", strings.Repeat("x", 1000): "",
	}
	for word, want := range tests {
		if got := new(findings).nearest(word, known); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"kitten", "sitting", 3}, {"ab", "ba", 1}, {"äb", "ab", 1}, {"abc", "abc", 0}}
	for _, test := range tests {
		if got := distance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("%q to %q: got %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

// A file full of unknown names costs no more than the first of them: beyond
// the bound there is no suggestion, and no look at what is known.
func TestSuggestionsAreBounded(t *testing.T) {
	known := make([]string, 50_000)
	for i := range known {
		known[i] = fmt.Sprintf("Type%d", i)
	}
	var fs findings
	for i := range 50_000 {
		fs.nearest(fmt.Sprintf("Tipe%d", i), known)
	}
	if fs.effort > maxEffort+50_000+comparing {
		t.Errorf("an effort of %d, and %d is the bound", fs.effort, maxEffort)
	}
}
