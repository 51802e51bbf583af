package spec

import (
	"slices"
	"strings"
)

// cycleFinder looks for types that lead back to themselves with no object,
// list or map between: a chain of aliases, for example. Nothing could follow
// them to an end.
type cycleFinder struct {
	*findings
	done  map[*TypeDecl]bool
	stack []*TypeDecl
	depth map[*TypeDecl]int // place on the stack, from 1
}

func (r *reader) resolveCycles() {
	c := cycleFinder{findings: r.findings, done: map[*TypeDecl]bool{}, depth: map[*TypeDecl]int{}}
	for _, name := range r.types.names {
		c.visit(r.types.byName[name])
	}
}

func (c *cycleFinder) visit(d *TypeDecl) {
	if at := c.depth[d]; at > 0 {
		c.report(slices.Clone(c.stack[at-1:]))
		return
	}
	if c.done[d] {
		return
	}
	c.done[d] = true
	c.stack = append(c.stack, d)
	c.depth[d] = len(c.stack)
	for _, next := range direct(d.Body) {
		c.visit(next)
	}
	c.stack = c.stack[:len(c.stack)-1]
	delete(c.depth, d)
}

// report reports a cycle and takes the bodies, so that no rule follows it.
func (c *cycleFinder) report(cycle []*TypeDecl) {
	if slices.ContainsFunc(cycle, func(d *TypeDecl) bool { return d.Body == nil }) {
		return // cut already
	}
	f := c.add("type-cycle", cycle[0].Span, "this type is made of nothing but itself: %s", route(cycle)).
		help("put an object, a list or a map between, or let one of them be a type of its own")
	for i, d := range cycle {
		if i > 0 && i <= maxRoute {
			f.related(d.Span, "through "+clip(d.Name))
		}
		d.Body = nil
	}
}

// direct lists the declared types that a value of body can be itself.
func direct(body Body) []*TypeDecl {
	var decls []*TypeDecl
	add := func(t Type) {
		if n, ok := t.(*Nullable); ok {
			t = n.Elem
		}
		if ref, ok := t.(*Ref); ok {
			decls = append(decls, ref.Decl)
		}
	}
	switch b := body.(type) {
	case *Alias:
		add(b.Type)
	case *Wrapped:
		add(b.Type)
	case *KindUnion:
		for _, v := range b.Variants {
			add(v.Type)
		}
	case *TrialUnion:
		for _, v := range b.Variants {
			add(v.Type)
		}
	}
	return decls
}

// maxRoute is how many stations of a cycle a finding names.
const maxRoute = 8

// route shows a cycle.
func route(cycle []*TypeDecl) string {
	var names []string
	for _, d := range cycle[:min(len(cycle), maxRoute)] {
		names = append(names, clip(d.Name))
	}
	if len(cycle) > maxRoute {
		names = append(names, "…")
	}
	return strings.Join(append(names, clip(cycle[0].Name)), " → ")
}
