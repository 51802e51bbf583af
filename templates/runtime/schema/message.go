package schema

import (
	"encoding/json"
	"fmt"
	"strings"
)

// message puts a finding into words: what was wanted, from the schema, and
// what kind of value was met.
func (f finding) message() string {
	switch f.keyword {
	case "type":
		return fmt.Sprintf("want %s, got %s", wanted(f.schema), kindOf(f.value))
	case "anyOf":
		return fmt.Sprintf("want %s, got %s", alternatives(f.rule, wanted), kindOf(f.value))
	case "const":
		return "want " + quoted(f.rule)
	case "enum":
		return "want one of " + quotedList(f.rule)
	case "minimum":
		return fmt.Sprintf("want at least %v", f.rule)
	case "maximum":
		return fmt.Sprintf("want at most %v", f.rule)
	case "minItems":
		return fmt.Sprintf("want at least %v elements, got %d", f.rule, length(f.value))
	case "maxItems":
		return fmt.Sprintf("want at most %v elements, got %d", f.rule, length(f.value))
	case "oneOf":
		return "want exactly one of the members " + alternatives(f.rule, requiredNames)
	case "not":
		return f.excluded()
	}
	return "does not satisfy " + f.keyword
}

// excluded words the three things that the schemas exclude.
func (f finding) excluded() string {
	rule, _ := f.rule.(map[string]any)
	switch {
	case rule["required"] != nil:
		return "want at most one of the members " + quotedList(rule["required"])
	case rule["const"] != nil:
		return quoted(rule["const"]) + " is not allowed"
	case rule["enum"] != nil:
		return "none of these is allowed: " + quotedList(rule["enum"])
	}
	return wanted(rule) + " is not allowed"
}

// wanted names the types of a schema.
func wanted(schema any) string {
	s, _ := schema.(map[string]any)
	if name, ok := s["type"].(string); ok {
		return name
	}
	return strings.Join(texts(s["type"]), " or ")
}

func requiredNames(schema any) string {
	s, _ := schema.(map[string]any)
	return quotedList(s["required"])
}

func alternatives(branches any, name func(any) string) string {
	list, _ := branches.([]any)
	var out []string
	for _, b := range list {
		out = append(out, name(b))
	}
	return strings.Join(out, " or ")
}

func quoted(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v) // not met: v was decoded from JSON
	}
	return string(text)
}

func quotedList(v any) string {
	list, _ := v.([]any)
	var out []string
	for _, elem := range list {
		out = append(out, quoted(elem))
	}
	return strings.Join(out, ", ")
}

// texts returns the strings of a JSON array.
func texts(v any) []string {
	list, _ := v.([]any)
	var out []string
	for _, elem := range list {
		if s, ok := elem.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

func length(v any) int {
	list, _ := v.([]any)
	return len(list)
}

// kindOf names the JSON type of a value.
func kindOf(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case json.Number:
		return "number"
	case string:
		return "string"
	case []any:
		return "array"
	}
	return "object"
}
