package spec

// maxMerged is how many fields all objects may have together once those of
// their bases are merged in: a chain of bases must not fill the memory.
const maxMerged = 200_000

// resolveBases merges the fields of base objects into those that extend them:
// the base's in their order, overrides in place, new ones after.
func (r *reader) resolveBases() {
	byObject := map[*Object]*objectSyntax{}
	for _, s := range r.objects {
		byObject[s.object] = s
	}
	total := 0
	for _, s := range r.objects {
		// From the object up to one that is merged, then back down.
		var chain []*objectSyntax
		onChain := map[*objectSyntax]bool{}
		for at := s; at != nil && !at.merged; at = r.baseOf(at, byObject) {
			if onChain[at] {
				r.baseCycle(chain, at)
				break
			}
			onChain[at] = true
			chain = append(chain, at)
		}
		for i := len(chain) - 1; i >= 0; i-- {
			if total += chain[i].merge(); total > maxMerged {
				r.add("too-many-fields", chain[i].at, "with the fields of their bases the objects have more than %d fields", maxMerged).
					help("extend smaller objects")
				return
			}
		}
	}
}

// baseOf is the object that s extends; nil, after a finding, if it is none.
func (r *reader) baseOf(s *objectSyntax, byObject map[*Object]*objectSyntax) *objectSyntax {
	base := s.object.Base
	if base == nil || base.Body == nil {
		return nil
	}
	object, ok := base.Body.(*Object)
	if !ok {
		r.add("base-not-object", s.baseAt, "base %s is not an object", quote(base.Name)).
			help("only an object's fields can be taken over").related(base.Span, "it is declared here")
		s.object.Base = nil
		return nil
	}
	return byObject[object]
}

// baseCycle reports the end of chain that leads back to again, and cuts it.
func (r *reader) baseCycle(chain []*objectSyntax, again *objectSyntax) {
	for chain[0] != again {
		chain = chain[1:]
	}
	var cycle []*TypeDecl
	for _, s := range chain {
		cycle = append(cycle, &TypeDecl{Name: s.name})
	}
	f := r.add("base-cycle", again.at, "this object extends itself: %s", route(cycle)).help("remove one `base`")
	for _, s := range chain[1:min(len(chain), maxRoute)] {
		f.related(s.at, "through "+clip(s.name))
	}
	for _, s := range chain {
		s.object.Base = nil
	}
}

// merge merges the fields of a base that is merged itself and returns the
// number of fields.
func (s *objectSyntax) merge() int {
	s.merged = true
	if s.object.Base == nil || s.object.Base.Body == nil {
		return len(s.own)
	}
	own := map[string]*Field{}
	for _, f := range s.own {
		own[f.Name] = f
	}
	inherited := s.object.Base.Body.(*Object).Fields
	fields := make([]*Field, 0, len(inherited)+len(s.own))
	for _, f := range inherited {
		if override := own[f.Name]; override != nil {
			f = override
			delete(own, f.Name)
		}
		fields = append(fields, f)
	}
	for _, f := range s.own {
		if own[f.Name] != nil {
			fields = append(fields, f)
		}
	}
	s.object.Fields = fields
	return len(fields)
}
