package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const hookSchema = `{"$schema": "http://json-schema.org/draft-07/schema#", "title": "made", "type": "object", "required": ["id"],
	"properties": {"id": {"type": "integer"}, "name": {"type": "string", "pattern": "^a"}}, "additionalProperties": false}`

func TestImportSchemas(t *testing.T) {
	dir := t.TempDir()
	schema, file := filepath.Join(dir, "made.json"), filepath.Join(dir, "acme"+specSuffix)
	writeText(t, schema, hookSchema)
	out, errs, status := runDocs(t, "import", "jsonschema", "-action-header", "X-Acme", "-o", file, schema)
	if status != statusFine || !strings.Contains(out, "1 action, 2 notes") {
		t.Fatalf("import: %d %s %s", status, out, errs)
	}
	if !strings.Contains(errs, "made.json:2:82: note: #/properties/name/pattern: pattern cannot be said") {
		t.Errorf("notes: %s", errs)
	}
	if out, _, status := runDocs(t, "check", file); status != statusFine {
		t.Errorf("check: %d %s", status, out)
	}
	text, _, status := runDocs(t, "import", "jsonschema", "-action-header", "X-Acme", "-provider", "acme", dir)
	written, err := os.ReadFile(file)
	if err != nil || status != statusFine || text != string(written) {
		t.Errorf("of the folder, to standard output: %d %v\n%s", status, err, text)
	}
	if text, _, _ := runDocs(t, "import", "jsonschema", "-open", schema); strings.Contains(text, "closed: true") {
		t.Errorf("closed in spite of -open:\n%s", text)
	}
}

func TestImportSchemasRefused(t *testing.T) {
	dir := t.TempDir()
	schema, broken, empty := filepath.Join(dir, "made.json"), filepath.Join(dir, "broken.json"), filepath.Join(dir, "empty")
	writeText(t, schema, hookSchema)
	writeText(t, broken, `{"properties": {"a": {"$ref": "#/no"}}}`)
	if err := os.Mkdir(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	there, fresh := filepath.Join(dir, "there"+specSuffix), filepath.Join(dir, "fresh"+specSuffix)
	writeText(t, there, "mine")
	for name, tt := range map[string]struct {
		args   []string
		status int
		says   string
	}{
		"broken":       {[]string{"-o", fresh, broken}, statusFindings, `broken.json:1:31: #/properties/a/$ref: there is nothing at "/no"`},
		"empty folder": {[]string{"-o", fresh, empty}, statusFindings, "there is no *.json file"},
		"no file":      {[]string{"-o", fresh, filepath.Join(dir, "none.json")}, statusFault, "no such file"},
		"nothing":      {nil, statusFault, "one file or folder is wanted"},
		"two":          {[]string{schema, broken}, statusFault, "one file or folder is wanted"},
		"a provider":   {[]string{"-provider", "../x", schema}, statusFault, "cannot be the name of a provider"},
		"is there":     {[]string{"-o", there, schema}, statusFault, "is there already"},
	} {
		t.Run(name, func(t *testing.T) {
			_, errs, status := runDocs(t, append([]string{"import", "jsonschema"}, tt.args...)...)
			if status != tt.status || !strings.Contains(errs, tt.says) {
				t.Errorf("status %d, want %d: %s", status, tt.status, errs)
			}
		})
	}
	if _, err := os.Stat(fresh); err == nil {
		t.Error("something was written in spite of an error")
	}
	if text, err := os.ReadFile(there); err != nil || string(text) != "mine" {
		t.Errorf("the specification that was there: %q %v", text, err)
	}
}

// TestImportSchemasOutside: nothing outside of the folder is read.
func TestImportSchemasOutside(t *testing.T) {
	outside, dir := filepath.Join(t.TempDir(), "secret.json"), t.TempDir()
	writeText(t, outside, hookSchema)
	for name, ref := range map[string]string{"a link": "link.json", "a path": "../" + filepath.Base(filepath.Dir(outside)) + "/secret.json"} {
		schema := filepath.Join(dir, strings.ReplaceAll(name, " ", "_")+".json")
		writeText(t, schema, `{"properties": {"a": {"$ref": "`+ref+`"}}}`)
		if err := os.Symlink(outside, filepath.Join(dir, "link.json")); err != nil && !os.IsExist(err) {
			t.Skip(err)
		}
		out, errs, status := runDocs(t, "import", "jsonschema", schema)
		if status != statusFindings || out != "" || !strings.Contains(errs, ".json") {
			t.Errorf("%s: status %d %s %s", name, status, out, errs)
		}
	}
}
