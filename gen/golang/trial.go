package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// trialUnion returns the declaration of a struct with a field for each
// variant of a union, and its methods.
func trialUnion(d *plan.Decl, u *plan.TrialUnion) *jen.Statement {
	s := comment(docText(d.GoName+" is a value of one of several types, and has one field set", &d.Doc, trialDoc(u)))
	s.Type().Id(d.GoName).StructFunc(func(g *jen.Group) {
		for _, f := range u.Variants {
			g.Id(f.GoName).Add(fieldType(f)).Tag(map[string]string{"json": "-"})
		}
		if !u.Closed {
			g.Id("Raw").Qual("encoding/json", "RawMessage").Tag(map[string]string{"json": "-"}).Comment("// fits none of them")
		}
	}).Line().Line()
	s.Add(trialTable(d, u)).Line().Line()
	s.Add(method(d.GoName, "read").Params(decoderParams()...).Int().Block(
		jen.Return(onDecoder("trial", jen.Id(position), jen.Id(receiver), jen.Op("&").Id(infoName(d)))),
	)).Line().Line()
	s.Add(trialTry(d, u)).Line().Line()
	s.Add(trialEncode(d, u)).Line().Line()
	s.Add(trialValidate(d, u)).Line().Line()
	s.Add(publicMethods(d.GoName)).Line()
	return s.Add(trialLog(d, u))
}

func trialDoc(u *plan.TrialUnion) string {
	text := "The first of its types that a value fits is the one that counts."
	if u.Exactly {
		text = "A value that fits two of its types is not valid."
	}
	if !u.Closed {
		text += " A value that fits none is kept as it came, in Raw."
	}
	return text
}

// trialTable returns what the decoder knows of the union.
func trialTable(d *plan.Decl, u *plan.TrialUnion) *jen.Statement {
	want := "a value of type " + u.Words()
	if u.Exactly {
		want = "exactly one of the types " + u.Words()
	}
	items := jen.Dict{jen.Id("variants"): jen.Lit(len(u.Variants)), jen.Id("want"): jen.Lit(want)}
	if u.Exactly {
		items[jen.Id("exactly")] = jen.True()
	}
	if u.Closed {
		items[jen.Id("closed")] = jen.True()
	}
	return jen.Var().Id(infoName(d)).Op("=").Id("trialInfo").Values(items)
}

func trialTry(d *plan.Decl, u *plan.TrialUnion) *jen.Statement {
	var cases []jen.Code
	for _, f := range u.Variants {
		cases = append(cases, jen.Case(jen.Lit(f.Number)).Block(append(readField(f), jen.Return(jen.Id(position)))...))
	}
	if !u.Closed {
		cases = append(cases, jen.Default().Block(jen.List(own("Raw"), jen.Id(position)).Op("=").Add(onDecoder("raw", jen.Id(position)))))
	}
	params := []jen.Code{jen.Id(decoder).Op("*").Id("decoder"), jen.List(jen.Id("variant"), jen.Id(position)).Int()}
	return method(d.GoName, "try").Params(params...).Int().Block(
		jen.Op("*").Id(receiver).Op("=").Id(d.GoName).Values(),
		jen.Switch(jen.Id("variant")).Block(cases...),
		jen.Return(jen.Id(position)),
	)
}

// trialCases returns one case for each variant that is set.
func trialCases(u *plan.TrialUnion, body func(*plan.Field) []jen.Code, raw jen.Code) []jen.Code {
	var cases []jen.Code
	for _, f := range u.Variants {
		if code := body(f); code != nil {
			cases = append(cases, jen.Case(own(f.GoName).Op("!=").Nil()).Block(code...))
		}
	}
	if !u.Closed {
		cases = append(cases, jen.Case(own("Raw").Op("!=").Nil()).Block(raw))
	}
	return cases
}

// variantValue returns the value in the field of a variant.
func variantValue(f *plan.Field) jen.Code {
	if f.Hold() == plan.NilValue {
		return own(f.GoName)
	}
	return inside(f.Value, own(f.GoName))
}

func trialEncode(d *plan.Decl, u *plan.TrialUnion) *jen.Statement {
	cases := trialCases(u, func(f *plan.Field) []jen.Code {
		return []jen.Code{writeStmt(f.Value, variantValue(f))}
	}, onEncoder("raw", own("Raw")))
	cases = append(cases, jen.Default().Block(onEncoder("fail", jen.Lit("a union without a value"))))
	return method(d.GoName, "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(jen.Switch().Block(cases...))
}

func trialValidate(d *plan.Decl, u *plan.TrialUnion) *jen.Statement {
	cases := trialCases(u, variantCheck, onValidation("raw", own("Raw")))
	known := jen.Id("known")
	args := []jen.Code{jen.Id(receiver), jen.New(jen.Id(d.GoName)), jen.Op("&").Id(infoName(d)), known}
	for _, f := range u.Variants {
		args = append(args, own(f.GoName).Op("!=").Nil())
	}
	if !u.Closed {
		args = append(args, own("Raw").Op("!=").Nil())
	}
	body := []jen.Code{jen.Add(known).Op(":=").Id(validation).Dot("count")}
	if len(cases) > 0 {
		body = append(body, jen.Switch().Block(cases...))
	}
	return validateMethod(d.GoName, append(body, onValidation("trial", args...)))
}

// variantCheck returns the statements that check a variant, nil if every value
// of its type is good.
func variantCheck(f *plan.Field) []jen.Code {
	if f.Value.InPlace() {
		return []jen.Code{own(f.GoName).Dot("validate").Call(jen.Id(validation))}
	}
	if checkFunc(f.Value) == nil {
		return nil
	}
	switch f.Value.Kind {
	case plan.List, plan.Map, plan.Const, plan.Text, plan.Int:
		return []jen.Code{checkCall(f.Value, variantValue(f))}
	}
	return []jen.Code{checkFunc(f.Value).Call(jen.Id(validation), variantValue(f))}
}

// trialLog returns the method that says in a log which variant there is.
func trialLog(d *plan.Decl, u *plan.TrialUnion) *jen.Statement {
	add := func(name string) jen.Code { return onLog("text", "variant", jen.Lit(name)) }
	cases := trialCases(u, func(f *plan.Field) []jen.Code { return []jen.Code{add(f.GoName)} }, add("Raw"))
	text := fmt.Sprintf("LogValue returns what may stand in a log: which field of the %s is set.", d.GoName)
	return logMethod(d.GoName, text, []jen.Code{jen.Switch().Block(cases...)})
}
