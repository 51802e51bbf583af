package spec

import "slices"

// need is what a finite value of a declared type takes: finite values of all
// of the types in of, or of any of them.
type need struct {
	of  []*TypeDecl
	any bool
}

// checkFinite reports types that no finite value satisfies: those that require
// themselves. It starts from the types that need no other and goes up.
func (r *reader) checkFinite(decls []*TypeDecl) {
	needs := map[*TypeDecl]need{}
	missing := map[*TypeDecl]int{}
	users := map[*TypeDecl][]*TypeDecl{}
	var finite []*TypeDecl
	for _, d := range decls {
		n := needOf(d.Body)
		needs[d], missing[d] = n, len(n.of)
		if n.any {
			missing[d] = min(1, len(n.of))
		}
		if missing[d] == 0 {
			finite = append(finite, d)
		}
		for _, other := range n.of {
			users[other] = append(users[other], d)
		}
	}
	for ; len(finite) > 0; finite = finite[1:] {
		for _, user := range users[finite[0]] {
			if missing[user]--; missing[user] == 0 {
				finite = append(finite, user)
			}
		}
	}
	r.infinite(decls, needs, missing)
}

// infinite reports each cycle of types that miss something once.
func (r *reader) infinite(decls []*TypeDecl, needs map[*TypeDecl]need, missing map[*TypeDecl]int) {
	seen := map[*TypeDecl]int{}
	for i, d := range decls {
		var path []*TypeDecl
		for d != nil && missing[d] > 0 && seen[d] == 0 {
			seen[d] = i + 1
			path = append(path, d)
			d = firstMissing(needs[d], missing)
		}
		if d == nil || missing[d] <= 0 || seen[d] != i+1 {
			continue
		}
		cycle := path[slices.Index(path, d):]
		f := r.add("no-finite-value", cycle[0].Span, "no finite value has this type, for it requires itself: %s", route(cycle)).
			help("make a member on the way optional or nullable, or let a list be empty")
		for _, other := range cycle[1:min(len(cycle), maxRoute)] {
			f.related(other.Span, "through "+clip(other.Name))
		}
	}
}

func firstMissing(n need, missing map[*TypeDecl]int) *TypeDecl {
	for _, d := range n.of {
		if missing[d] > 0 {
			return d
		}
	}
	return nil
}

func needOf(body Body) need {
	switch b := body.(type) {
	case *Object:
		return need{of: requiredBy(b.Fields)}
	case *Alias:
		return needAny(b.Type)
	case *Wrapped:
		return needAny(b.Type)
	case *MemberUnion:
		n := need{any: true}
		for _, v := range b.Variants {
			n.of = append(n.of, declared(v.Decl)...)
		}
		return n
	case *KindUnion:
		var types []Type
		for _, v := range b.Variants {
			types = append(types, v.Type)
		}
		return needAny(types...)
	case *TrialUnion:
		var types []Type
		for _, v := range b.Variants {
			types = append(types, v.Type)
		}
		return needAny(types...)
	}
	return need{}
}

func requiredBy(fields []*Field) []*TypeDecl {
	var decls []*TypeDecl
	for _, f := range fields {
		if f.Optional == Required && !f.Nullable {
			decls = append(decls, required(f.Type)...)
		}
	}
	return decls
}

// needAny is the need of a choice: none if any choice needs nothing.
func needAny(types ...Type) need {
	n := need{any: true}
	for _, t := range types {
		decls := required(t)
		if len(decls) == 0 {
			return need{}
		}
		n.of = append(n.of, decls...)
	}
	return n
}

// required is the declared type, if any, that each value of t holds.
func required(t Type) []*TypeDecl {
	switch t := t.(type) {
	case *Ref:
		return declared(t.Decl)
	case *List:
		if t.Min > 0 {
			return required(t.Elem)
		}
	}
	return nil
}

func declared(d *TypeDecl) []*TypeDecl {
	if d == nil || d.Body == nil {
		return nil
	}
	return []*TypeDecl{d}
}
