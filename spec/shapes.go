package spec

// wrapSyntax is a type with two shapes and the place of the type inside.
type wrapSyntax struct {
	wrapped *Wrapped
	typeAt  Span
}

// wrapped reads `shapes: {wrapper: ..., type: ...}`.
func (r *reader) wrapped(n *node) Body {
	m := r.mapping(n, "shapes", "wrapper", "type", "go_name")
	wrapper := m.need("wrapper")
	w := &Wrapped{Member: m.nameText("wrapper"), Type: r.readType(m.need("type")), GoName: m.goName()}
	if wrapper == nil {
		return nil
	}
	w.MemberSpan = wrapper.span
	r.wraps = append(r.wraps, wrapSyntax{w, m.keySpan("type")})
	return w
}
