package plan

import "github.com/webhookgen/webhookgen/spec"

// MemberUnion is a sealed interface whose variants are told apart by the
// string in a member.
type MemberUnion struct {
	Member   string
	Variants []*MemberVariant
	Closed   bool
	Unknown  string // Go name of the unknown variant; "" if Closed
}

// MemberVariant is one variant of a MemberUnion.
type MemberVariant struct {
	Decl   *Decl
	Values []string
	member string
}

func (*MemberUnion) isBody() {}

// Field returns the variant's own field for the union's member.
func (v *MemberVariant) Field() *Field {
	object, ok := v.Decl.Body.(*Object)
	if !ok {
		return nil
	}
	for _, f := range object.Fields {
		if f.Spec.Name == v.member {
			return f
		}
	}
	return nil
}

func (p *planner) memberUnion(goName string, u *spec.MemberUnion) *MemberUnion {
	out := &MemberUnion{Member: u.Member, Closed: u.Closed}
	for _, v := range u.Variants {
		out.Variants = append(out.Variants, &MemberVariant{Decl: p.use(v.Decl), Values: v.Values, member: u.Member})
	}
	if !u.Closed {
		out.Unknown = "Unknown" + goName
	}
	return out
}

// KindUnion is a struct that holds a value of one of several JSON kinds.
type KindUnion struct {
	Variants []*KindVariant
	Closed   bool
	Nullable bool // null is a value of it, without a variant
}

// KindVariant is one kind of a KindUnion.
type KindVariant struct {
	Kind  spec.JSONKind
	Value *Value
	Word  string // what its accessor and constructor are named after
}

func (*KindUnion) isBody() {}

func (p *planner) kindUnion(u *spec.KindUnion) *KindUnion {
	out := &KindUnion{Closed: u.Closed}
	for _, v := range u.Variants {
		value := p.value(v.Type, false)
		if value.Kind == Nullable {
			out.Nullable, value = true, value.Elem
		}
		out.Variants = append(out.Variants, &KindVariant{Kind: v.Kind, Value: value, Word: kindWord(v.Kind, value)})
	}
	return out
}

// nullWord is what the constructor of a null is named after.
const nullWord = "Null"

func kindWord(kind spec.JSONKind, value *Value) string {
	switch kind {
	case spec.KindString:
		return "String"
	case spec.KindBool:
		return "Bool"
	case spec.KindObject:
		return "Object"
	case spec.KindList:
		return "List"
	}
	if value.Kind == Int {
		return "Int"
	}
	return "Number"
}
