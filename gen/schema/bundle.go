package schema

// bundle returns everything in one file, for tools that want one: the
// delivery at the root, the rest under $defs.
func (g *generator) bundle() object {
	r := refsWithin()
	out := g.head(bundleFile, title(g.api)+": everything in one file")
	out = append(out, r.deliveryOf(g.api)...)
	defs := r.declarations(g.api.Types)
	for _, a := range g.api.Actions {
		payload := append(object{{"title", a.Name}}, r.payloadOf(a)...)
		defs = append(defs, member{bundledAction(a), payload})
	}
	if g.api.Push != nil {
		push := append(object{{"title", title(g.api) + ": push"}}, r.pushOf(g.api)...)
		defs = append(defs, member{bundledPush, push})
	}
	return append(out, member{"$defs", defs})
}
