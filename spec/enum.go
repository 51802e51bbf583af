package spec

func (r *reader) enum(m *mapping, name string) *Enum {
	e := &Enum{Closed: m.bool("closed")}
	list := m.get("enum")
	r.notEmpty(list, "enum")
	first := map[string]Span{}
	for _, item := range r.asList(list, "enum") {
		v := r.enumValue(item, name)
		if v == nil {
			continue
		}
		if before, twice := first[v.Value]; twice {
			r.duplicate(v.Span, before, "value", v.Value)
			continue
		}
		first[v.Value] = v.Span
		e.Values = append(e.Values, v)
	}
	return e
}

// enumValue reads `value` or `{value: ..., ...}`; nil if there is no value.
func (r *reader) enumValue(n *node, section string) *EnumValue {
	if n.kind != mappingNode {
		if !r.is(n, "an enum value", textNode) {
			return nil
		}
		return r.enumText(n, Doc{})
	}
	m := r.mapping(n, "an enum value", withDoc("value")...)
	value := m.need("value")
	doc := m.doc(section, "")
	if value == nil || !r.is(value, "value", textNode) {
		return nil
	}
	return r.enumText(value, doc)
}

func (r *reader) enumText(n *node, doc Doc) *EnumValue {
	switch {
	case n.text != "":
		r.name(n, "an enum value")
	case doc.GoName == "":
		r.add("missing-key", n.span, "the empty value lacks the key \"go_name\"").
			help("no name can be derived from it: write {value: \"\", go_name: None}, for example")
	}
	return &EnumValue{Value: n.text, Doc: doc, Span: n.span}
}
