package jsonschema

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/webhookgen/webhookgen/gen/plan"
)

// FuzzImport: whatever the bytes, there is an error that names the file, or a
// specification that the checker accepts. No panic, and no endless run.
func FuzzImport(f *testing.F) {
	for _, seed := range []string{
		`{}`, `true`, `{"type": "object", "properties": {"a": {"$ref": "#"}}}`,
		`{"oneOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}], "$defs": {"a": {"type": "object", "required": ["t"], "properties": {"t": {"const": "x"}}}, "b": {"properties": {"t": {"enum": ["y", null, 1]}}}}}`,
		`{"definitions": {"e$a": {"type": ["object", "null"], "additionalProperties": {"anyOf": [{"type": "array", "items": {"type": "integer", "minimum": 1e3}}, {"type": "null"}]}}, "e$event": {"allOf": [{"required": ["+1"]}, false]}}}`,
		`{"$schema": "http://json-schema.org/draft-07/schema#", "title": "type", "properties": {"": {"minLength": 2, "maxLength": 1}, "x/~": {"const": -0.0}}}`,
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, open bool) {
		result, err := Import(fstest.MapFS{"x.json": {Data: []byte(text)}}, "x.json", Options{Provider: "acme", Open: open})
		var wrong *Error
		switch {
		case errors.As(err, &wrong):
			if !strings.HasPrefix(err.Error(), "x.json") {
				t.Errorf("%v names no file", err)
			}
		case err != nil:
			t.Errorf("%v has no place", err)
		default:
			if api, found := plan.Parse("acme.yaml", result.Text); api == nil {
				t.Errorf("%v\n%s", found, result.Text)
			} else if len(api.Actions) != result.Actions {
				t.Errorf("%d actions, and %d are said", len(api.Actions), result.Actions)
			}
		}
	})
}
