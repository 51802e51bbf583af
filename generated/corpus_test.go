package generated_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// full is for continuous integration: a minute of mutations in place of seconds.
var full = flag.Bool("full", false, "try every mutation, not a sample")

// readCorpus returns the files of a folder by base name.
func readCorpus(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no corpus in %s: %v", folder, err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(path)] = text
	}
	return files
}

func tree(t testing.TB, text []byte) any {
	t.Helper()
	tree, err := conformance.Tree(text)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// testValid checks that every file of a folder is accepted by both judges and
// survives decoding and encoding. Only the members that the file lost.json
// beside the folder lists get lost: those that the specification does not know.
func testValid(t *testing.T, target conformance.Target, folder string) {
	var lost map[string][]string
	readJSON(t, filepath.Join(folder, "..", "lost.json"), &lost)
	for name, text := range readCorpus(t, folder) {
		if s := target.Schema(text); !s.Accepted {
			t.Errorf("%s: the schema refuses it: %s", name, s.Detail)
			continue
		}
		again, err := target.RoundTrip(text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		difference, missing := conformance.Difference(tree(t, text), tree(t, again))
		if want := lost[filepath.Base(folder)+"/"+name]; difference != "" || !slices.Equal(missing, want) {
			t.Errorf("%s: %s\nlost %q, want %q", name, difference, missing, want)
		}
	}
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// testInvalid checks that both judges refuse every file of a folder at the
// places that the manifest beside it says.
func testInvalid(t *testing.T, target conformance.Target, folder string) {
	var manifest map[string][]struct{ Pointer, Rule string }
	readJSON(t, folder+".json", &manifest)
	files := readCorpus(t, folder)
	if len(files) != len(manifest) {
		t.Errorf("%d files, %d in the manifest", len(files), len(manifest))
	}
	for name, text := range files {
		var want []string
		for _, v := range manifest[name] {
			want = append(want, v.Pointer)
		}
		slices.Sort(want)
		want = slices.Compact(want)
		code, _ := target.Code(text)
		if schema := target.Schema(text); code.Accepted || schema.Accepted ||
			!slices.Equal(code.Pointers, want) || !slices.Equal(schema.Pointers, want) {
			t.Errorf("%s: want violations at %q\ncode:   %+v\nschema: %+v", name, want, code, schema)
		}
	}
}

// testMutations checks that the judges agree on systematic changes of every
// file of a folder, of which there must be at least atLeast. Without the flag
// -full it takes a sample of them.
func testMutations(t *testing.T, target conformance.Target, folder string, atLeast int) {
	stride := 13
	if *full {
		stride = 1
	}
	files := readCorpus(t, folder)
	words := map[string][]string{}
	for _, text := range files {
		conformance.Strings(tree(t, text), words)
	}
	count, tried, accepted, failures := 0, 0, 0, 0
	for name, text := range files {
		for what, mutant := range conformance.Mutations(tree(t, text), words) {
			if count++; count%stride != 0 {
				continue
			}
			tried++
			ok, err := target.Agree(conformance.Text(mutant))
			if ok {
				accepted++
			}
			if err != nil {
				if failures++; failures <= 20 {
					t.Errorf("%s, %s: %v", name, what, err)
				}
			}
		}
	}
	t.Logf("%s: %d of %d mutants tried, %d accepted, %d disagreements", folder, tried, count, accepted, failures)
	if count < atLeast {
		t.Errorf("only %d mutants", count)
	}
}
