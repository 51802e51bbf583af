package spec

import "slices"

// checkMemberUnion checks that each variant is an object whose member tells
// it apart.
func (r *reader) checkMemberUnion(u *unionSyntax) {
	members := map[*MemberVariant]*Field{}
	for _, v := range u.union.Variants {
		members[v] = r.variantMember(u, v)
	}
	for _, value := range u.values {
		f := members[value.variant]
		if f == nil || r.admits(f.Type, value.value) {
			continue
		}
		r.add("variant-value", value.at, "the member %s of %s cannot be %s", quote(f.Name), quote(value.variant.Decl.Name), quote(value.value)).
			help("its type must be a string, an enum with that value, or that constant").related(f.Span, "the member")
	}
}

// variantMember is the field that tells v apart; nil, after a finding, if
// there is none that can.
func (r *reader) variantMember(u *unionSyntax, v *MemberVariant) *Field {
	if v.Decl.Body == nil {
		return nil
	}
	object, ok := v.Decl.Body.(*Object)
	if !ok {
		r.add("variant-not-object", v.Span, "variant %s is not an object", quote(v.Decl.Name)).
			help("name a type that is declared with `fields` or `base`").related(v.Decl.Span, "it is declared here")
		return nil
	}
	f := r.index(object).byName[u.union.Member]
	switch {
	case f == nil:
		r.variantLacks(u, v, "lacks the member", v.Decl.Span, "the variant")
	case f.Optional != Required || f.Nullable:
		r.variantLacks(u, v, "need not have the member", f.Span, "the member")
	case len(f.OlderNames) > 0:
		r.variantLacks(u, v, "has older names for the member", f.Span, "the member")
	default:
		return f
	}
	return nil
}

func (r *reader) variantLacks(u *unionSyntax, v *MemberVariant, lack string, at Span, what string) {
	r.add("variant-member", v.Span, "variant %s %s %s", quote(v.Decl.Name), lack, quote(u.union.Member)).
		help("the member tells the variants apart: each has it as a required field, not nullable, under one name").
		related(at, what).related(u.memberAt, "the union goes by this member")
}

// admits says whether a member of type t can have value.
func (r *reader) admits(t Type, value string) bool {
	switch t := r.behind(t).(type) {
	case nil:
		return true
	case *Const:
		return t.Value == value
	case *Scalar:
		return t.Kind == String
	case *Ref:
		enum, ok := t.Decl.Body.(*Enum)
		return ok && r.has(enum, value)
	}
	return false
}

// checkKind checks that the type of a variant is of its JSON kind and no other.
func (r *reader) checkKind(v *KindVariant) {
	t := v.Type
	if n, ok := t.(*Nullable); ok {
		t = n.Elem
	}
	t = r.behind(t)
	if w, ok := r.bodyOf(t).(*Wrapped); ok && r.behind(w.Type) == nil || t == nil {
		return
	}
	kinds := KindsOf(t)
	slices.Sort(kinds)
	kinds = slices.Compact(kinds)
	if len(kinds) == 1 && kinds[0] == v.Kind {
		return
	}
	r.add("kind-mismatch", v.Span, "the variant for %s is of another kind: %s", v.Kind, listKinds(kinds)).
		help("a variant's type is of the kind it stands under, and of that alone")
	v.Type = nil // no rule looks further
}

func listKinds(kinds []JSONKind) string {
	text := ""
	for i, kind := range kinds {
		if i > 0 {
			text += ", "
		}
		text += string(kind)
	}
	return text
}
