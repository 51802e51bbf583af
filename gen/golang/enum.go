package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// enum returns the declaration of a string type, its constants and methods.
func enum(d *plan.Decl, e *plan.Enum) *jen.Statement {
	what, more := d.GoName+" is a string", "The provider can add to the values: ask Known."
	if e.Closed {
		what, more = d.GoName+" is one of a closed set of strings", ""
	}
	s := comment(docText(what, &d.Doc, more))
	s.Type().Id(d.GoName).String().Line().Line()
	s.Add(comment(fmt.Sprintf("The values of %s.", d.GoName)))
	s.Const().DefsFunc(func(g *jen.Group) {
		for _, v := range e.Values {
			g.Add(enumConstant(d, v))
		}
	}).Line().Line()
	s.Var().Id(valuesName(d)).Op("=").Index().Id(d.GoName).ValuesFunc(func(g *jen.Group) {
		for _, v := range e.Values {
			g.Id(v.GoName)
		}
	}).Line().Line()
	s.Add(comment("Known says whether the value is one of the documented ones."))
	s.Add(valueMethod(d.GoName, "Known").Params().Bool().Block(
		jen.Return(jen.Id("among").Call(jen.Id(receiver), jen.Id(valuesName(d)))),
	)).Line().Line()
	s.Add(enumFunctions(d, e)).Line()
	return s.Add(functionMethods(d, jen.Id("writeText").Index(jen.Id(d.GoName))))
}

func enumConstant(d *plan.Decl, v *plan.EnumValue) *jen.Statement {
	s := jen.Null()
	if text := noteText(&v.Doc); text != "" {
		s.Add(comment(text))
	}
	return s.Id(v.GoName).Id(d.GoName).Op("=").Lit(v.Value)
}

// enumFunctions returns the functions that read and check a value.
func enumFunctions(d *plan.Decl, e *plan.Enum) *jen.Statement {
	typ := jen.Id(d.GoName)
	read := jen.Return(jen.Id("openEnum").Call(jen.Id(decoder), jen.Id(position), jen.Id(valuesName(d))))
	check := jen.Id("checkText").Call(jen.Id(validation), jen.Id(receiver))
	if e.Closed {
		read = jen.Return(jen.Id("oneOf").Call(jen.Id(decoder), jen.Id(position), jen.Id(valuesName(d))))
		check = jen.Id("checkOneOf").Call(jen.Id(validation), jen.Id(receiver), jen.Id(valuesName(d)))
	}
	s := jen.Func().Id(decodeName(d)).Params(decoderParams()...).Params(typ, jen.Int()).Block(read).Line().Line()
	return s.Add(validateFunction(d, check)).Line()
}

// validateFunction returns the function that checks a value of d.
func validateFunction(d *plan.Decl, body ...jen.Code) *jen.Statement {
	return jen.Func().Id(validateName(d)).Params(
		jen.Id(validation).Op("*").Id("validation"), jen.Id(receiver).Id(d.GoName),
	).Block(body...)
}
