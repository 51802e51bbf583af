package schema

import (
	"slices"

	"github.com/webhookgen/webhookgen/spec"
)

// wrapped tells the two shapes apart: where the bare value can be an object,
// an object that has the member is the wrapped one; elsewhere every object is.
func (r refs) wrapped(w *spec.Wrapped) object {
	inner := r.schemaOf(w.Type, false)
	shape := object{{"type", "object"}}
	if slices.Contains(spec.KindsOf(w.Type), spec.KindObject) {
		shape = has(w.Member, object{})
	}
	return object{{"if", shape}, {"then", has(w.Member, inner)}, {"else", inner}}
}
