package schema

import "github.com/webhookgen/webhookgen/spec"

// schemaOf returns the schema of t, without annotations; null says that null
// is allowed beside what t itself allows.
func (r refs) schemaOf(t spec.Type, null bool) object {
	switch t := t.(type) {
	case *spec.Scalar:
		return r.scalar(t, null)
	case *spec.Text:
		return boundedText(t, null)
	case *spec.Int:
		return integer(t, null)
	case *spec.Number:
		return number(t, null)
	case *spec.Const:
		return orNull(object{{"const", t.Value}}, null)
	case *spec.List:
		return r.list(t, null)
	case *spec.Map:
		return append(typed("object", null), member{"additionalProperties", r.schemaOf(t.Elem, false)})
	case *spec.Nullable:
		return r.schemaOf(t.Elem, true)
	case *spec.Ref:
		return orNull(r.decl(t.Decl), null)
	}
	panic("schema: served let an unknown type pass") // a fault of this package
}

func (r refs) list(l *spec.List, null bool) object {
	out := append(typed("array", null), member{"items", r.schemaOf(l.Elem, false)})
	if l.Min > 0 {
		out = append(out, member{"minItems", l.Min})
	}
	if l.Max >= 0 {
		out = append(out, member{"maxItems", l.Max})
	}
	return out
}

// orNull lets null pass what cannot say so in its type. It is a condition and
// not an anyOf, so that only the branch that counts complains.
func orNull(schema object, null bool) object {
	if !null {
		return schema
	}
	return object{
		{"if", object{{"not", object{{"type", "null"}}}}},
		{"then", schema},
	}
}
