package templates

import (
	"slices"
	"strings"
	"testing"
)

// What serves in place stays in place, and all the rest is emitted.
func TestSchemaValidator(t *testing.T) {
	var names []string
	for _, src := range SchemaValidator(true) {
		names = append(names, src.Name)
		if !strings.Contains(string(src.Data), "\npackage schema\n") && !strings.HasPrefix(string(src.Data), "package schema\n") {
			t.Errorf("%s is not of package schema", src.Name)
		}
		if strings.Contains(string(src.Data), "webhookgen/webhookgen") {
			t.Errorf("%s imports what a generated package does not have", src.Name)
		}
	}
	if !slices.Contains(names, "validator.go") || !slices.Contains(names, "report.go") {
		t.Errorf("files are missing: %q", names)
	}
	for _, name := range []string{"doc.go", "guard_inplace.go", "validator_test.go"} {
		if slices.Contains(names, name) {
			t.Errorf("%s is emitted", name)
		}
	}
}

func TestText(t *testing.T) {
	if !strings.Contains(Text("reference.md.tmpl"), "DO NOT EDIT") {
		t.Error("not the template of the reference")
	}
}
