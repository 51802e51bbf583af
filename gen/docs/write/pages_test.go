package write

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/aymanbagabas/go-udiff"
	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

var update = flag.Bool("update", false, "write the golden files")

// Pages of other structure than the vendor's: each is imported as the golden
// file beside it says, and means the same as what was imported.
func TestPagesOfOtherStructure(t *testing.T) {
	pages, _ := filepath.Glob(filepath.Join("testdata", "pages", "*.md*"))
	for _, path := range pages {
		if filepath.Ext(path) == ".yaml" {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			page, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			says, found := infer.Page(page)
			if says == nil {
				t.Fatal(found)
			}
			got, _, err := Spec(says, Options{Provider: "provider", Page: filepath.Base(path)})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, path+".yaml", string(got))
			api, found := spec.Parse(path, got)
			if len(found) > 0 {
				t.Fatal(found)
			}
			if _, found := plan.New(api, ""); found.HasErrors() {
				t.Errorf("no code can be generated: %v", found)
			}
			for _, f := range drift.Compare(says, api) {
				t.Errorf("drift: %s %s %s", f.Kind, f.Action, f.Message)
			}
		})
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("not as in the golden file, -update writes it:\n%s", udiff.Unified(path, "now", string(want), got))
	}
}
