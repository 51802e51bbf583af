package schemas

import (
	"encoding/json"
	"io"
	"io/fs"
	"os"

	"slices"
	"strings"
	"testing"

	judge "github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/webhookgen/webhookgen/gen/jsonschema"
	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// providers are schemas by hand, with payloads as their examples.
const providers = "../../../gen/jsonschema/testdata/providers"

// noted are the schemas that a specification cannot say in full.
var noted = []string{"pattern"}

// atLeast is how many payloads there are to be.
const atLeast = 9_000

// base stands before the names of files, as their URL.
const base = "https://provider.example/"

// places are where the files of URLs lie.
var places = strings.NewReplacer(base, "", "https://shop.example/schemas/", "shop/")

// TestProviders: the verdicts of the generated code are those of the schemas.
func TestProviders(t *testing.T) {
	files := os.DirFS(providers)
	result, err := jsonschema.Import(files, ".", jsonschema.Options{Provider: "acme", Header: "X-Event"})
	if err != nil {
		t.Fatal(err)
	}
	wider := widened(result.Notes)
	for name := range wider {
		if action := actionOf(name); !slices.Contains(noted, action) {
			t.Errorf("%s has a note that it is taken more widely: %v", action, result.Notes)
		}
	}
	var requests []request
	var want []bool
	err = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || isShared(result.Notes, name) {
			return err
		}
		own := original(t, files, name)
		for _, body := range bodies(t, files, name, own) {
			requests = append(requests, request{actionOf(name), body})
			want = append(want, accepts(t, own, body))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	accepted, failures := 0, 0
	for i, v := range ask(t, result.Text, requests) {
		if v.Error == "" {
			accepted++
		}
		isWider := slices.Contains(noted, requests[i].Action) && v.Error == ""
		if v.Wrong == "" && ((v.Error == "") == want[i] || isWider) {
			continue
		}
		if failures++; failures < 20 {
			t.Errorf("%s %.300s: the schema says %v, the code %q %q", requests[i].Action, requests[i].Body, want[i], v.Error, v.Wrong)
		}
	}
	t.Logf("%d payloads, %d accepted, %d disagreements", len(requests), accepted, failures)
	if len(requests) < atLeast {
		t.Errorf("%d payloads, and %d are to be tried", len(requests), atLeast)
	}
}

func actionOf(name string) string {
	return strings.ReplaceAll(strings.TrimSuffix(name, ".json"), "/", ".")
}

// harmless are notes of what makes no difference to the payloads here.
var harmless = []string{"format", "whole-number", "beside-ref", "unknown-keyword", "no-discriminator", sharedFile}

// widened returns the files with a note that more is accepted.
func widened(notes []jsonschema.Note) map[string]bool {
	out := map[string]bool{}
	for _, n := range notes {
		if !slices.Contains(harmless, n.Code) {
			out[n.File] = true
		}
	}
	return out
}

// sharedFile is the code of the note that a file is no action.
const sharedFile = "shared-file"

func isShared(notes []jsonschema.Note, name string) bool {
	return slices.ContainsFunc(notes, func(n jsonschema.Note) bool { return n.Code == sharedFile && n.File == name })
}

// original compiles a schema without the formats, which jsonschema/v5 asserts
// under draft 7.
func original(t *testing.T, files fs.FS, name string) *judge.Schema {
	t.Helper()
	compiler := judge.NewCompiler()
	compiler.LoadURL = func(url string) (io.ReadCloser, error) {
		text, err := fs.ReadFile(files, places.Replace(url))
		return io.NopCloser(strings.NewReader(strings.ReplaceAll(string(text), `"format": "date-time"`, `"format": "none"`))), err
	}
	schema, err := compiler.Compile(base + name)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// bodies returns the examples of a schema, all of which fit, and every
// systematic change of them.
func bodies(t *testing.T, files fs.FS, name string, own *judge.Schema) []string {
	t.Helper()
	text, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	var schema struct{ Examples []json.RawMessage }
	if err := json.Unmarshal(text, &schema); err != nil || len(schema.Examples) == 0 {
		t.Fatalf("%s has no examples (%v)", name, err)
	}
	words := map[string][]string{}
	var out []string
	for _, example := range schema.Examples {
		if !accepts(t, own, string(example)) {
			t.Fatalf("%s refuses its example %s", name, example)
		}
		conformance.Strings(treeOf(t, string(example)), words)
	}
	for _, example := range schema.Examples {
		out = append(out, string(example))
		for what, mutant := range conformance.Mutations(treeOf(t, string(example)), words) {
			if !isBeyond(what) {
				out = append(out, string(conformance.Text(mutant)))
			}
		}
	}
	return out
}

// isBeyond says whether a mutant holds a number that fits no 64 bits, or is
// nested deeper than the generated code reads: the schemas have no limits.
func isBeyond(what string) bool {
	for _, number := range []string{"9223372036854775808", "-9223372036854775809", "1.7976931348623158e308", "1.7976931348623157e308", "-1.8e308", "1e400"} {
		if strings.HasSuffix(what, "= "+number) {
			return true
		}
	}
	return strings.HasSuffix(what, "down to level 101")
}

func treeOf(t *testing.T, text string) any {
	t.Helper()
	tree, err := conformance.Tree([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func accepts(t *testing.T, own *judge.Schema, body string) bool {
	t.Helper()
	return own.Validate(treeOf(t, body)) == nil
}
