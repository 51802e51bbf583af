package spec

// objectSyntax is an object as written: its own fields, before those of the
// base are merged in.
type objectSyntax struct {
	object *Object
	own    []*Field
	name   string
	at     Span
	baseAt Span
	merged bool
}

func (r *reader) object(m *mapping, name string, at Span) *Object {
	o := &Object{Fields: r.readFields(m.get("fields"), name), Closed: m.bool("closed")}
	syntax := &objectSyntax{object: o, own: o.Fields, name: name, at: at}
	if base := m.get("base"); base != nil {
		syntax.baseAt = base.span
		r.use(base, "base", func(d *TypeDecl) { o.Base = d })
	}
	r.objects = append(r.objects, syntax)
	return o
}
