package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// payload returns the declaration of an action's payload.
func payload(a *plan.Action) *jen.Statement {
	d := a.Decl
	what := fmt.Sprintf("%s is the payload of %s", d.GoName, a.Const)
	var s *jen.Statement
	switch body := d.Body.(type) {
	case *plan.Object:
		s = object(d, body, what)
	case *plan.Shared:
		s = shared(d, body, what)
	}
	return s.Line().Func().Params(jen.Op("*").Id(d.GoName)).Id("payloadAction").Params().Id("Action").Block(jen.Return(jen.Id(a.Const)))
}

// shared returns the declaration of a type that has the form of another, with
// methods that leave the work to it.
func shared(d *plan.Decl, body *plan.Shared, what string) *jen.Statement {
	of := body.Of
	s := comment(docText(what, &d.Doc, "It has the form of ["+of.GoName+"]."))
	s.Type().Id(d.GoName).Id(of.GoName).Line().Line()
	as := jen.Parens(jen.Op("*").Id(of.GoName)).Call(jen.Id(receiver))
	s.Add(method(d.GoName, "read").Params(decoderParams()...).Int().Block(
		jen.Return(jen.Add(as).Dot("read").Call(jen.Id(decoder), jen.Id(position))),
	)).Line().Line()
	s.Add(method(d.GoName, "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(
		jen.Add(as).Dot("encode").Call(jen.Id(encoder)),
	)).Line().Line()
	s.Add(method(d.GoName, "validate").Params(jen.Id(validation).Op("*").Id("validation")).Block(
		jen.Add(as).Dot("validate").Call(jen.Id(validation)),
	)).Line().Line()
	s.Add(publicMethods(d.GoName)).Line()
	log := logSignature(d.GoName).Block(jen.Return(jen.Id(of.GoName).Call(jen.Id(receiver)).Dot("LogValue").Call()))
	return s.Add(comment("LogValue returns what may stand in a log.")).Add(log).Line()
}
