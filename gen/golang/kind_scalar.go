package golang

import (
	"slices"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// scalarWords are the words that the runtime has for what fits a scalarText.
var scalarWords = map[plan.Kind]string{plan.String: "string", plan.Int: "integer", plan.Bool: "boolean"}

// isScalarUnion says whether all values of a union fit a scalarText: strings,
// whole numbers and bools without bounds and without a type of their own.
func isScalarUnion(u *plan.KindUnion) bool {
	return !slices.ContainsFunc(u.Variants, func(v *plan.KindVariant) bool {
		return scalarWords[v.Value.Kind] == "" || v.Value.Int != nil
	})
}

// scalarField is the one field of such a union.
const scalarField = "text"

// scalarLayout is how a union of scalars holds its value: as one scalarText.
type scalarLayout struct{ u *plan.KindUnion }

func (l scalarLayout) fields() []jen.Code {
	return []jen.Code{jen.Id(scalarField).Id("scalarText")}
}

func (l scalarLayout) literal(v *plan.KindVariant) jen.Dict {
	return jen.Dict{jen.Id(scalarField): jen.Id(scalarWords[v.Value.Kind] + "Text").Call(jen.Id("value"))}
}

func (l scalarLayout) null() jen.Dict { return jen.Dict{jen.Id(scalarField): jen.Lit("null")} }

func (l scalarLayout) kind() *jen.Statement { return own(scalarField).Dot("kind").Call() }

func (l scalarLayout) access(v *plan.KindVariant) []jen.Code {
	return []jen.Code{jen.Return(own(scalarField).Dot(scalarWords[v.Value.Kind]).Call())}
}

func (l scalarLayout) raw() []jen.Code {
	listed := variantKinds(l.u)
	if l.u.Nullable {
		listed = append(listed, jen.Id("kindNull"))
	}
	return []jen.Code{jen.Return(own(scalarField).Dot("other").Call(listed...))}
}

func (l scalarLayout) read(v *plan.KindVariant) []jen.Code {
	return l.set(scalarWords[v.Value.Kind] + "Text")
}

func (l scalarLayout) readNull() []jen.Code { return l.set("nullText") }

func (l scalarLayout) readOther() []jen.Code { return l.set("otherText") }

func (l scalarLayout) set(reader string) []jen.Code {
	return []jen.Code{jen.List(own(scalarField), jen.Id(position)).Op("=").Add(onDecoder(reader, jen.Id(position)))}
}

func (l scalarLayout) writes() []jen.Code {
	return []jen.Code{jen.Case(variantKinds(l.u)...).Block(onEncoder("scalar", own(scalarField)))}
}

// checks returns a case for the string, which alone can be wrong, and one for
// the rest.
func (l scalarLayout) checks() []jen.Code {
	var cases, rest []jen.Code
	for _, v := range l.u.Variants {
		kind := jen.Id(kindNames[v.Kind])
		if v.Value.Kind == plan.String {
			cases = append(cases, jen.Case(kind).Block(onValidation("scalar", own(scalarField))))
		} else {
			rest = append(rest, kind)
		}
	}
	if len(rest) > 0 {
		cases = append(cases, jen.Case(rest...).Block())
	}
	return cases
}
