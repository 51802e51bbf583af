package spec

import "slices"

// A value is written without the members that its type does not know. What
// told a variant of a union by trial from another can be lost with them.

// staysApart says whether what is written of a value of a can be counted on
// not to fit b, given that the value itself does not.
func (r *reader) staysApart(a, b Type) bool {
	return r.writtenWhole(a, map[*TypeDecl]bool{}) && !r.rounded(a, b) || r.apart(a, b, map[[2]*TypeDecl]bool{})
}

// rounded says whether a number of a could be one of b once it has been
// rounded to 64 bits.
func (r *reader) rounded(a, b Type) bool {
	a, b = r.behind(a), r.behind(b)
	switch t := a.(type) {
	case *Number:
		return b != nil && slices.Contains(KindsOf(b), KindNumber)
	case *List:
		l, ok := b.(*List)
		return ok && r.rounded(t.Elem, l.Elem)
	case *Map:
		m, ok := b.(*Map)
		return ok && r.rounded(t.Elem, m.Elem)
	}
	return false
}

// writtenWhole says whether values of t are written as they came.
func (r *reader) writtenWhole(t Type, seen map[*TypeDecl]bool) bool {
	switch t := r.behind(t).(type) {
	case *List:
		return r.writtenWhole(t.Elem, seen)
	case *Map:
		return r.writtenWhole(t.Elem, seen)
	case *Nullable:
		return r.writtenWhole(t.Elem, seen)
	case *Ref:
		if seen[t.Decl] {
			return true
		}
		seen[t.Decl] = true
		return r.bodyWhole(t.Decl.Body, seen)
	}
	return true
}

func (r *reader) bodyWhole(body Body, seen map[*TypeDecl]bool) bool {
	var parts []Type
	switch b := body.(type) {
	case *Object:
		if !b.Closed {
			return false
		}
		for _, f := range b.Fields {
			parts = append(parts, f.Type)
		}
	case *MemberUnion:
		for _, v := range b.Variants {
			parts = append(parts, &Ref{Decl: v.Decl})
		}
	case *KindUnion:
		for _, v := range b.Variants {
			parts = append(parts, v.Type)
		}
	case *TrialUnion:
		for _, v := range b.Variants {
			parts = append(parts, v.Type)
		}
	case *Wrapped:
		return false
	}
	return !slices.ContainsFunc(parts, func(t Type) bool { return !r.writtenWhole(t, seen) })
}

// apart says whether nothing that is written of a fits b, as far as that is
// plain to see.
func (r *reader) apart(a, b Type, seen map[[2]*TypeDecl]bool) bool {
	a, b = r.behind(a), r.behind(b)
	if a == nil || b == nil {
		return true // has its finding
	}
	if r.compared++; r.compared > maxCompared || r.anyKind(a) || r.anyKind(b) {
		return false
	}
	for _, side := range [][2]Type{{a, b}, {b, a}} {
		if variants := r.branches(side[0]); variants != nil {
			return !slices.ContainsFunc(variants, func(v Type) bool { return !r.apart(v, side[1], seen) })
		}
	}
	kinds := KindsOf(b)
	if !slices.ContainsFunc(KindsOf(a), func(k JSONKind) bool { return slices.Contains(kinds, k) }) {
		return true
	}
	if less, more := r.texts(a), r.texts(b); less != nil && more != nil {
		return !slices.ContainsFunc(less, func(text string) bool { return slices.Contains(more, text) })
	}
	x, ok1 := r.bodyOf(a).(*Object)
	y, ok2 := r.bodyOf(b).(*Object)
	if !ok1 || !ok2 {
		return false
	}
	pair := [2]*TypeDecl{a.(*Ref).Decl, b.(*Ref).Decl}
	if seen[pair] {
		return false
	}
	seen[pair] = true
	return r.objectsApart(x, y, seen)
}

// objectsApart looks for a member that tells a written a from each b.
func (r *reader) objectsApart(a, b *Object, seen map[[2]*TypeDecl]bool) bool {
	ours := r.index(a)
	for _, f := range r.index(b).required {
		g := ours.member(f.Name)
		if len(f.OlderNames) > 0 {
			continue
		}
		if g == nil {
			return true // never written
		}
		if len(g.OlderNames) == 0 && !(g.Nullable && (f.Nullable || r.admitsNull(f.Type))) && !(f.Nullable && r.admitsNull(g.Type)) && r.apart(g.Type, f.Type, seen) {
			return true
		}
	}
	for _, g := range ours.required {
		if b.Closed && len(g.OlderNames) == 0 && r.index(b).member(g.Name) == nil {
			return true // always written
		}
	}
	return false
}

// branches returns the types that t is a choice of, nil if it is none.
func (r *reader) branches(t Type) []Type {
	var out []Type
	switch b := r.bodyOf(t).(type) {
	case *MemberUnion:
		if !b.Closed {
			return nil
		}
		for _, v := range b.Variants {
			out = append(out, &Ref{Decl: v.Decl})
		}
	case *KindUnion:
		for _, v := range b.Variants {
			out = append(out, v.Type)
		}
	case *TrialUnion:
		for _, v := range b.Variants {
			out = append(out, v.Type)
		}
	}
	return out
}

// anyKind says whether values of t can be of kinds that it does not list.
func (r *reader) anyKind(t Type) bool {
	switch t := t.(type) {
	case *Nullable:
		return true
	case *Const:
		return t.Value == nil
	}
	switch b := r.bodyOf(t).(type) {
	case *KindUnion:
		return !b.Closed || r.admitsNull(t)
	case *TrialUnion:
		return !b.Closed || slices.ContainsFunc(b.Variants, func(v *TrialVariant) bool { return r.anyKind(r.behind(v.Type)) })
	case *Wrapped:
		return r.anyKind(r.behind(b.Type))
	}
	return false
}

// texts returns the strings that t takes, nil if they are too many or values
// are of other kinds too.
func (r *reader) texts(t Type) []string {
	switch t := t.(type) {
	case *Const:
		if text, ok := t.Value.(string); ok {
			return []string{text}
		}
	case *Ref:
		if e, ok := t.Decl.Body.(*Enum); ok && e.Closed {
			var out []string
			for _, v := range e.Values {
				out = append(out, v.Value)
			}
			return out
		}
	}
	return nil
}
