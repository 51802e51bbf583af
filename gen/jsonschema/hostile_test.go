package jsonschema

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// each joins what make says of the numbers below n, by commas.
func each(n int, make func(i int) string) string {
	var parts []string
	for i := range n {
		parts = append(parts, make(i))
	}
	return strings.Join(parts, ",")
}

func inPayload(v, defs string) string {
	return `{"type": "object", "properties": {"v": ` + v + `}, "$defs": {` + defs + `}}`
}

// TestHostile: small schemas that multiply, and large ones, end soon: with a
// specification, or with an error that has a place.
func TestHostile(t *testing.T) {
	chain := func(n int, link string) string {
		return each(n, func(i int) string { return fmt.Sprintf(`"a%d": `+link, i, i+1) }) + fmt.Sprintf(`, "a%d": {"type": "object"}`, n)
	}
	tests := []struct{ name, text, wrong string }{
		{"choices that double", inPayload(`{"$ref": "#/$defs/a0"}`,
			chain(30, `{"oneOf": [{"required": ["x%[1]d"], "$ref": "#/$defs/a%[2]d"}, {"required": ["y%[1]d"], "$ref": "#/$defs/a%[2]d"}]}`)), "multiply"},
		{"one choice twice", inPayload(`{"$ref": "#/$defs/a0"}`,
			chain(60, `{"oneOf": [{"$ref": "#/$defs/a%[2]d"}, {"$ref": "#/$defs/a%[2]d"}, {"type": "object", "required": ["x"]}]}`)), ""},
		{"choices beside choices", inPayload(`{"allOf": [`+each(40, func(i int) string {
			return fmt.Sprintf(`{"oneOf": [{"type": "object", "required": ["x%[1]d"]}, {"type": "object", "required": ["y%[1]d"]}]}`, i)
		})+`]}`, ""), ""},
		{"recursion that meets itself", inPayload(`{"$ref": "#/$defs/s0"}`, each(24, func(i int) string {
			return fmt.Sprintf(`"s%d": {"type": "object", "properties": {%s}}`, i, each(6, func(k int) string {
				return fmt.Sprintf(`"m%d": {"allOf": [{"$ref": "#/$defs/s%d"}, {"$ref": "#/$defs/s%d"}]}`, k, i, (i+k+1)%24)
			}))
		})), "multiply"},
		{"a chain of references", inPayload(`{"$ref": "#/$defs/a0"}`, chain(20_000, `{"$ref": "#/$defs/a%[2]d"}`)), ""},
		{"a reference to itself", inPayload(`{"$ref": "#/properties/v"}`, ""), "refers to itself"},
		{"many values", inPayload(`{"enum": [`+each(30_000, func(i int) string { return fmt.Sprintf(`"r%d"`, i) })+`]}`, ""), ""},
		{"many numbers", inPayload(`{"enum": [`+each(5_000, func(i int) string { return fmt.Sprintf(`%d.5`, i) })+`]}`, ""), ""},
		{"many notes", inPayload("true", each(2_000, func(i int) string {
			return fmt.Sprintf(`"d%d": {"type": "object", "properties": {%s}}`, i, each(20, func(k int) string { return fmt.Sprintf(`"p%d": {"pattern": "a"}`, k) }))
		})), ""},
		{"nested deep", strings.Repeat(`{"items":`, 100_000) + "{}" + strings.Repeat("}", 100_000), "levels deep"},
		{"a member twice", `{"type": "object", "type": "string"}`, "x.json:1:20"},
		{"not UTF-8", "{\"title\": \"\xe9\"}", "x.json:1:12"},
		{"a byte order mark", "\ufeff{\"type\": \"object\"}", ""},
		{"a file outside", inPayload(`{"$ref": "../secret.json"}`, ""), "there is no file"},
		{"no schema", `{"openapi": "3.1.0", "webhooks": {}}`, "x.json:1:13: this is a document of openapi"},
		{"a URL", inPayload(`{"$ref": "https://example.com/other.json"}`, ""), "nothing is fetched"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			_, err := Import(fstest.MapFS{"x.json": {Data: []byte(tt.text)}}, "x.json", Options{Provider: "acme", Header: "X-Event"})
			var wrong *Error
			if tt.wrong == "" && err != nil || tt.wrong != "" && (!errors.As(err, &wrong) || !strings.Contains(err.Error(), tt.wrong)) {
				t.Errorf("%v, and not %q", err, tt.wrong)
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("that took %v", took)
			}
		})
	}
}

// TestRepeated: a choice that another one repeats is noted, and the rest stands.
func TestRepeated(t *testing.T) {
	for _, schema := range []string{
		`{"oneOf": [{"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"type": "integer"}}]}`,
		`{"oneOf": [{"minLength": 2, "type": "string"}, {"minLength": 2, "type": "string"}, {"const": "a"}]}`,
	} {
		compare(t, payload(draft7, schema, `"A": {}`), "repeated-choice")
	}
}
