package jsonschema

// unevaluated adds that an object has no members but those that s tells of.
func (e *evaluator) unevaluated(n *node, s *set) *set {
	v := n.members["unevaluatedProperties"]
	p := s.kinds[objectKind]
	if v == nil || p == nil || v.value == true {
		return s
	}
	if v.kind != boolNode {
		e.notes.add(v, "not-said", "unevaluatedProperties with a schema cannot be said: any member is taken")
		return s
	}
	if keyword := e.evaluates(n, map[*node]bool{}); keyword != "" || anyOfSome(p) {
		if keyword == "" {
			keyword = "anyOf"
		}
		e.notes.add(v, "not-said", "unevaluatedProperties cannot be said beside %s: any member is taken", keyword)
		return s
	}
	if _, ok := p.(*choice); ok {
		e.notes.add(v, "not-said", "unevaluatedProperties beside oneOf closes each choice: what fits two choices but for its members is taken")
	}
	out := *s
	out.kinds[objectKind] = shut(p, v)
	return &out
}

// evaluating are the keywords that evaluate members which the set of a schema
// does not name.
var evaluating = []string{"patternProperties", "if", "dependentSchemas", "$dynamicRef", "$recursiveRef"}

// evaluates returns a keyword of n, or of a schema for the same value, which
// evaluates members that are not named; "" if none does.
func (e *evaluator) evaluates(n *node, seen map[*node]bool) string {
	if n.kind != objectNode || seen[n] {
		return ""
	}
	seen[n] = true
	for _, key := range evaluating {
		if n.members[key] != nil {
			return key
		}
	}
	for _, key := range []string{"additionalProperties", "unevaluatedProperties"} {
		if v := n.members[key]; v != nil && (v.kind != boolNode || v.value == true) {
			return key
		}
	}
	for _, sub := range e.besides(n) {
		if keyword := e.evaluates(sub, seen); keyword != "" {
			return keyword
		}
	}
	return ""
}

// besides returns the schemas that judge the same value as n.
func (e *evaluator) besides(n *node) []*node {
	var out []*node
	for _, key := range []string{"allOf", "anyOf", "oneOf"} {
		out = append(out, e.subschemas(n, key)...)
	}
	if ref, ok := n.text("$ref"); ok {
		if target, err := e.docs.resolve(n, ref); err == nil {
			out = append(out, target)
		}
	}
	return out
}

// anyOfSome says whether several parts can fit at once, and their members be
// evaluated together.
func anyOfSome(p part) bool {
	c, ok := p.(*choice)
	if !ok {
		return false
	}
	for _, inner := range c.parts {
		if anyOfSome(inner) {
			return true
		}
	}
	return !c.exactly
}

// shut returns the objects of p that have no members but their fields. no is
// the schema that nothing fits.
func shut(p part, no *node) part {
	switch p := p.(type) {
	case *object:
		return &object{fields: p.fields, extra: both(p.extra, []*node{no}), at: no.up}
	case *choice:
		out := &choice{exactly: p.exactly, at: p.at}
		for _, inner := range p.parts {
			out.parts = append(out.parts, shut(inner, no))
		}
		return out
	}
	return p
}
