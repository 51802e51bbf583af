package schema

import "github.com/webhookgen/webhookgen/spec"

// memberUnion lets the string in a member choose the schema. A value that no
// variant has chooses nothing: any object passes, unless the union is closed.
func (r refs) memberUnion(u *spec.MemberUnion) object {
	tag := typed("string", false)
	var conditions []object
	var all []string
	for _, v := range u.Variants {
		all = append(all, v.Values...)
		conditions = append(conditions, object{
			{"if", has(u.Member, oneOfValues(v.Values))},
			{"then", r.decl(v.Decl)},
		})
	}
	if u.Closed {
		tag = append(tag, member{"enum", all})
	}
	return object{
		{"type", "object"},
		{"properties", object{{u.Member, tag}}},
		{"required", []string{u.Member}},
		{"allOf", conditions},
	}
}

// has is the condition that a value is an object whose member fits schema.
func has(name string, schema object) object {
	return object{
		{"type", "object"},
		{"properties", object{{name, schema}}},
		{"required", []string{name}},
	}
}

// oneOfValues asserts one of the strings.
func oneOfValues(values []string) object {
	if len(values) == 1 {
		return object{{"const", values[0]}}
	}
	return object{{"enum", values}}
}

// jsonTypes are the JSON Schema names of the kinds.
var jsonTypes = map[spec.JSONKind]string{
	spec.KindString: "string",
	spec.KindNumber: "number",
	spec.KindBool:   "boolean",
	spec.KindObject: "object",
	spec.KindList:   "array",
}

// kindUnion lets the JSON type choose the schema. The types of a closed union
// are an anyOf of single types and not a list of types, which strict tools
// refuse. Null is a value if a variant is nullable, whichever it is.
func (r refs) kindUnion(u *spec.KindUnion) object {
	var types, conditions []object
	nullable := false
	for _, v := range u.Variants {
		if _, null := v.Type.(*spec.Nullable); null && !nullable {
			nullable = true
			types = append(types, typed("null", false))
		}
		kind := object{{"type", jsonTypes[v.Kind]}}
		types = append(types, kind)
		conditions = append(conditions, object{
			{"if", kind},
			{"then", r.schemaOf(v.Type, false)},
		})
	}
	if u.Closed {
		return object{{"anyOf", types}, {"allOf", conditions}}
	}
	if nullable {
		return object{{"allOf", conditions}}
	}
	return object{{"not", object{{"type", "null"}}}, {"allOf", conditions}}
}
