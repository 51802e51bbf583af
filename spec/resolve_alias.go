package spec

import "strings"

// resolveAliases reports aliases that lead back to themselves and takes their
// bodies, so that nothing follows them.
func (r *reader) resolveAliases() {
	seen := map[*TypeDecl]int{}
	for i, name := range r.types.names {
		var path []*TypeDecl
		d := r.types.byName[name]
		for d != nil && seen[d] == 0 {
			seen[d] = i + 1
			path = append(path, d)
			d = aliased(d)
		}
		if d != nil && seen[d] == i+1 {
			r.aliasCycle(path[indexOf(path, d):])
		}
	}
}

// aliased is the declaration that d is another name for, if any.
func aliased(d *TypeDecl) *TypeDecl {
	if alias, ok := d.Body.(*Alias); ok {
		if ref, ok := alias.Type.(*Ref); ok {
			return ref.Decl
		}
	}
	return nil
}

func indexOf(path []*TypeDecl, d *TypeDecl) int {
	for i := range path {
		if path[i] == d {
			return i
		}
	}
	return 0
}

func (r *reader) aliasCycle(cycle []*TypeDecl) {
	f := r.add("alias-cycle", cycle[0].Span, "this is only another name for itself: %s", route(cycle)).
		help("let one of them be a type of its own")
	for i, d := range cycle {
		if i > 0 {
			f.related(d.Span, "through "+d.Name)
		}
		d.Body = nil
	}
}

// route shows a cycle, its middle left out if it is long.
func route(cycle []*TypeDecl) string {
	const ends = 4
	var names []string
	for i, d := range cycle {
		if i < ends || i >= len(cycle)-ends {
			names = append(names, clip(d.Name))
		} else if i == ends {
			names = append(names, "…")
		}
	}
	return strings.Join(append(names, clip(cycle[0].Name)), " → ")
}

// behind follows aliases to what they stand for. It is nil for what could not
// be read or linked, which rules pass over.
func (r *reader) behind(t Type) Type {
	ref, ok := t.(*Ref)
	if !ok {
		return t
	}
	var path []*TypeDecl
	for {
		if known, ok := r.ends[ref.Decl]; ok {
			t = known
			break
		}
		alias, ok := ref.Decl.Body.(*Alias)
		if !ok {
			t = ref
			break
		}
		path = append(path, ref.Decl)
		next, ok := alias.Type.(*Ref)
		if !ok {
			t = alias.Type
			break
		}
		ref = next
	}
	for _, d := range path {
		r.ends[d] = t
	}
	if ref, ok := t.(*Ref); ok && ref.Decl.Body == nil {
		return nil
	}
	return t
}

// bodyOf is the body of the declared type behind t; nil if there is none.
func (r *reader) bodyOf(t Type) Body {
	if ref, ok := r.behind(t).(*Ref); ok {
		return ref.Decl.Body
	}
	return nil
}
