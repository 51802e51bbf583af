package spec

// behind follows aliases to what they stand for. It is nil for what could not
// be read or linked, which rules pass over.
func (r *reader) behind(t Type) Type {
	ref, ok := t.(*Ref)
	if !ok {
		return t
	}
	var path []*TypeDecl
	for {
		if known, ok := r.ends[ref.Decl]; ok {
			t = known
			break
		}
		alias, ok := ref.Decl.Body.(*Alias)
		if !ok {
			t = ref
			break
		}
		path = append(path, ref.Decl)
		next, ok := alias.Type.(*Ref)
		if !ok {
			t = alias.Type
			break
		}
		ref = next
	}
	for _, d := range path {
		r.ends[d] = t
	}
	if ref, ok := t.(*Ref); ok && ref.Decl.Body == nil {
		return nil
	}
	return t
}

// bodyOf is the body of the declared type behind t; nil if there is none.
func (r *reader) bodyOf(t Type) Body {
	if ref, ok := r.behind(t).(*Ref); ok {
		return ref.Decl.Body
	}
	return nil
}
