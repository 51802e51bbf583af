package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// memberUnion returns the declaration of a sealed interface, its unknown
// variant, and the functions that read and check it.
func memberUnion(d *plan.Decl, u *plan.MemberUnion) *jen.Statement {
	marker := "is" + d.GoName
	s := comment(docText(d.GoName+" is an object of one of several types", &d.Doc, unionDoc(u)))
	s.Type().Id(d.GoName).Interface(
		jen.Id("encodable"),
		jen.Id("checkable"),
		jen.Line().Add(comment("Validate returns nil, or a *ValidationError that lists why the value cannot be sent as it is.")).
			Id("Validate").Params().Error(),
		comment(appendDoc).
			Id("AppendJSON").Params(jen.Id("dst").Index().Byte()).Params(jen.Index().Byte(), jen.Error()),
		jen.Line().Id(marker).Params(),
	).Line().Line()
	for _, v := range u.Variants {
		s.Func().Params(jen.Op("*").Id(v.Decl.GoName)).Id(marker).Params().Block().Line()
	}
	s.Line().Add(unmarshalUnion(d)).Line().Line()
	s.Add(decodeUnion(d, u)).Line().Line()
	s.Add(validateUnion(d, u)).Line()
	if u.Unknown != "" {
		s.Line().Add(unknownVariant(d, u))
	}
	return s
}

// unionDoc says what can stand in a union.
func unionDoc(u *plan.MemberUnion) string {
	var variants []string
	for _, v := range u.Variants {
		variants = append(variants, fmt.Sprintf("*[%s] (%s)", v.Decl.GoName, quoteList(v.Values, "or")))
	}
	if u.Unknown != "" {
		variants = append(variants, fmt.Sprintf("*[%s] (any other)", u.Unknown))
	}
	return fmt.Sprintf("Its member %q tells which: %s.", u.Member, strings.Join(variants, ", "))
}

// unmarshalUnion returns the function that stands for UnmarshalJSON, which an
// interface cannot have.
func unmarshalUnion(d *plan.Decl) *jen.Statement {
	name := "Unmarshal" + d.GoName
	s := comment(name + " decodes and validates one value as strictly as Parse does.")
	return s.Func().Id(name).Params(jen.Id("data").Index().Byte()).Params(jen.Id(d.GoName), jen.Error()).Block(
		jen.Var().Id(receiver).Id(d.GoName),
		jen.Err().Op(":=").Id("unmarshal").Call(jen.Id("data"), jen.Op("&").Id(receiver), jen.Id(decodeName(d))),
		jen.Return(jen.Id(receiver), jen.Err()),
	)
}

func decodeUnion(d *plan.Decl, u *plan.MemberUnion) *jen.Statement {
	dec, at := jen.Id(decoder), jen.Id(position)
	var cases []jen.Code
	for _, v := range u.Variants {
		cases = append(cases, jen.Case(literals(v.Values)...).Block(
			jen.Id(receiver).Op(":=").New(jen.Id(v.Decl.GoName)),
			jen.Return(jen.Id(receiver), jen.Id(receiver).Dot("read").Call(dec, at)),
		))
	}
	body := []jen.Code{
		jen.List(jen.Id("kind"), jen.Id("after"), jen.Id("ok")).Op(":=").Add(onDecoder("variant", at, jen.Lit(u.Member))),
		jen.If(jen.Op("!").Id("ok")).Block(jen.Return(jen.Nil(), jen.Id("after"))),
		jen.Switch(jen.Id("kind")).Block(cases...),
	}
	if u.Closed {
		body = append(body, jen.Return(jen.Nil(), onDecoder("wrongVariant", at, jen.Lit(u.Member), jen.Lit("one of "+quoteList(allValues(u), "or")))))
	} else {
		body = append(body,
			onDecoder("driftVariant"),
			jen.List(jen.Id("raw"), jen.Id("after")).Op(":=").Add(onDecoder("raw", at)),
			jen.Return(jen.Op("&").Id(u.Unknown).Values(jen.Dict{jen.Id("Type"): jen.Id("kind"), jen.Id("Raw"): jen.Id("raw")}), jen.Id("after")),
		)
	}
	return jen.Func().Id(decodeName(d)).Params(decoderParams()...).Params(jen.Id(d.GoName), jen.Int()).Block(body...)
}

func allValues(u *plan.MemberUnion) []string {
	var out []string
	for _, v := range u.Variants {
		out = append(out, v.Values...)
	}
	return out
}

func literals(words []string) []jen.Code {
	var out []jen.Code
	for _, w := range words {
		out = append(out, jen.Lit(w))
	}
	return out
}

// validateUnion returns the function that checks a value: that it is a
// variant, and that its member says which.
func validateUnion(d *plan.Decl, u *plan.MemberUnion) *jen.Statement {
	check := jen.Id("checkVariant").Call(jen.Id(validation), jen.Id(receiver))
	cases := unionChecks(u)
	if len(cases) == 0 {
		return validateFunction(d, check)
	}
	return validateFunction(d,
		jen.If(jen.Op("!").Add(check)).Block(jen.Return()),
		jen.Switch(jen.Id(receiver).Op(":=").Id(receiver).Assert(jen.Type())).Block(cases...),
	)
}

func unionChecks(u *plan.MemberUnion) []jen.Code {
	var cases []jen.Code
	for _, v := range u.Variants {
		if f := v.Field(); f != nil && !f.Constant() {
			args := append([]jen.Code{jen.Lit(u.Member), jen.String().Call(own(f.GoName))}, literals(v.Values)...)
			cases = append(cases, jen.Case(jen.Op("*").Id(v.Decl.GoName)).Block(onValidation("variant", args...)))
		}
	}
	return cases
}

// unknownVariant returns the declaration of a union's variant of no known kind.
func unknownVariant(d *plan.Decl, u *plan.MemberUnion) *jen.Statement {
	typ := u.Unknown
	s := comment(fmt.Sprintf("%s is the variant of [%s] for objects of a kind that this package does not know.", typ, d.GoName))
	s.Type().Id(typ).Struct(
		jen.Id("Type").String().Comment(fmt.Sprintf("// of the member %q", u.Member)),
		jen.Id("Raw").Qual("encoding/json", "RawMessage").Comment("// the whole object"),
	).Line().Line()
	s.Func().Params(jen.Op("*").Id(typ)).Id("is" + d.GoName).Params().Block().Line().Line()
	known := append([]jen.Code{jen.Id(position), jen.Lit(u.Member)}, literals(allValues(u))...)
	s.Add(method(typ, "read").Params(decoderParams()...).Int().Block(
		jen.List(own("Type"), own("Raw"), jen.Id(position)).Op("=").Add(onDecoder("unknownVariant", known...)),
		jen.Return(jen.Id(position)),
	)).Line().Line()
	s.Add(method(typ, "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(onEncoder("raw", own("Raw")))).Line().Line()
	args := append([]jen.Code{jen.Lit(u.Member), own("Type"), own("Raw")}, literals(allValues(u))...)
	s.Add(validateMethod(typ, []jen.Code{onValidation("unknownVariant", args...)})).Line().Line()
	s.Add(publicMethods(typ)).Line()
	kind := onLog("text", u.Member, own("Type"))
	return s.Add(logMethod(typ, "LogValue returns what may stand in a log: nothing but the kind.", []jen.Code{kind}))
}
