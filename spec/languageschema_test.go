package spec_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/webhookgen/webhookgen/spec"
)

// languageSchema is the JSON Schema that editors use.
func languageSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("webhookgen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.CompileString("webhookgen.schema.json", string(text))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func decode(t *testing.T, text []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return value
}

// schemaCatches says whether the table promises that the schema finds fault
// with a file that has these findings.
func schemaCatches(ds spec.Diagnostics) bool {
	return slices.ContainsFunc(ds, func(d spec.Diagnostic) bool {
		return slices.ContainsFunc(spec.Rules, func(r spec.Rule) bool { return r.Code == d.Code && r.Schema })
	})
}

// compare checks the two promises of the schema for one file: it accepts what
// the parser accepts, and catches what the table of rules says that it does.
func compare(t *testing.T, schema *jsonschema.Schema, name string, src []byte) {
	t.Helper()
	text, ok := spec.ToJSON(src)
	if !ok {
		return
	}
	api, ds := spec.Parse(name, src)
	switch err := schema.Validate(decode(t, text)); {
	case api != nil && err != nil:
		t.Errorf("%s: the parser accepts what the schema refuses: %#v\n%s", name, err, src)
	case err == nil && schemaCatches(ds):
		t.Errorf("%s: the schema misses %v\n%s", name, ds, src)
	}
}

func TestSchemaOnExamples(t *testing.T) {
	schema := languageSchema(t)
	for _, pattern := range []string{"testdata/good/*.yaml", "testdata/bad/*.yaml"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no examples: %v", err)
		}
		for _, path := range paths {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, schema, filepath.Base(path), src)
		}
	}
}

var allMutations = flag.Bool("all-mutations", false, "compare on every mutation, which takes a minute")

// TestSchemaOnMutations compares the two on every good example with one value
// replaced or left out, most of which is wrong. Of thousands it takes some,
// spread over all values and replacements, unless told otherwise.
func TestSchemaOnMutations(t *testing.T) {
	schema := languageSchema(t)
	paths, _ := filepath.Glob("testdata/good/*.yaml")
	count, stride := 0, 17 // no divisor of the number of replacements
	if *allMutations {
		stride = 1
	}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, ok := spec.ToJSON(src)
		if !ok {
			t.Fatalf("%s is no sound YAML", path)
		}
		root := decode(t, text)
		mutate(root, func() {
			count++
			if t.Failed() || count%stride != 0 {
				return
			}
			if mutated, err := json.Marshal(root); err == nil {
				compare(t, schema, filepath.Base(path), mutated)
			}
		})
	}
	if count < 3000 {
		t.Errorf("only %d mutations", count)
	}
	t.Logf("%d mutations", count)
}

// replacements stand in for each value of a document.
var replacements = []any{
	nil, true, "", "x", "Two Words", "string", "observed", "1.0", json.Number("0"), json.Number("1.0"), json.Number("-1.5"),
	[]any{}, []any{"x"}, map[string]any{}, map[string]any{"x": "string"}, map[string]any{"nullable": "int"},
}

// mutate changes one value below v after the other, calls try with each
// change in place, and takes it back.
func mutate(v any, try func()) {
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			if key == "sample" {
				continue // the schema has no say about samples
			}
			old := v[key]
			for _, other := range replacements {
				v[key] = other
				try()
			}
			delete(v, key)
			try()
			v[strings.ToUpper(key)+"\u2028"] = old
			try()
			delete(v, strings.ToUpper(key)+"\u2028")
			v[key] = old
			mutate(old, try)
		}
	case []any:
		for i, old := range v {
			for _, other := range replacements {
				v[i] = other
				try()
			}
			v[i] = old
			mutate(old, try)
		}
	}
}
