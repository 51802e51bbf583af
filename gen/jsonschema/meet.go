package jsonschema

import "slices"

// meet returns the values that are in both sets.
func (e *evaluator) meet(a, b *set) *set {
	switch {
	case a == everything:
		return b
	case b == everything, a == b:
		return a
	}
	out := &set{null: a.null && b.null}
	for i := range out.bools {
		out.bools[i] = a.bools[i] && b.bools[i]
	}
	for kind := range out.kinds {
		out.kinds[kind] = e.meetParts(a.kinds[kind], b.kinds[kind])
	}
	return out
}

// pair is two parts that were intersected.
type pair struct{ a, b part }

// meetParts keeps what it returns: the same parts meet in the same part, so
// that it gets one name.
func (e *evaluator) meetParts(a, b part) part {
	switch {
	case a == nil || b == nil:
		return nil
	case isAny(a), a == b:
		return b
	case isAny(b):
		return a
	}
	if known, ok := e.met[pair{a, b}]; ok {
		return known
	}
	if !e.spend(place(b), 1) {
		return a
	}
	out := e.meetNew(a, b)
	e.met[pair{a, b}] = out
	return out
}

func isAny(p part) bool {
	return p == part(anyText) || p == part(anyNumber) || p == part(anyList) || p == part(anyObject)
}

func (e *evaluator) meetNew(a, b part) part {
	if tooMany(a, b) {
		e.notes.add(place(b), "too-many-choices", "choices beside choices are too many to tell apart: this one is left out")
		return a
	}
	if c, ok := a.(*choice); ok {
		return e.distribute(c, func(p part) part { return e.meetParts(p, b) })
	}
	if c, ok := b.(*choice); ok {
		return e.distribute(c, func(p part) part { return e.meetParts(a, p) })
	}
	switch a := a.(type) {
	case *texts:
		return meetTexts(a, b.(*texts))
	case *numbers:
		return meetNumbers(a, b.(*numbers))
	case *list:
		b := b.(*list)
		out := &list{elem: both(a.elem, b.elem), min: max(a.min, b.min), max: lower(a.max, b.max), at: a.at}
		if out.max >= 0 && out.min > out.max {
			return nil
		}
		return out
	}
	return e.meetObjects(a.(*object), b.(*object))
}

// maxChoices bounds what choices beside each other multiply to.
const maxChoices = 200

func tooMany(a, b part) bool {
	_, ok1 := a.(*choice)
	_, ok2 := b.(*choice)
	return ok1 && ok2 && size(a)*size(b) > maxChoices
}

// size is how many parts there are in choices and those inside of them.
func size(p part) int {
	c, ok := p.(*choice)
	if !ok {
		return 1
	}
	n := 0
	for _, inner := range c.parts {
		if n += size(inner); n > maxChoices {
			break // shared choices can multiply without end
		}
	}
	return n
}

// place is the schema that a part comes from.
func place(p part) *node {
	switch p := p.(type) {
	case *texts:
		return p.at
	case *numbers:
		return p.at
	case *list:
		return p.at
	case *object:
		return p.at
	}
	return p.(*choice).at
}

// distribute narrows each part of a choice.
func (e *evaluator) distribute(c *choice, narrow func(part) part) part {
	var parts []part
	same := true
	for _, p := range c.parts {
		n := narrow(p)
		same = same && n == p
		if n != nil {
			parts = append(parts, n)
		}
	}
	if same {
		return c
	}
	return e.chosen(c.at, parts, c.exactly)
}

// meetObjects returns the objects that are in both.
func (e *evaluator) meetObjects(a, b *object) part {
	out := &object{extra: both(a.extra, b.extra), at: b.at}
	if !e.spend(b.at, len(a.fields)+len(b.fields)) {
		return a
	}
	for _, f := range a.fields {
		g := b.field(f.name)
		if g == nil {
			g = &field{values: b.extra}
		}
		out.add(e, f, g, b)
	}
	for _, g := range b.fields {
		if a.field(g.name) == nil {
			out.add(e, g, &field{values: a.extra}, a)
		}
	}
	switch {
	case len(b.extra) == 0:
		out.base = a
	case len(a.extra) == 0:
		out.base = b
	}
	return out
}

// add adds a field that is in f and in g, which is other's, or what other has
// for members that it does not know.
func (o *object) add(e *evaluator, f, g *field, other *object) {
	if g.name == "" && other.isClosed() {
		if !f.required {
			return // whoever is closed refuses it
		}
		note := e.notes.add(other.at, "unsatisfiable", "this allows no member %q, and a schema beside it requires the member: nothing fits both", f.name)
		note.Help = "the member is allowed"
		o.put(f)
		return
	}
	o.put(&field{name: f.name, values: both(f.values, g.values), required: f.required || g.required})
}

// both returns the nodes of two lists, each once.
func both(a, b []*node) []*node {
	out := slices.Clone(a)
	for _, n := range b {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}
