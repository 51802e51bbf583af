package golang

import (
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

func kindRead(d *plan.Decl, u *plan.KindUnion, l kindLayout) *jen.Statement {
	cases := kindCases(u, l.read)
	if u.Nullable {
		cases = append(cases, jen.Case(jen.Id("kindNull")).Block(l.readNull()...))
	} else if !u.Closed {
		cases = append(cases, jen.Case(jen.Id("kindNull")).Block(wrongKind(u)))
	}
	if !u.Closed {
		cases = append(cases, jen.Default().Block(append([]jen.Code{onDecoder("driftVariant")}, l.readOther()...)...))
	} else {
		cases = append(cases, jen.Default().Block(wrongKind(u)))
	}
	return method(d.GoName, "read").Params(decoderParams()...).Int().Block(
		jen.Switch(jen.Id("kind").Op(":=").Add(onDecoder("kind", jen.Id(position))), jen.Id("kind")).Block(cases...),
		jen.Return(jen.Id(position)),
	)
}

func wrongKind(u *plan.KindUnion) jen.Code {
	var words []string
	for _, v := range u.Variants {
		words = append(words, string(v.Kind))
	}
	if u.Nullable {
		words = append(words, "null")
	}
	return jen.Return(onDecoder("wrongType", jen.Id(position), jen.Lit(strings.Join(words, " or "))))
}

func kindEncode(d *plan.Decl, u *plan.KindUnion, l kindLayout) *jen.Statement {
	cases := l.writes()
	if u.Nullable {
		cases = append(cases, jen.Case(jen.Id("kindNull")).Block(onEncoder("null")))
	}
	none := onEncoder("fail", jen.Lit("a value of no kind in place of "+d.GoName))
	if u.Closed {
		cases = append(cases, jen.Default().Block(none))
	} else {
		cases = append(cases, jen.Case(jen.Id("kindNone")).Block(none), jen.Default().Block(onEncoder("raw", own("Raw").Call())))
	}
	return method(d.GoName, "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(
		jen.Switch(l.kind()).Block(cases...),
	)
}

func kindValidate(d *plan.Decl, u *plan.KindUnion, l kindLayout) *jen.Statement {
	cases := l.checks()
	if u.Nullable {
		cases = append(cases, jen.Case(jen.Id("kindNull")).Block())
	}
	none := onValidation("refuse", jen.Id("RuleType"), jen.Lit("a value"))
	if u.Closed {
		cases = append(cases, jen.Default().Block(none))
	} else {
		args := append([]jen.Code{own("Raw").Call()}, variantKinds(u)...)
		cases = append(cases, jen.Case(jen.Id("kindNone")).Block(none), jen.Default().Block(onValidation("unknownKind", args...)))
	}
	return validateMethod(d.GoName, []jen.Code{jen.Switch(l.kind()).Block(cases...)})
}

// kindCases returns a case for each of a union's variants.
func kindCases(u *plan.KindUnion, body func(*plan.KindVariant) []jen.Code) []jen.Code {
	var cases []jen.Code
	for _, v := range u.Variants {
		cases = append(cases, jen.Case(jen.Id(kindNames[v.Kind])).Block(body(v)...))
	}
	return cases
}

// variantKinds returns the kinds of a union's variants.
func variantKinds(u *plan.KindUnion) []jen.Code {
	var out []jen.Code
	for _, v := range u.Variants {
		out = append(out, jen.Id(kindNames[v.Kind]))
	}
	return out
}
