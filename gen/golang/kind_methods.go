package golang

import (
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

func kindRead(d *plan.Decl, u *plan.KindUnion) *jen.Statement {
	var cases []jen.Code
	for _, v := range u.Variants {
		cases = append(cases, jen.Case(jen.Id(kindNames[v.Kind])).Block(kindReadCase(v)...))
	}
	if u.Nullable {
		cases = append(cases, jen.Case(jen.Id("kindNull")).Block(
			own("kind").Op("=").Id("kind"),
			jen.Id(position).Op("=").Add(onDecoder("literal", jen.Id(position), jen.Lit("null"))),
		))
	} else if !u.Closed {
		cases = append(cases, jen.Case(jen.Id("kindNull")).Block(wrongKind(u)))
	}
	if !u.Closed {
		cases = append(cases, jen.Default().Block(
			onDecoder("driftVariant"),
			own("kind").Op("=").Id("kindUnknown"),
			jen.List(own(rawField(u)), jen.Id(position)).Op("=").Add(onDecoder("rawText", jen.Id(position))),
		))
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

func kindReadCase(v *plan.KindVariant) []jen.Code {
	field := own(kindField(v))
	body := []jen.Code{own("kind").Op("=").Id("kind")}
	switch r := v.Value.Resolve(); {
	case v.Value.InPlace():
		return append(body,
			jen.Add(field).Op("=").New(goType(v.Value)),
			jen.Id(position).Op("=").Add(field).Dot("read").Call(jen.Id(decoder), jen.Id(position)))
	case r.Kind == plan.Const:
		return append(body, jen.List(field, jen.Id(position)).Op("=").Add(readFunc(v.Value)).Call(jen.Id(decoder), jen.Id(position)))
	}
	return append(body, jen.List(field, jen.Id(position)).Op("=").Add(readCall(v.Value)))
}

func kindEncode(d *plan.Decl, u *plan.KindUnion) *jen.Statement {
	var cases []jen.Code
	for _, v := range u.Variants {
		write := []jen.Code{writeStmt(v.Value, own(kindField(v)))}
		if v.Value.InPlace() {
			write = []jen.Code{jen.Id("writeVariant").Call(jen.Id(encoder), own(kindField(v)))}
		}
		cases = append(cases, jen.Case(jen.Id(kindNames[v.Kind])).Block(write...))
	}
	if u.Nullable {
		cases = append(cases, jen.Case(jen.Id("kindNull")).Block(onEncoder("null")))
	}
	if !u.Closed {
		cases = append(cases, jen.Case(jen.Id("kindUnknown")).Block(onEncoder("raw", own("Raw").Call())))
	}
	cases = append(cases, jen.Default().Block(onEncoder("fail", jen.Lit("a value of no kind in place of "+d.GoName))))
	return method(d.GoName, "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(
		jen.Switch(own("kind")).Block(cases...),
	)
}

func kindValidate(d *plan.Decl, u *plan.KindUnion) *jen.Statement {
	var cases, listed []jen.Code
	for _, v := range u.Variants {
		cases = append(cases, jen.Case(jen.Id(kindNames[v.Kind])).Block(kindCheck(v)...))
		listed = append(listed, jen.Id(kindNames[v.Kind]))
	}
	if u.Nullable {
		cases = append(cases, jen.Case(jen.Id("kindNull")).Block())
	}
	if !u.Closed {
		args := append([]jen.Code{own("Raw").Call()}, listed...)
		cases = append(cases, jen.Case(jen.Id("kindUnknown")).Block(onValidation("unknownKind", args...)))
	}
	cases = append(cases, jen.Default().Block(onValidation("refuse", jen.Id("RuleType"), jen.Lit("a value"))))
	return validateMethod(d.GoName, []jen.Code{jen.Switch(own("kind")).Block(cases...)})
}

func kindCheck(v *plan.KindVariant) []jen.Code {
	x := own(kindField(v))
	if v.Value.InPlace() {
		return []jen.Code{jen.Id("checkVariant").Call(jen.Id(validation), x)}
	}
	if check := checkFunc(v.Value); check != nil {
		return []jen.Code{check.Call(jen.Id(validation), x)}
	}
	return nil
}
