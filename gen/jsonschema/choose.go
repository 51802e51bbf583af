package jsonschema

import "slices"

// choose returns the values that are in any of several sets, or in exactly one.
func (e *evaluator) choose(at *node, sets []*set, exactly bool) *set {
	count := func(has func(*set) bool) bool {
		n := 0
		for _, s := range sets {
			if has(s) {
				n++
			}
		}
		return n == 1 || n > 1 && !exactly
	}
	out := &set{null: count(func(s *set) bool { return s.null })}
	for i := range out.bools {
		out.bools[i] = count(func(s *set) bool { return s.bools[i] })
	}
	for kind := range out.kinds {
		var parts []part
		for _, s := range sets {
			if p := s.kinds[kind]; p != nil && (exactly || !slices.Contains(parts, p)) {
				parts = append(parts, p)
			}
		}
		out.kinds[kind] = e.chosen(at, parts, exactly)
	}
	return out
}

// once returns the parts that occur once. What fits a part that occurs twice
// fits two, so it is refused; that it is so too where it fits another part
// besides cannot be said.
func (e *evaluator) once(at *node, parts []part) []part {
	var out []part
	for i, p := range parts {
		if !slices.Contains(parts[:i], p) && !slices.Contains(parts[i+1:], p) {
			out = append(out, p)
		}
	}
	if any := slices.IndexFunc(parts, isAny); any >= 0 && !slices.Contains(out, parts[any]) {
		return nil // every value fits two
	}
	if len(out) > 0 && len(out) < len(parts) {
		e.notes.add(at, "repeated-choice", "oneOf repeats a choice: that what fits it fits none cannot be said beside the other choices")
	}
	return out
}

// chosen returns the choice of parts of one kind.
func (e *evaluator) chosen(at *node, parts []part, exactly bool) part {
	if exactly {
		parts = e.once(at, parts)
	}
	switch {
	case len(parts) == 0:
		return nil
	case len(parts) == 1:
		return parts[0]
	}
	if values, ok := enums(parts, exactly); ok {
		if len(values) == 0 {
			return nil
		}
		return &texts{enum: values, max: -1, at: at}
	}
	if !exactly {
		if i := slices.IndexFunc(parts, isAny); i >= 0 {
			return parts[i]
		}
		return flat(at, parts)
	}
	return &choice{parts: parts, exactly: true, at: at}
}

// flat returns the choice of any of parts, those of choices among them.
func flat(at *node, parts []part) part {
	out := &choice{at: at}
	for _, p := range parts {
		inner, ok := p.(*choice)
		if ok && !inner.exactly {
			out.parts = append(out.parts, inner.parts...)
		} else {
			out.parts = append(out.parts, p)
		}
	}
	return out
}

// enums joins parts that are all lists of strings.
func enums(parts []part, exactly bool) ([]string, bool) {
	count := map[string]int{}
	var all []string
	for _, p := range parts {
		t, ok := p.(*texts)
		if !ok || t.enum == nil {
			return nil, false
		}
		for _, v := range t.enum {
			if count[v]++; count[v] == 1 {
				all = append(all, v)
			}
		}
	}
	return slices.DeleteFunc(all, func(v string) bool { return exactly && count[v] > 1 }), true
}
