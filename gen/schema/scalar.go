package schema

import (
	"math"

	"github.com/webhookgen/webhookgen/spec"
)

func (r refs) scalar(s *spec.Scalar, null bool) object {
	switch s.Kind {
	case spec.Any:
		return object{} // null too
	case spec.Bool:
		return typed("boolean", null)
	}
	// A timestamp is a text: no format, which some tools assert.
	return typed("string", null)
}

func boundedText(t *spec.Text, null bool) object {
	out := typed("string", null)
	if t.Min > 0 {
		out = append(out, member{"minLength", t.Min})
	}
	if t.Max >= 0 {
		out = append(out, member{"maxLength", t.Max})
	}
	return out
}

// integer always has bounds, for a whole number has 64 bits.
func integer(i *spec.Int, null bool) object {
	low, high := int64(math.MinInt64), int64(math.MaxInt64)
	if i.Min != nil {
		low = *i.Min
	}
	if i.Max != nil {
		high = *i.Max
	}
	return append(typed("integer", null), member{"minimum", low}, member{"maximum", high})
}

// number always has bounds, for a number is a finite float of 64 bits.
func number(n *spec.Number, null bool) object {
	low, high := -math.MaxFloat64, math.MaxFloat64
	if n.Min != nil {
		low = *n.Min
	}
	if n.Max != nil {
		high = *n.Max
	}
	return append(typed("number", null), member{"minimum", low}, member{"maximum", high})
}

// typed opens the schema of one JSON type, which may be null.
func typed(name string, null bool) object {
	if null {
		return object{{"type", []string{name, "null"}}}
	}
	return object{{"type", name}}
}
