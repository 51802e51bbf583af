package generated_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// FuzzParse gives any bytes to the generated packages. They do not panic, and
// refuse what the schemas refuse at the same places; what is accepted is valid,
// encodes, and parses to an equal value. What is borrowed is what is parsed.
func FuzzParse(f *testing.F) {
	for _, s := range subjects {
		addSeeds(f, s.valid)
		if s.invalid != "" {
			addSeeds(f, s.invalid)
		}
	}
	for _, text := range []string{
		"", "{", "{}", "null", "\ufeff{}", `{"action":"a","action":"a"}`, `{"action":"\ud800"}`, "{\"action\":\"\xff\"}",
		`{"event":"new","body":{"a":[1e-400,-0,1E+5]},"token":"t","delivery":"d","version":1.0}`, strings.Repeat(`{"a":[`, 60),
	} {
		f.Add([]byte(text))
	}
	borrowed := []func(*testing.T, string, []byte){lent(livechat.Parse, livechat.Borrow), lent(everything.Parse, everything.Borrow)}
	f.Fuzz(func(t *testing.T, input []byte) {
		for _, compare := range borrowed {
			compare(t, "borrowed", input)
		}
		for _, s := range subjects {
			accepted, err := s.target.Agree(input)
			if err == nil && accepted {
				_, err = s.target.RoundTrip(input)
			}
			if err != nil {
				t.Errorf("%s: %v", s.name, err)
			}
		}
	})
}

// addSeeds adds the files of a folder.
func addSeeds(f *testing.F, folder string) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(paths) == 0 {
		f.Fatalf("no seeds in %s: %v", folder, err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
}
