package main

import (
	"encoding/json"
	"fmt"
)

// described is a part of a JSON document.
type described = map[string]any

// madeUpSchema returns the actions of madeUp(n) as definitions of JSON Schema.
func madeUpSchema(n int) ([]byte, error) {
	return json.Marshal(described{
		"$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://example.com/hooks", "title": "Hooks", "type": "object",
		"$defs": definitions(n, "#/$defs/"),
	})
}

// madeUpAPI returns the actions of madeUp(n) as OpenAPI 3.0: one operation takes
// a delivery, a union of one object for each action.
func madeUpAPI(n int) ([]byte, error) {
	const at = "#/components/schemas/"
	schemas := definitions(n, at)
	schemas["Delivery"] = union("action", at, n, func(i int) (value, name string) {
		return fmt.Sprintf("action_%d", i), fmt.Sprintf("Delivery%d", i)
	})
	return json.Marshal(described{
		"openapi": "3.0.3", "info": described{"title": "hooks", "version": "1"},
		"paths": described{"/hooks": described{"post": described{
			"operationId": "receive",
			"requestBody": described{"required": true, "content": described{"application/json": described{"schema": reference(at, "Delivery")}}},
			"responses":   described{"204": described{"description": "done"}},
		}}},
		"components": described{"schemas": schemas},
	})
}

// definitions returns the types of madeUp(n), which stand below at.
func definitions(n int, at string) described {
	out := described{"Colour": described{"type": "string", "enum": []string{"red", "green", "blue"}}}
	for i := range n/10 + 1 {
		out[fmt.Sprintf("Thing%d", i)] = object(fmt.Sprintf("A thing of kind %d.", i), []string{"id", "kind"}, described{
			"id": text(), "kind": described{"type": "string", "enum": []string{fmt.Sprintf("thing%d", i)}},
			"name": text(), "size": whole(), "tags": described{"type": "array", "items": text()},
		})
	}
	out["Any"] = union("kind", at, min(n/10+1, 50), func(i int) (value, name string) {
		return fmt.Sprintf("thing%d", i), fmt.Sprintf("Thing%d", i)
	})
	for i := range n {
		payload := fmt.Sprintf("Action%d", i)
		out[payload] = object(fmt.Sprintf("Something of sort %d has happened.", i), []string{"id", "thing", "count"}, described{
			"id": text(), "thing": reference(at, fmt.Sprintf("Thing%d", i/10)), "other": reference(at, "Any"), "count": whole(),
			"colour": reference(at, "Colour"), "at": described{"type": "string", "format": "date-time", "description": "When it happened."},
		})
		out[fmt.Sprintf("Delivery%d", i)] = object("", []string{"action", "secret", "payload"}, described{
			"action": described{"type": "string", "enum": []string{fmt.Sprintf("action_%d", i)}},
			"secret": text(), "payload": reference(at, payload),
		})
	}
	return out
}

func text() described                     { return described{"type": "string"} }
func whole() described                    { return described{"type": "integer", "format": "int64"} }
func reference(at, name string) described { return described{"$ref": at + name} }

func object(notes string, required []string, members described) described {
	return described{"type": "object", "description": notes, "required": required, "properties": members}
}

// union returns n objects that stand below at, told apart by the value of a member.
func union(member, at string, n int, variant func(i int) (value, name string)) described {
	var variants []described
	values := described{}
	for i := range n {
		value, name := variant(i)
		variants = append(variants, reference(at, name))
		values[value] = at + name
	}
	return described{"oneOf": variants, "discriminator": described{"propertyName": member, "mapping": values}}
}
