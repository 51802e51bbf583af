package spec

import "slices"

// readFields reads the members of an object. section stands in where a remark
// names none.
func (r *reader) readFields(n *node, section string) []*Field {
	if n == nil || !r.is(n, "fields", mappingNode) {
		return nil
	}
	var fields []*Field
	for _, p := range n.pairs {
		f := r.field(p.key, p.value, section)
		fields = append(fields, f)
		r.fields = append(r.fields, f)
	}
	return fields
}

// field reads `name: TYPE` or `name: {type: TYPE, ...}`.
func (r *reader) field(key, n *node, section string) *Field {
	r.name(key, "the name of a field")
	f := &Field{Name: key.text, Span: key.span, TypeSpan: n.span}
	if isShortField(n) {
		if r.pureType(n) {
			f.Type = r.readType(n)
		}
		return f
	}
	m := r.mapping(n, "field "+quote(key.text), fieldKeys...)
	if t := m.need("type"); t != nil {
		f.Type, f.TypeSpan = r.readType(t), t.span
	}
	f.Doc = m.doc(section, key.text)
	f.Optional = m.optionality(f)
	f.Nullable = m.bool("nullable")
	f.OlderNames = m.olderNames(f)
	f.Unit = m.text("unit")
	f.Sensitive = Sensitivity(m.choice("sensitive", string(Secret), string(Personal)))
	f.Sample = r.sample(m.get("sample"), sampleSyntax{typ: f.Type, nullable: f.Nullable})
	return f
}

// isShortField says whether n is a TYPE rather than a mapping with one.
func isShortField(n *node) bool {
	if n.kind != mappingNode {
		return true
	}
	return !slices.ContainsFunc(n.pairs, func(p pair) bool { return p.key.text == "type" }) &&
		slices.ContainsFunc(n.pairs, func(p pair) bool { return slices.Contains(fieldTypeKeys, p.key.text) })
}

// pureType reports a TYPE that has keys of a field beside its own.
func (r *reader) pureType(n *node) bool {
	for _, p := range n.pairs {
		if !slices.Contains(typeKinds, p.key.text) && slices.Contains(fieldKeys, p.key.text) {
			r.add("unknown-key", p.key.span, "a type has no key %s", quote(p.key.text)).
				help("a field with more than a type has it under `type`: {type: {%s: ...}, %s: ...}", n.pairs[0].key.text, p.key.text)
			return false
		}
	}
	return true
}

var fieldKeys = withDoc("type", "optional", "nullable", "shapes", "sensitive", "unit", "sample")

// fieldTypeKeys tell a TYPE from a field. `nullable` is not among them: it is
// a key of fields too.
var fieldTypeKeys = []string{"const", "string", "int", "number", "list", "map"}

func (m *mapping) optionality(f *Field) Optionality {
	n := m.get("optional")
	switch {
	case n == nil, n.kind == brokenNode:
		return Required
	case n.kind == boolNode && !n.boolValue():
		return Required
	case n.kind == boolNode, n.kind == textNode && n.text == "documented":
		return Documented
	case n.kind == textNode && n.text == "observed":
		if remarks := m.get("remarks"); remarks == nil || remarks.kind == listNode && len(remarks.items) == 0 {
			m.add("observed-without-remark", n.span, "field %s is optional as observed, and no remark says so", quote(f.Name)).
				help("add `remarks: [{rule: ..., says: ..., taken: ...}]` to the field")
		}
		return Observed
	case n.kind == textNode:
		m.add("bad-value", n.span, "optional cannot be %s", quote(n.text)).help("known are true, false, documented, observed")
	default:
		m.wrongType(n, "optional", "true, false, documented or observed")
	}
	return Required
}

// olderNames reads `shapes: {names: [...]}`.
func (m *mapping) olderNames(f *Field) []string {
	names, spans := m.readNames()
	if len(names) > 0 {
		m.older[f] = spans
	}
	return names
}

func (m *mapping) readNames() (names []string, spans []Span) {
	shapes := m.get("shapes")
	if shapes == nil {
		return nil, nil
	}
	s := m.mapping(shapes, "shapes", "names")
	list := s.need("names")
	m.notEmpty(list, "names")
	for _, item := range m.asList(list, "names") {
		if name := m.asName(item, "an older name"); name != "" {
			names, spans = append(names, name), append(spans, item.span)
		}
	}
	return names, spans
}
