package plan

import (
	"strings"

	"github.com/webhookgen/webhookgen/spec"
)

// TrialUnion is a struct with a field for each variant, of which exactly one
// is set.
type TrialUnion struct {
	Variants []*Field // named after their types; nil where they are not the one
	Exactly  bool
	Closed   bool
}

func (*TrialUnion) isBody() {}

// rawField is the field of an open TrialUnion that holds what fits no variant.
const rawField = "Raw"

func (p *planner) trialUnion(goName string, u *spec.TrialUnion) *TrialUnion {
	scope := newScope("type "+goName, methodNames...)
	if !u.Closed {
		scope.taken[rawField] = claim{}
	}
	out := &TrialUnion{Exactly: u.Exactly, Closed: u.Closed}
	for _, v := range u.Variants {
		f := &Field{
			Spec:   &spec.Field{Name: typeText(v.Type), Type: v.Type, Optional: spec.Documented},
			Value:  p.value(v.Type, false),
			Number: len(out.Variants),
		}
		f.GoName = variantName(f.Value)
		p.claim(scope, f.GoName, "variant "+f.Spec.Name, v.Span)
		out.Variants = append(out.Variants, f)
	}
	return out
}

// variantName returns the name of the field that holds a variant.
func variantName(v *Value) string {
	switch v.Kind {
	case Named:
		return v.Decl.GoName
	case Bool:
		return "Bool"
	case Int:
		return "Int"
	case Number:
		return "Number"
	case Timestamp:
		return "Time"
	case Any:
		return "Any"
	case Const:
		return "Const"
	case List:
		return "List"
	case Map:
		return "Map"
	}
	return "String"
}

// typeText words a type for comments and messages.
func typeText(t spec.Type) string {
	switch t := t.(type) {
	case *spec.Ref:
		return t.Decl.Name
	case *spec.Scalar:
		return string(t.Kind)
	case *spec.Text:
		return "string"
	case *spec.Int:
		return "int"
	case *spec.Number:
		return "number"
	case *spec.List:
		return "list"
	case *spec.Map:
		return "map"
	}
	return "constant"
}

// Words lists the variants: "Agent, string or list".
func (u *TrialUnion) Words() string {
	var words []string
	for _, f := range u.Variants {
		words = append(words, f.Spec.Name)
	}
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
