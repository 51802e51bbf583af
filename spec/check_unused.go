package spec

// checkUnused warns of declared types that no action and no envelope uses.
func (r *reader) checkUnused(api *API) {
	used := map[*TypeDecl]bool{}
	var open []*TypeDecl
	visit := func(d *TypeDecl) {
		if !used[d] {
			used[d] = true
			open = append(open, d)
		}
	}
	eachRef(&Object{Fields: api.Envelope.Fields}, visit)
	if api.Push != nil {
		eachRef(&Object{Fields: api.Push.Fields}, visit)
	}
	for _, a := range api.Actions {
		visit(a.Payload)
	}
	for len(open) > 0 {
		d := open[len(open)-1]
		open = open[:len(open)-1]
		eachRef(d.Body, visit)
	}
	for _, d := range api.Types {
		if !used[d] {
			r.add("unused-type", d.Span, "type %s is not used", quote(d.Name)).help("remove it, or use it").Severity = Warning
		}
	}
}

// eachRef calls visit for each declared type that body names.
func eachRef(body Body, visit func(*TypeDecl)) {
	switch b := body.(type) {
	case *Object:
		if b.Base != nil {
			visit(b.Base)
		}
		for _, f := range b.Fields {
			eachRefOf(f.Type, visit)
		}
	case *MemberUnion:
		for _, v := range b.Variants {
			visit(v.Decl)
		}
	case *KindUnion:
		for _, v := range b.Variants {
			eachRefOf(v.Type, visit)
		}
	case *TrialUnion:
		for _, v := range b.Variants {
			eachRefOf(v.Type, visit)
		}
	case *Wrapped:
		eachRefOf(b.Type, visit)
	case *Alias:
		eachRefOf(b.Type, visit)
	}
}

func eachRefOf(t Type, visit func(*TypeDecl)) {
	switch t := t.(type) {
	case *Ref:
		visit(t.Decl)
	case *List:
		eachRefOf(t.Elem, visit)
	case *Map:
		eachRefOf(t.Elem, visit)
	case *Nullable:
		eachRefOf(t.Elem, visit)
	}
}
