package schema_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/webhookgen/webhookgen/gen/internal/example"
	"github.com/webhookgen/webhookgen/gen/internal/golden"
	"github.com/webhookgen/webhookgen/gen/schema"
)

var update = flag.Bool("update", false, "write the golden files")

func TestGolden(t *testing.T) {
	files, err := schema.Files(example.API())
	if err != nil {
		t.Fatal(err)
	}
	source, err := schema.GoFiles(example.API(), schema.GoOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{}
	for _, f := range append(files, source...) {
		name := filepath.Join("testdata", filepath.FromSlash(f.Name))
		if filepath.Ext(name) == ".go" {
			name += ".golden" // no package of this module
		}
		want[name] = true
		golden.Compare(t, name, f.Data, *update)
	}
	err = filepath.WalkDir("testdata", func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !want[path] {
			t.Errorf("%s is no longer generated", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestDeterministic(t *testing.T) {
	first, err := schema.Files(example.API())
	if err != nil {
		t.Fatal(err)
	}
	second, err := schema.Files(example.API())
	if err != nil {
		t.Fatal(err)
	}
	for i := range first {
		if first[i].Name != second[i].Name || string(first[i].Data) != string(second[i].Data) {
			t.Errorf("%s differs between runs", first[i].Name)
		}
	}
}
