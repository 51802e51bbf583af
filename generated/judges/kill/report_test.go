package main

import (
	"strings"
	"testing"
)

// TestReport checks what makes the command fail.
func TestReport(t *testing.T) {
	mutants := []mutant{{}, {1, "a", "one"}, {2, "a", "two"}}
	for name, c := range map[string]struct {
		fates   []fate
		reasons []reason
		want    string // what is printed, as a part; it fails if that is no total
	}{
		"all killed":           {[]fate{{}, {"killed", "x"}, {"killed", "y"}}, nil, "killed 2 of 2, 0 of them only"},
		"one by words":         {[]fate{{}, {"killed", "x"}, {"reworded", "y"}}, nil, "killed 2 of 2, 1 of them only"},
		"one equivalent":       {[]fate{{}, {"killed", "x"}, {"survived", ""}}, because("why", "a: two"), "killed 1 of 1, 0 of them only"},
		"one of equal verdict": {[]fate{{}, {"killed", "x"}, {"reworded", "y"}}, because("why", "a: two"), "killed 1 of 1, 0 of them only"},
		"a survivor":           {[]fate{{}, {"killed", "x"}, {"survived", ""}}, nil, "survived: a: two"},
		"never tried":          {[]fate{{}, {"killed", "x"}, {}}, nil, "survived: a: two"},
		"a reason refuted":     {[]fate{{}, {"killed", "x"}, {"killed", "y"}}, because("why", "a: two"), "listed as equivalent, but killed: a: two"},
		"a reason not needed":  {[]fate{{}, {"killed", "x"}, {"killed", "y"}}, because("why", "a: three"), "but no mutant that survives: ^a: three$"},
		"a part of a name":     {[]fate{{}, {"killed", "x"}, {"survived", ""}}, because("why", "a: tw"), "survived: a: two"},
	} {
		var out strings.Builder
		err := report(&out, mutants, c.fates, c.reasons, false)
		if !strings.Contains(out.String(), c.want) || (err == nil) != strings.HasPrefix(c.want, "killed") {
			t.Errorf("%s: %v\n%s", name, err, out.String())
		}
	}
}
