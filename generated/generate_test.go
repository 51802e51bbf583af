package generated_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/spec"
)

// manifest is the file that the command adds to an output folder.
const manifest = "webhookgen.manifest.json"

// TestCommitted checks that the committed packages are what the generator
// makes, byte for byte and file for file, twice.
func TestCommitted(t *testing.T) {
	for _, pkg := range []struct{ spec, folder string }{
		{"../spec/livechat/v3.0.yaml", "livechat"},
		{"../spec/livechat/v3.6.yaml", "livechat/v36"},
		{"../spec/slack/events.yaml", "slack"},
		{"../spec/standardwebhooks/shop.yaml", "standardwebhooks"},
		{"../spec/github/github.yaml", "github"},
		{"../gen/testdata/everything.yaml", "internal/everything"},
		{"../gen/testdata/proofs/basic.yaml", "internal/proofs/basic"},
		{"../gen/testdata/proofs/bearer.yaml", "internal/proofs/bearer"},
		{"../gen/testdata/proofs/body.yaml", "internal/proofs/body"},
		{"../gen/testdata/proofs/keys.yaml", "internal/proofs/keys"},
		{"../gen/testdata/proofs/sealed.yaml", "internal/proofs/sealed"},
		{"../gen/testdata/proofs/pairs.yaml", "internal/proofs/pairs"},
		{"../gen/testdata/proofs/parts.yaml", "internal/proofs/parts"},
		{"../gen/testdata/proofs/standard.yaml", "internal/proofs/standard"},
		{"../gen/testdata/routes/closed.yaml", "internal/closed"},
		{"../gen/testdata/routes/events.yaml", "internal/events"},
		{"../gen/testdata/routes/flat.yaml", "internal/flat"},
		{"../gen/testdata/routes/headers.yaml", "internal/headers"},
		{"../gen/testdata/routes/paths.yaml", "internal/paths"},
	} {
		src, err := os.ReadFile(pkg.spec)
		if err != nil {
			t.Fatal(err)
		}
		validator := !strings.HasPrefix(pkg.folder, "internal/proofs/")
		borrow := pkg.folder == "livechat" || pkg.folder == "slack" || pkg.folder == "internal/everything"
		for range 2 {
			api, diags := spec.Parse(filepath.Base(pkg.spec), src)
			if diags.HasErrors() {
				t.Fatalf("%s: %v", pkg.spec, diags)
			}
			files, diags, err := gen.Generate(api, gen.Options{SchemaValidator: validator, Borrow: borrow, ImportPath: "github.com/webhookgen/webhookgen/generated/" + pkg.folder})
			if err != nil || diags.HasErrors() {
				t.Fatalf("%s: %v, %v", pkg.spec, diags, err)
			}
			compareFolder(t, pkg.folder, files)
		}
	}
}

// compareFolder checks that a folder holds these files and no others.
func compareFolder(t *testing.T, folder string, files []gen.File) {
	t.Helper()
	want := map[string]bool{manifest: true}
	for _, f := range files {
		want[f.Name] = true
		got, err := os.ReadFile(filepath.Join(folder, f.Name))
		if err != nil || string(got) != string(f.Data) {
			t.Errorf("%s/%s is not what the generator makes; run make generate (%v)", folder, f.Name, err)
		}
	}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && path == folder {
			return err
		}
		if d.IsDir() {
			if _, err := os.Stat(filepath.Join(path, manifest)); err == nil {
				return filepath.SkipDir // a generated package of its own
			}
			return nil
		}
		if name, _ := filepath.Rel(folder, path); !want[filepath.ToSlash(name)] {
			t.Errorf("%s is not generated", path)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
