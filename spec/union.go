package spec

import "slices"

// unionSyntax is a union by member as written, for the rules about its values.
type unionSyntax struct {
	union    *MemberUnion
	memberAt Span
	values   []unionValue
}

// unionValue is one value of the member and the variant that it selects.
type unionValue struct {
	value   string
	at      Span
	variant *MemberVariant
}

// union reads a union; nil, after a finding, if it is none.
func (r *reader) union(n *node) Body {
	m := r.mapping(n, "union", "by", "kinds", "trial", "variants", "closed")
	kind := m.one("by", "kinds", "trial")
	m.only("variants", kind, "by", "trial")
	switch kind {
	case "by":
		return r.memberUnion(m)
	case "kinds":
		return r.kindUnion(m)
	case "trial":
		return r.trialUnion(m)
	}
	return nil
}

func (r *reader) memberUnion(m *mapping) Body {
	u := &MemberUnion{Member: m.nameText("by"), Closed: m.bool("closed")}
	syntax := &unionSyntax{union: u, memberAt: m.get("by").span}
	variants := m.need("variants")
	r.notEmpty(variants, "variants")
	if variants == nil || !r.is(variants, "variants", mappingNode) {
		return nil
	}
	byType := map[string]*MemberVariant{}
	for _, p := range variants.pairs {
		if !r.is(p.value, "a variant of a union by member", textNode) {
			continue
		}
		if p.key.text != "" {
			r.name(p.key, "a value of the member")
		}
		v := byType[p.value.text]
		if v == nil {
			v = &MemberVariant{Span: p.value.span}
			byType[p.value.text] = v
			u.Variants = append(u.Variants, v)
			r.use(p.value, "variant", func(d *TypeDecl) { v.Decl = d })
		}
		v.Values = append(v.Values, p.key.text)
		syntax.values = append(syntax.values, unionValue{p.key.text, p.key.span, v})
	}
	r.unions = append(r.unions, syntax)
	return u
}

// kindNames are the kinds in the order in which messages list them.
var kindNames = []string{string(KindString), string(KindNumber), string(KindBool), string(KindObject), string(KindList)}

func (r *reader) kindUnion(m *mapping) Body {
	u := &KindUnion{Closed: m.bool("closed")}
	kinds := m.get("kinds")
	r.notEmpty(kinds, "kinds")
	for _, p := range r.mapping(kinds, "kinds", kindNames...).node.pairs {
		if slices.Contains(kindNames, p.key.text) {
			v := &KindVariant{Kind: JSONKind(p.key.text), Type: r.readElement(p.value), Span: p.value.span}
			u.Variants = append(u.Variants, v)
			r.kindVariants = append(r.kindVariants, v)
		}
	}
	return u
}

func (r *reader) trialUnion(m *mapping) Body {
	mode := m.choice("trial", "exactly_one", "first")
	u := &TrialUnion{Exactly: mode == "exactly_one", Closed: m.bool("closed")}
	variants := m.need("variants")
	r.notEmpty(variants, "variants")
	for _, item := range r.asList(variants, "variants") {
		u.Variants = append(u.Variants, &TrialVariant{Type: r.readType(item), Span: item.span})
	}
	r.trials = append(r.trials, trialSyntax{u, m.keySpan("trial")})
	return u
}
