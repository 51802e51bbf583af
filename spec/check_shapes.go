package spec

// checkShapes checks that the two shapes can be told apart.
func (r *reader) checkShapes(w wrapSyntax) {
	if _, ok := r.bodyOf(w.wrapped.Type).(*Wrapped); ok {
		r.add("nested-shapes", w.typeAt, "a type with two shapes cannot be wrapped again").
			help("name the type inside of it")
		w.wrapped.Type = nil // no rule looks further
		return
	}
	if f := r.memberOf(w.wrapped.Type, w.wrapped.Member); f != nil {
		r.add("ambiguous-shapes", w.wrapped.MemberSpan, "the bare object has a member %s too", quote(w.wrapped.Member)).
			help("an object with that member is read as the wrapped shape").related(f.Span, "the member")
	}
}

// memberOf returns the field that is named name, now or earlier, of the object
// that t can be.
func (r *reader) memberOf(t Type, name string) *Field {
	if union, ok := r.bodyOf(t).(*KindUnion); ok {
		for _, v := range union.Variants {
			if v.Kind == KindObject {
				t = v.Type
			}
		}
	}
	switch body := r.bodyOf(t).(type) {
	case *Object:
		return r.index(body).member(name)
	case *TrialUnion:
		for _, v := range body.Variants {
			if f := r.memberOf(v.Type, name); f != nil {
				return f
			}
		}
	case *MemberUnion:
		for _, v := range body.Variants {
			if object, ok := v.Decl.Body.(*Object); ok {
				if f := r.index(object).member(name); f != nil {
					return f
				}
			}
		}
	}
	return nil
}
