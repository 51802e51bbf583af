package schema_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

// TestCorpora holds the schemas of specifications against their corpora: what
// is known to be sent is accepted, and what is wrong is refused where it is.
func TestCorpora(t *testing.T) {
	for file, corpus := range map[string]string{
		"livechat/v3.0.yaml":         "livechat/testdata/v3.0",
		"livechat/v3.6.yaml":         "livechat/testdata/v3.6",
		"slack/events.yaml":          "slack/testdata",
		"standardwebhooks/shop.yaml": "standardwebhooks/testdata",
	} {
		t.Run(file, func(t *testing.T) { testCorpus(t, "../../spec/"+file, "../../spec/"+corpus) })
	}
}

func testCorpus(t *testing.T, file, corpus string) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	api, found := spec.Parse(filepath.Base(file), src)
	if found.HasErrors() {
		t.Fatal(found)
	}
	v := validatorOf(t, api)
	for _, set := range []struct {
		folder, places string
		validate       func([]byte) error
	}{
		{"valid", "", v.ValidateDelivery},
		{"push", "", v.ValidatePush},
		{"invalid", "invalid.json", v.ValidateDelivery},
		{"push-invalid", "push-invalid.json", v.ValidatePush},
	} {
		if api.Push == nil && strings.HasPrefix(set.folder, "push") {
			continue
		}
		want := places(t, corpus, set.places)
		names, err := filepath.Glob(filepath.Join(corpus, set.folder, "*.json"))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d files, %v", set.folder, len(names), err)
		}
		for _, name := range names {
			body, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			base := filepath.Base(name)
			err = set.validate(body)
			if got := pointers(t, err); !slices.Equal(got, want[base]) {
				t.Errorf("%s/%s: refused at %q, want %q: %v", set.folder, base, got, want[base], err)
			}
		}
	}
}

// places reads where each file of a folder is wrong; without a name, none is.
func places(t *testing.T, corpus, name string) map[string][]string {
	t.Helper()
	if name == "" {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(corpus, name))
	if err != nil {
		t.Fatal(err)
	}
	var listed map[string][]struct{ Pointer string }
	if err := json.Unmarshal(data, &listed); err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for file, violations := range listed {
		for _, violation := range violations {
			out[file] = append(out[file], violation.Pointer)
		}
		slices.Sort(out[file])
		out[file] = slices.Compact(out[file])
	}
	return out
}
