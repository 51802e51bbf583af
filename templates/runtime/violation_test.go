package runtime

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// The names in pointers are the sender's: many violations below a long one
// must not multiply the input.
func TestLongPointers(t *testing.T) {
	for _, tt := range []struct{ name, listed int }{{1, 100}, {10_000, 7}, {1_000_000, 1}} {
		var members []string
		for i := range 300 {
			members = append(members, fmt.Sprintf(`"m%d":1`, i))
		}
		input := `{"` + strings.Repeat("k", tt.name) + `":{` + strings.Join(members, ",") + `}}`
		var v map[string]map[string]string
		err := unmarshal([]byte(input), &v, func(d *decoder, p int) (map[string]map[string]string, int) {
			return mapOf(d, p, func(d *decoder, p int) (map[string]string, int) { return mapOf(d, p, (*decoder).str) })
		})
		var invalid *ValidationError
		if !errors.As(err, &invalid) || len(invalid.Violations) != tt.listed || len(invalid.Violations)+invalid.More != 300 {
			t.Errorf("a name of %d bytes: %d violations listed, %d more", tt.name, len(invalid.Violations), invalid.More)
			continue
		}
		if first := invalid.Violations[0].Pointer; !strings.HasSuffix(first, "k/m0") {
			t.Errorf("the first pointer is not whole: %.20s...", first)
		}
		if size := len(err.Error()); size > 300 {
			t.Errorf("a message of %d bytes", size)
		}
	}
}

func TestViolationString(t *testing.T) {
	for want, v := range map[string]Violation{
		`"/a": want string, got null`:                                   {Pointer: "/a", Rule: RuleType, Want: "string", Got: "null"},
		`"": member "x" is missing`:                                     {Rule: RuleRequired, Member: "x"},
		`"/` + strings.Repeat("é", 99) + `…": want a payload`:           {Pointer: "/" + strings.Repeat("é", 150), Rule: RuleType, Want: "a payload"},
		`"": member "` + strings.Repeat("x", 200) + `…" is not allowed`: {Rule: RuleUnknown, Member: strings.Repeat("x", 201)},
	} {
		if got := v.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
