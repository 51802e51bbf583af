package schema

import "github.com/webhookgen/webhookgen/spec"

// definitions returns the file that holds every declared type.
func (g *generator) definitions() object {
	out := g.head(definitionsFile, title(g.api)+": types")
	return append(out, member{"$defs", refsWithin().declarations(g.api.Types)})
}

// declarations returns each type under its name.
func (r refs) declarations(decls []*spec.TypeDecl) object {
	defs := object{}
	for _, d := range decls {
		defs = append(defs, member{d.Name, r.declaration(d)})
	}
	return defs
}

func (r refs) declaration(d *spec.TypeDecl) object {
	out := object{{"title", d.Name}}
	details, values := enumNotes(d.Body)
	out = append(out, annotations(d.Doc, details, nil)...)
	out = append(out, r.body(d.Body)...)
	if values != nil {
		return append(out, member{"examples", values})
	}
	return append(out, examples(d.Sample)...)
}

func (r refs) body(b spec.Body) object {
	switch b := b.(type) {
	case *spec.Object:
		return objectOf(r.slots(b.Fields), b.Closed)
	case *spec.Enum:
		return enum(b)
	case *spec.MemberUnion:
		return r.memberUnion(b)
	case *spec.KindUnion:
		return r.kindUnion(b)
	case *spec.TrialUnion:
		return r.trialUnion(b)
	case *spec.Wrapped:
		return r.wrapped(b)
	case *spec.Alias:
		return r.schemaOf(b.Type, false)
	}
	panic("schema: served let an unknown body pass") // a fault of this package
}
