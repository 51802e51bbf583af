package spec

import "slices"

// readTypes reads the declarations under `types`.
func (r *reader) readTypes(n *node) []*TypeDecl {
	if n == nil {
		return nil
	}
	if !r.is(n, "types", mappingNode) {
		r.types.partial = true
		return nil
	}
	var decls []*TypeDecl
	for _, p := range n.pairs {
		d := r.declaration(p.key, p.value)
		r.types.declare(d.Name, d)
		decls = append(decls, d)
	}
	return decls
}

// declaration reads one declared type. Its Body is nil, after a finding, if
// there is none to read.
func (r *reader) declaration(key, n *node) *TypeDecl {
	d := &TypeDecl{Name: key.text, Span: key.span}
	r.declaredName(key)
	m := r.mapping(n, "type "+quote(key.text), withDoc("fields", "base", "enum", "union", "shapes", "type", "closed", "sample")...)
	d.Doc = m.doc(key.text, "")
	d.Body = r.body(m, key)
	d.Sample = r.sample(m.get("sample"), sampleSyntax{decl: d})
	return d
}

func (r *reader) declaredName(key *node) {
	switch {
	case slices.Contains(builtins, key.text):
		r.add("builtin-name", key.span, "%s is the name of a built-in type", quote(key.text)).help("choose another name")
	case !typeName.MatchString(key.text):
		r.add("bad-name", key.span, "the name of a type cannot be %s", quote(key.text)).
			help("it must be letters, digits and underscores, a letter first")
	case len(key.text) > maxName:
		r.name(key, "the name of a type")
	}
}

// body reads what a declared type is: exactly one of the kinds.
func (r *reader) body(m *mapping, key *node) Body {
	kinds := []string{"fields", "enum", "union", "shapes", "type"}
	if m.get("fields") == nil && m.get("base") != nil {
		kinds[0] = "base" // it may leave the fields out
	}
	kind := m.one(kinds...)
	if m.get("fields") != nil || m.get("base") != nil {
		m.only("base", kind, "fields", "base")
	}
	m.only("closed", kind, "fields", "base", "enum")
	switch kind {
	case "fields", "base":
		return r.object(m, key.text, key.span)
	case "enum":
		return r.enum(m, key.text)
	case "union":
		return r.union(m.get("union"))
	case "shapes":
		return r.wrapped(m.get("shapes"))
	case "type":
		return &Alias{Type: r.readType(m.get("type"))}
	}
	return nil
}

// only reports key beside a kind that has no use for it.
func (m *mapping) only(key, kind string, kinds ...string) {
	if kind != "" && m.get(key) != nil && !slices.Contains(kinds, kind) {
		m.conflict(kind, key)
	}
}
