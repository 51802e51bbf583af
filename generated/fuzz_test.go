package generated_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// FuzzParse gives any bytes to the generated packages. They do not panic, and
// refuse what the schemas refuse at the same places; what is accepted is valid,
// encodes, and parses to an equal value.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{livechatCorpus + "*/*.json", everythingCorpus + "*/*.json"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			f.Fatalf("no seeds match %s: %v", pattern, err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	for _, text := range []string{
		"", "{", "{}", "null", "\ufeff{}", `{"action":"a","action":"a"}`, `{"action":"\ud800"}`, "{\"action\":\"\xff\"}",
		`{"event":"new","body":{"a":[1e-400,-0,1E+5]},"token":"t","delivery":"d","version":1.0}`, strings.Repeat(`{"a":[`, 60),
	} {
		f.Add([]byte(text))
	}
	targets := map[string]conformance.Target{
		"livechat delivery":   livechatDeliveries,
		"livechat push":       livechatPushes,
		"everything delivery": everythingDeliveries,
		"everything push":     everythingPushes,
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		for name, target := range targets {
			accepted, err := target.Agree(input)
			if err == nil && accepted {
				_, err = target.RoundTrip(input)
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
