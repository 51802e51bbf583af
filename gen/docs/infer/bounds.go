package infer

import "github.com/webhookgen/webhookgen/spec"

// maxFields is how many members an object of a specification can have.
const maxFields = 256

// bounds reports objects that no specification can hold.
func (r *reader) bounds() {
	for _, s := range r.list {
		r.bound(s, s.action.Payload)
		each(s, "", s.action.Payload, func(sp spot) { r.bound(s, sp.shape) })
	}
	if env := r.says.Envelope; env != nil {
		r.bound(nil, &Shape{Fields: env.Fields, Span: env.Span})
	}
}

func (r *reader) bound(s *section, shape *Shape) {
	for shape != nil && (shape.Kind == List || shape.Kind == Map) {
		shape = shape.Elem
	}
	if shape != nil && len(shape.Fields) > maxFields {
		f := r.find(s, spec.Error, "too-many-fields", "", shape.Span, "this has %d members, and an object of a specification can have %d", len(shape.Fields), maxFields)
		f.Help = "give a page that shows fewer: if the names are data, show one"
	}
}
