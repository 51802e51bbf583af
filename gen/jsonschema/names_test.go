package jsonschema

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// Variants are named after what tells them from the others.
func TestVariantNames(t *testing.T) {
	tests := []struct{ file, want string }{
		{"titles.json", "variants: [TargetByMail, TargetByPhone, TargetUser]"},
		{"expression.json", "variants: [ExprAnd, ExprNot, ExprField]"},
		{"inherit.json", "variants: {rename: ChangeRename, move: ChangeMove}"},
		{"billing.json", "variants: {charge: Charge, customer: Customer, invoice: Invoice}"},
	}
	for _, tt := range tests {
		result, err := Import(os.DirFS("testdata/providers"), tt.file, Options{Provider: "acme", Header: "X-Event"})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(result.Text), tt.want) {
			t.Errorf("%s: no %q in\n%s", tt.file, tt.want, result.Text)
		}
	}
}

// TestOpenProviders: each provider's schemas can be open too. Where variants could not
// be told apart they stay closed, which is said.
func TestOpenProviders(t *testing.T) {
	tests := map[string]int{"billing.json": 0, "expression.json": 0, "inherit.json": 0, "odd.json": 0, "overlap.json": 0, "shop": 0, "titles.json": 3, "tree.json": 0}
	for name, want := range tests {
		result, err := Import(os.DirFS("testdata/providers"), name, Options{Provider: "acme", Header: "X-Event", Open: true})
		if err != nil {
			t.Fatal(err)
		}
		stays := 0
		for _, note := range result.Notes {
			if note.Code == "stays-closed" {
				stays++
			}
		}
		shut := strings.Count(string(result.Text), "    closed: true\n")
		if stays != shut || stays != want {
			t.Errorf("%s: %d notes that %d types stay closed, and %d are to\n%s", name, stays, shut, want, result.Text)
		}
	}
}

// A choice can be the payload of one action and a member of another's.
func TestPayloadThatIsAMember(t *testing.T) {
	folder := fstest.MapFS{
		"a.json":     {Data: []byte(`{"type": "object", "properties": {"place": {"$ref": "place.json"}}}`)},
		"index.json": {Data: []byte(`{"oneOf": [{"$ref": "a.json"}, {"$ref": "place.json"}]}`)},
		"place.json": {Data: []byte(`{"type": "object", "oneOf": [
			{"required": ["kind"], "properties": {"kind": {"const": "x"}}}, {"required": ["kind", "n"], "properties": {"kind": {"const": "y"}}}]}`)},
	}
	result, err := Import(folder, ".", Options{Provider: "acme", Header: "X-Event"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"place: {type: ABodyPlace, optional: true}", "union: {by: kind,", "union: {trial: exactly_one,"} {
		if !strings.Contains(string(result.Text), want) {
			t.Errorf("no %q in\n%s", want, result.Text)
		}
	}
}
