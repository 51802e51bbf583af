package spec

// wrapped reads `shapes: {wrapper: ..., type: ...}`.
func (r *reader) wrapped(n *node) Body {
	m := r.mapping(n, "shapes", "wrapper", "type", "go_name")
	wrapper := m.need("wrapper")
	w := &Wrapped{Member: m.nameText("wrapper"), Type: r.readType(m.need("type")), GoName: m.goName()}
	if wrapper == nil {
		return nil
	}
	w.MemberSpan = wrapper.span
	r.wraps = append(r.wraps, w)
	return w
}
