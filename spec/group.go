package spec

func (r *reader) readGroups(n *node) []*Group {
	var groups []*Group
	for _, item := range r.asList(n, "groups") {
		m := r.mapping(item, "a group", "name", "notes")
		m.need("name")
		g := &Group{Name: m.nameText("name"), Notes: m.text("notes"), Span: item.span}
		if name := m.get("name"); name != nil {
			g.Span = name.span
		}
		if g.Name == "" {
			r.groups.partial = true
			continue
		}
		if !r.groups.declare(g.Name, g) {
			r.duplicate(g.Span, r.groups.byName[g.Name].Span, "group", g.Name)
			continue
		}
		groups = append(groups, g)
	}
	r.groups.partial = r.groups.partial || n != nil && n.kind != listNode
	return groups
}

// duplicate reports an item of a list that is there before.
func (r *reader) duplicate(at, first Span, what, name string) {
	r.add("duplicate-item", at, "%s %s is there twice", what, quote(name)).
		help("remove one of them").related(first, "the first one")
}
