package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// kindNames are the names that the runtime has for kinds of JSON values.
var kindNames = map[spec.JSONKind]string{
	spec.KindString: "kindString",
	spec.KindNumber: "kindNumber",
	spec.KindBool:   "kindBool",
	spec.KindObject: "kindObject",
	spec.KindList:   "kindList",
}

// kindField returns the unexported field that holds a variant's value.
func kindField(v *plan.KindVariant) string { return "as" + v.Word }

// kindUnion returns the declaration of a struct that holds a value of one of
// several kinds, its constructors, accessors and methods.
func kindUnion(d *plan.Decl, u *plan.KindUnion) *jen.Statement {
	s := comment(docText(kindDoc(d, u), &d.Doc))
	s.Type().Id(d.GoName).StructFunc(func(g *jen.Group) {
		g.Id("kind").Id("jsonKind")
		for _, v := range u.Variants {
			g.Id(kindField(v)).Add(heldType(v.Value))
		}
		if !u.Closed {
			g.Id("raw").String().Comment("// JSON text")
		}
	}).Line().Line()
	for _, v := range u.Variants {
		s.Add(kindConstructor(d, v)).Line().Line()
	}
	for _, v := range u.Variants {
		s.Add(kindAccessor(d, v)).Line().Line()
	}
	if !u.Closed {
		s.Add(comment("Raw returns a value of a kind that the documentation does not list, or nil."))
		s.Add(valueMethod(d.GoName, "Raw").Params().Qual("encoding/json", "RawMessage").Block(
			jen.If(own("kind").Op("!=").Id("kindUnknown")).Block(jen.Return(jen.Nil())),
			jen.Return(jen.Qual("encoding/json", "RawMessage").Call(own("raw"))),
		)).Line().Line()
	}
	s.Add(kindRead(d, u)).Line().Line()
	s.Add(kindEncode(d, u)).Line().Line()
	s.Add(kindValidate(d, u)).Line().Line()
	return s.Add(publicMethods(d.GoName))
}

func kindDoc(d *plan.Decl, u *plan.KindUnion) string {
	var words []string
	for _, v := range u.Variants {
		words = append(words, strings.ToLower(v.Word))
	}
	text := fmt.Sprintf("%s is a value of one of these kinds: %s.", d.GoName, strings.Join(words, ", "))
	if !u.Closed {
		text += " Another kind is kept as it came: see Raw."
	}
	return text + " The zero value is none of them."
}

// heldType is the Go type of a variant's field: a pointer for a struct, which
// could contain the union.
func heldType(v *plan.Value) *jen.Statement {
	if v.InPlace() {
		return jen.Op("*").Add(goType(v))
	}
	return goType(v)
}

func kindConstructor(d *plan.Decl, v *plan.KindVariant) *jen.Statement {
	name := d.GoName + "Of" + v.Word
	s := comment(fmt.Sprintf("%s returns a %s that holds value.", name, d.GoName))
	return s.Func().Id(name).Params(jen.Id("value").Add(heldType(v.Value))).Id(d.GoName).Block(
		jen.Return(jen.Id(d.GoName).Values(jen.Dict{
			jen.Id("kind"):       jen.Id(kindNames[v.Kind]),
			jen.Id(kindField(v)): jen.Id("value"),
		})),
	)
}

func kindAccessor(d *plan.Decl, v *plan.KindVariant) *jen.Statement {
	name := "As" + v.Word
	s := comment(fmt.Sprintf("%s returns the value if it is of this kind, and whether it is.", name))
	return s.Add(valueMethod(d.GoName, name).Params().Params(heldType(v.Value), jen.Bool()).Block(
		jen.Return(own(kindField(v)), own("kind").Op("==").Id(kindNames[v.Kind])),
	))
}

func kindRead(d *plan.Decl, u *plan.KindUnion) *jen.Statement {
	var cases []jen.Code
	for _, v := range u.Variants {
		cases = append(cases, jen.Case(jen.Id(kindNames[v.Kind])).Block(kindReadCase(v)...))
	}
	if !u.Closed {
		cases = append(cases, jen.Case(jen.Id("kindNull")).Block(wrongKind(u)))
		cases = append(cases, jen.Default().Block(
			onDecoder("unknownVariant"),
			own("kind").Op("=").Id("kindUnknown"),
			jen.List(own("raw"), jen.Id(position)).Op("=").Add(onDecoder("rawText", jen.Id(position))),
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
	if !u.Closed {
		cases = append(cases, jen.Case(jen.Id("kindUnknown")).Block(onEncoder("raw", own("Raw").Call())))
	}
	cases = append(cases, jen.Default().Block(onEncoder("fail", jen.Lit("a "+d.GoName+" without a value"))))
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
