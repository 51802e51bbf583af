package jsonschema

import "encoding/json"

func words(list ...string) map[string]bool {
	out := map[string]bool{}
	for _, word := range list {
		out[word] = true
	}
	return out
}

// annotations say nothing about what is valid.
var annotations = words("title", "description", "default", "examples", "example", "readOnly", "writeOnly", "deprecated", "$comment", "$schema",
	"$id", "id", "$anchor", "$dynamicAnchor", "$vocabulary", "contentEncoding", "contentMediaType", "contentSchema", "discriminator",
	"externalDocs", "xml")

// containers hold schemas for references.
var containers = words("$defs", "definitions")

// holdsNames are the keywords with a member for each name that the schema's
// author chose; holdsValues those with values that are no schemas.
var (
	holdsNames  = words("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies")
	holdsValues = words("enum", "const", "default", "examples", "example")
)

// understood are the keywords that eval.go and rules.go know.
var understood = words("$ref", "type", "enum", "const", "minLength", "maxLength", "format", "minimum", "maximum", "exclusiveMinimum",
	"exclusiveMaximum", "multipleOf", "items", "prefixItems", "minItems", "maxItems", "properties", "additionalProperties",
	"patternProperties", "required", "allOf", "anyOf", "oneOf", "nullable", "unevaluatedProperties")

// widening are the keywords that cannot be said: without them more is valid.
var widening = words("pattern", "not", "if", "then", "else", "contains", "minContains", "maxContains", "uniqueItems", "additionalItems",
	"unevaluatedItems", "propertyNames", "minProperties", "maxProperties", "dependencies", "dependentRequired", "dependentSchemas",
	"$dynamicRef", "$recursiveRef")

// leftOut notes the keywords of a schema that its set does not tell of.
func (e *evaluator) leftOut(n *node) {
	for _, key := range n.order {
		v := n.members[key]
		switch {
		case annotations[key], containers[key], understood[key]:
		case isIdle(n, key, v):
		case widening[key]:
			e.notes.add(v, "not-said", "%s cannot be said: what it refuses is taken", key)
		default:
			e.notes.once(v, "unknown-keyword", "%q is no keyword, and means nothing", clip(key))
		}
	}
}

// isIdle says whether a keyword says nothing where it stands.
func isIdle(n *node, key string, v *node) bool {
	switch key {
	case "then", "else":
		return n.members["if"] == nil
	case "if":
		return n.members["then"] == nil && n.members["else"] == nil
	case "uniqueItems":
		return v.value == false
	case "additionalItems", "unevaluatedItems", "propertyNames":
		return v.value == true || n.members["items"] == nil && key == "additionalItems"
	case "minProperties":
		return v.value == json.Number("0")
	}
	return false
}
