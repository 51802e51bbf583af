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
		out.kinds[kind] = chosen(at, parts, exactly)
	}
	return out
}

// chosen returns the choice of parts of one kind.
func chosen(at *node, parts []part, exactly bool) part {
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
