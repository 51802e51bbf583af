package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/spec"
)

// notation writes a type as a specification would: "string", "User",
// "{list: User}", "{int: {min: 0, max: 9}}".
func notation(t spec.Type) string {
	switch t := t.(type) {
	case *spec.Scalar:
		return string(t.Kind)
	case *spec.Int:
		return bounded("int", bounds(t.Min, t.Max))
	case *spec.Number:
		return bounded("number", bounds(t.Min, t.Max))
	case *spec.Const:
		return "{const: " + literal(t.Value) + "}"
	case *spec.List:
		return "{list: " + notation(t.Elem) + lengths(t) + "}"
	case *spec.Map:
		return "{map: " + notation(t.Elem) + "}"
	case *spec.Nullable:
		return "{nullable: " + notation(t.Elem) + "}"
	case *spec.Ref:
		return t.Decl.Name
	}
	return fmt.Sprintf("%T", t)
}

func bounded(name string, bounds []string) string {
	if len(bounds) == 0 {
		return name
	}
	return fmt.Sprintf("{%s: {%s}}", name, strings.Join(bounds, ", "))
}

func bounds[N int64 | float64](low, high *N) []string {
	var out []string
	if low != nil {
		out = append(out, "min: "+literal(*low))
	}
	if high != nil {
		out = append(out, "max: "+literal(*high))
	}
	return out
}

func lengths(l *spec.List) string {
	out := ""
	if l.Min > 0 {
		out += fmt.Sprintf(", min: %d", l.Min)
	}
	if l.Max >= 0 {
		out += fmt.Sprintf(", max: %d", l.Max)
	}
	return out
}

// literal writes a constant as JSON, which is YAML too.
func literal(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}
