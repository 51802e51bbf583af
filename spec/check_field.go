package spec

func (r *reader) checkField(f *Field) {
	t := r.behind(f.Type)
	if t == nil {
		return
	}
	if s, ok := f.Type.(*Scalar); f.Sensitive == Secret && (!ok || s.Kind != String) {
		r.add("secret-not-string", f.TypeSpan, "field %s is secret and not a string", quote(f.Name)).
			help("give it the type string, or mark it `sensitive: personal`")
	}
	if f.Nullable && r.admitsNull(t) {
		r.alreadyNullable(f.TypeSpan)
	}
}

func (r *reader) alreadyNullable(at Span) {
	r.add("already-nullable", at, "this type admits null by itself").help("remove `nullable`")
}

// admitsNull says whether a value of t can be null without `nullable` around t.
func (r *reader) admitsNull(t Type) bool {
	if wrapped, ok := r.bodyOf(t).(*Wrapped); ok {
		t = wrapped.Type
	}
	if union, ok := r.bodyOf(t).(*KindUnion); ok {
		for _, v := range union.Variants {
			if _, null := v.Type.(*Nullable); null {
				return true
			}
		}
	}
	switch t := r.behind(t).(type) {
	case *Scalar:
		return t.Kind == Any
	case *Const:
		return t.Value == nil
	}
	return false
}
