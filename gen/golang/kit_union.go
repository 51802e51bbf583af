package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/spec"
)

// kitMemberUnion returns the node of a union that is told by a member.
func kitMemberUnion(u *spec.MemberUnion) *jen.Statement {
	var variants []jen.Code
	for _, v := range u.Variants {
		variants = append(variants, kitVariant("values", kitStrings(v.Values), &spec.Ref{Decl: v.Decl}))
	}
	return jen.Values(kitKind("union"), kitClosed(u.Closed), jen.Id("member").Op(":").Lit(u.Member), kitVariants(variants))
}

// kitKindUnion returns the node of a union that is told by JSON kind.
func kitKindUnion(u *spec.KindUnion) *jen.Statement {
	var variants []jen.Code
	for _, v := range u.Variants {
		variants = append(variants, kitVariant("kind", jen.Lit(string(v.Kind)), v.Type))
	}
	return jen.Values(kitKind("kinds"), kitClosed(u.Closed), kitVariants(variants))
}

func kitTrialUnion(u *spec.TrialUnion) *jen.Statement {
	var variants []jen.Code
	for _, v := range u.Variants {
		variants = append(variants, jen.Values(jen.Id("value").Op(":").Op("&").Id("node").Add(kitType(v.Type))))
	}
	return jen.Values(kitKind("trial"), kitClosed(u.Closed), jen.Id("exactly").Op(":").Lit(u.Exactly), kitVariants(variants))
}

func kitVariants(variants []jen.Code) jen.Code {
	return jen.Id("variants").Op(":").Index().Id("variant").ValuesFunc(func(g *jen.Group) {
		for _, v := range variants {
			g.Line().Add(v)
		}
		g.Line()
	})
}

func kitVariant(told string, by jen.Code, t spec.Type) jen.Code {
	return jen.Values(jen.Id(told).Op(":").Add(by), jen.Id("value").Op(":").Op("&").Id("node").Add(kitType(t)))
}
