package spec

import "slices"

// fillGaps takes out of a draft what a later stage would stumble over: types
// that could not be read or linked hold any value, actions without a payload
// are left out.
func (r *reader) fillGaps(api *API) {
	for _, d := range slices.Concat(api.Types, r.missing) {
		d.Body = filledBody(d.Body)
	}
	for _, f := range r.fields {
		f.Type = filled(f.Type)
	}
	api.Actions = slices.DeleteFunc(api.Actions, func(a *Action) bool { return a.Payload == nil })
}

var anything = &Scalar{Kind: Any}

// filled returns t with any value where there is no type.
func filled(t Type) Type {
	switch t := t.(type) {
	case nil:
		return anything
	case *List:
		t.Elem = filled(t.Elem)
	case *Map:
		t.Elem = filled(t.Elem)
	case *Nullable:
		t.Elem = filled(t.Elem)
	case *Ref:
		if t.Decl == nil {
			return anything
		}
	}
	return t
}

func filledBody(b Body) Body {
	switch b := b.(type) {
	case nil:
		return &Alias{Type: anything}
	case *Alias:
		b.Type = filled(b.Type)
	case *Wrapped:
		b.Type = filled(b.Type)
	case *KindUnion:
		for _, v := range b.Variants {
			v.Type = filled(v.Type)
		}
	case *MemberUnion:
		b.Variants = slices.DeleteFunc(b.Variants, func(v *MemberVariant) bool { return v.Decl == nil })
	case *TrialUnion:
		for _, v := range b.Variants {
			v.Type = filled(v.Type)
		}
	}
	return b
}
