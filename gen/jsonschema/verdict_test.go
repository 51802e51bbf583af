package jsonschema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/webhookgen/webhookgen/gen/schema"
	"github.com/webhookgen/webhookgen/spec"
	validator "github.com/webhookgen/webhookgen/templates/runtime/schema"
)

// values are tried as values of every schema.
var values = strings.Split(`null
true
false
0
1
2
3
5
9
10
-1
-7
1.0
1.5
2.5
0.1
1e2
100
""
"a"
"b"
"ab"
"abc"
"äöü"
"a long text"
"2020-01-01T00:00:00Z"
[]
[1]
[1,2]
[1,1]
["a"]
["a","b"]
["a","b","c"]
[null]
[[]]
[{}]
[{"a":1}]
{}
{"a":1}
{"a":"x"}
{"a":null}
{"b":1}
{"a":1,"b":1}
{"a":1,"b":"x"}
{"a":1,"c":true}
{"a":"x","b":"y"}
{"kind":"x"}
{"kind":"x","a":1}
{"kind":"y","a":1}
{"kind":"y","b":"x"}
{"kind":"z"}
{"kind":1}
{"next":{"next":null}}
{"next":{"next":{"next":1}}}
{"next":null}
{"list":[{"a":1}]}
{"list":[{"a":"x"}]}`, "\n")

// draft is what a schema is read as.
func payload(draft, member, defs string) string {
	return fmt.Sprintf(`{"$schema": %q, "title": "act", "type": "object", "required": ["v"], "properties": {"v": %s}, "definitions": {%s}}`, draft, member, defs)
}

const (
	draft7    = "http://json-schema.org/draft-07/schema#"
	draft2020 = "https://json-schema.org/draft/2020-12/schema"
)

// judges returns the schema itself and what is made of it, as functions that
// say whether a payload is valid.
func judges(t *testing.T, text string) (own, made func(string) bool, notes []Note) {
	t.Helper()
	compiled, err := jsonschema.CompileString("https://example.com/own.json", text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	result, err := Import(fstest.MapFS{"act.json": {Data: []byte(text)}}, "act.json", Options{Provider: "test", Header: "X-Event"})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	api, found := spec.Parse("test.yaml", result.Text)
	if found.HasErrors() {
		t.Fatal(found)
	}
	files, err := schema.Files(api)
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, f := range files {
		folder[strings.TrimPrefix(f.Name, "schema/")] = &fstest.MapFile{Data: f.Data}
	}
	v := validator.New(folder)
	own = func(value string) bool {
		decoder := json.NewDecoder(strings.NewReader(value))
		decoder.UseNumber()
		var tree any
		if err := decoder.Decode(&tree); err != nil {
			t.Fatal(err)
		}
		return compiled.Validate(tree) == nil
	}
	made = func(value string) bool { return v.Validate("act", []byte(value)) == nil }
	if testing.Verbose() {
		t.Logf("%s", bytes.TrimSpace(result.Text[bytes.Index(result.Text, []byte("envelope")):]))
	}
	return own, made, result.Notes
}

// What the specification says exactly, and what it says more widely: then
// there is a note, and nothing valid is refused.
func TestVerdicts(t *testing.T) {
	const defs = `"A": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}},
		"ShutA": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}, "additionalProperties": false},
		"B": {"type": "object", "required": ["b"], "properties": {"b": {"type": "string"}}, "additionalProperties": false},
		"X": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "x"}, "a": {"type": "integer"}}},
		"Y": {"type": "object", "required": ["kind", "a"], "properties": {"kind": {"enum": ["y"]}, "a": {"type": "integer"}}},
		"Nullable": {"type": ["string", "null"]}, "Word": {"enum": ["a", "b"]}, "No": false,
		"Tree": {"type": "object", "properties": {"next": {"anyOf": [{"$ref": "#/definitions/Tree"}, {"type": "null"}]}}, "additionalProperties": false}`
	tests := []struct {
		name, schema string
		note         string // code of the note that says that it is wider
	}{
		{"everything", `{}`, ""},
		{"true", `true`, ""},
		{"string", `{"type": "string"}`, ""},
		{"string or null", `{"type": ["string", "null"]}`, ""},
		{"null", `{"type": "null"}`, ""},
		{"several kinds", `{"type": ["string", "integer", "null"]}`, ""},
		{"all kinds but one", `{"type": ["string", "number", "boolean", "array", "null"]}`, ""},
		{"length", `{"type": "string", "minLength": 1, "maxLength": 3}`, ""},
		{"length of what may be no string", `{"maxLength": 1}`, ""},
		{"bool", `{"type": "boolean"}`, ""},
		{"constants", `{"const": "a"}`, ""},
		{"constant null", `{"const": null}`, ""},
		{"constant number", `{"const": 1.0}`, ""},
		{"constant bool", `{"enum": [false]}`, ""},
		{"enum", `{"type": "string", "enum": ["a", "b", ""]}`, ""},
		{"enum with null", `{"type": ["string", "null"], "enum": ["a", "b", null]}`, ""},
		{"null that the type forbids", `{"type": "string", "enum": ["a", "b", null]}`, ""},
		{"enum of kinds", `{"enum": ["a", "b", 1, true, null]}`, ""},
		{"enum of numbers", `{"enum": [1, 2.5, 100]}`, ""},
		{"enum of a range", `{"enum": [1, 3, 2]}`, ""},
		{"oneOf of constants", `{"oneOf": [{"const": "a"}, {"const": "b"}]}`, ""},
		{"oneOf of the same constant", `{"oneOf": [{"const": "a"}, {"enum": ["a", "b"]}]}`, ""},
		{"integer", `{"type": "integer", "minimum": 1, "maximum": 5}`, ""},
		{"integer between", `{"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 5}`, ""},
		{"integer between fractions", `{"type": "integer", "minimum": 0.5, "exclusiveMaximum": 5.5}`, ""},
		{"number", `{"type": "number", "minimum": 0.1}`, ""},
		{"number or integer", `{"anyOf": [{"type": "number", "maximum": 0}, {"type": "integer"}]}`, ""},
		{"list", `{"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2}`, ""},
		{"list of nullable", `{"type": "array", "items": {"type": ["integer", "null"]}}`, ""},
		{"map", `{"type": "object", "additionalProperties": {"type": "integer"}}`, ""},
		{"any object", `{"type": "object"}`, ""},
		{"no members", `{"type": "object", "additionalProperties": false}`, ""},
		{"object", `{"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}`, ""},
		{"object or whatever", `{"properties": {"a": {"type": "integer"}}, "required": ["a"]}`, ""},
		{"required alone", `{"type": "object", "required": ["a"]}`, ""},
		{"forbidden member of a closed object", `{"type": "object", "properties": {"a": {"type": "integer"}, "b": false}, "additionalProperties": false}`, ""},
		{"reference", `{"$ref": "#/definitions/A"}`, ""},
		{"reference or null", `{"oneOf": [{"$ref": "#/definitions/ShutA"}, {"type": "null"}]}`, ""},
		{"reference to what can be null", `{"$ref": "#/definitions/Nullable"}`, ""},
		{"recursion", `{"$ref": "#/definitions/Tree"}`, ""},
		{"narrowed", `{"allOf": [{"$ref": "#/definitions/A"}, {"type": "object", "required": ["b"], "properties": {"a": {"maximum": 1}, "b": {"type": "integer"}}}]}`, ""},
		{"narrowed closed", `{"allOf": [{"$ref": "#/definitions/ShutA"}, {"properties": {"a": {"maximum": 1}}}]}`, ""},
		{"oneOf by member", `{"oneOf": [{"$ref": "#/definitions/X"}, {"$ref": "#/definitions/Y"}]}`, ""},
		{"oneOf by trial", `{"oneOf": [{"$ref": "#/definitions/ShutA"}, {"$ref": "#/definitions/B"}]}`, ""},
		{"oneOf that overlaps", `{"oneOf": [{"$ref": "#/definitions/A"}, {"$ref": "#/definitions/X"}]}`, ""},
		{"anyOf that overlaps", `{"anyOf": [{"$ref": "#/definitions/A"}, {"$ref": "#/definitions/X"}]}`, ""},
		{"oneOf in oneOf", `{"oneOf": [{"oneOf": [{"$ref": "#/definitions/A"}, {"$ref": "#/definitions/X"}]}, {"$ref": "#/definitions/B"}]}`, ""},
		{"oneOf of kinds", `{"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "array", "items": {"type": "string"}}]}`, ""},
		{"oneOf of a string and one of them", `{"oneOf": [{"type": "string"}, {"const": "a"}]}`, ""},
		{"oneOf of lists", `{"oneOf": [{"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"const": 1}, "minItems": 1}]}`, ""},
		{"oneOf beside properties", `{"type": "object", "properties": {"c": {"type": "boolean"}}, "oneOf": [{"$ref": "#/definitions/A"}, {"$ref": "#/definitions/B"}]}`, ""},
		{"list of a choice", `{"type": "array", "items": {"oneOf": [{"$ref": "#/definitions/ShutA"}, {"type": "string"}]}}`, ""},
		{"nothing but null", `{"oneOf": [{"type": "null"}, false]}`, ""},
		{"pattern", `{"type": "string", "pattern": "^a"}`, "not-said"},
		{"not", `{"type": "string", "not": {"const": "a"}}`, "not-said"},
		{"if", `{"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}}`, "not-said"},
		{"unique", `{"type": "array", "uniqueItems": true}`, "not-said"},
		{"contains", `{"type": "array", "contains": {"const": 1}}`, "not-said"},
		{"names", `{"type": "object", "propertyNames": {"maxLength": 1}}`, "not-said"},
		{"member count", `{"type": "object", "minProperties": 1, "maxProperties": 1}`, "not-said"},
		{"dependencies", `{"type": "object", "dependencies": {"a": ["b"]}}`, "not-said"},
		{"multiple", `{"type": "integer", "multipleOf": 2}`, "multiple-of"},
		{"exclusive", `{"type": "number", "exclusiveMinimum": 1}`, "exclusive"},
		{"pattern of names", `{"type": "object", "patternProperties": {"^a": {"type": "integer"}}, "additionalProperties": false}`, "pattern-properties"},
		{"typed members besides", `{"type": "object", "properties": {"a": {"type": "integer"}}, "additionalProperties": {"type": "string"}}`, "typed-members"},
		{"tuple", `{"type": "array", "items": [{"type": "string"}, {"type": "integer"}]}`, "tuple"},
		{"value with structure", `{"const": {"a": 1}}`, "structured-value"},
		{"nothing", `{"$ref": "#/definitions/No"}`, "unsatisfiable"},
		{"closed beside required", `{"type": "object", "additionalProperties": false, "allOf": [{"$ref": "#/definitions/A"}]}`, "unsatisfiable"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { compare(t, payload(draft7, tt.schema, defs), tt.note) })
	}
	modern := []struct{ name, schema, note string }{
		{"beside a reference", `{"$ref": "#/definitions/A", "required": ["b"]}`, ""},
		{"unevaluated", `{"allOf": [{"$ref": "#/definitions/A"}], "properties": {"b": true}, "unevaluatedProperties": false}`, ""},
		{"prefix", `{"type": "array", "prefixItems": [{"type": "string"}]}`, "tuple"},
		{"dependent", `{"type": "object", "dependentRequired": {"a": ["b"]}}`, "not-said"},
	}
	for _, tt := range modern {
		t.Run(tt.name, func(t *testing.T) { compare(t, payload(draft2020, tt.schema, defs), tt.note) })
	}
}

func compare(t *testing.T, text, note string) {
	t.Helper()
	own, made, notes := judges(t, text)
	codes := map[string]bool{}
	for _, n := range notes {
		codes[n.Code] = true
	}
	if note != "" && !codes[note] {
		t.Errorf("no note %s, but %v", note, notes)
	}
	for code := range codes {
		if code != note && code != "whole-number" && code != "no-discriminator" {
			t.Errorf("note %s", code)
		}
	}
	for _, value := range append(values, "") {
		body := `{"v":` + value + `}`
		if value == "" {
			body = `{}`
		}
		want, got := own(body), made(body)
		if want && !got || note == "" && want != got {
			t.Errorf("%s: the schema says %v, what is made of it %v", body, want, got)
		}
	}
}
