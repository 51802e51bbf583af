package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// handlers returns the declaration of Handlers and Dispatch.
func handlers(p *plan.Package) *jen.Statement {
	s := comment("Handlers holds one function per action. A nil function ignores its action.")
	s.Type().Id("Handlers").StructFunc(func(g *jen.Group) {
		for _, a := range p.Actions {
			g.Id(a.Decl.GoName).Add(handlerType(a.Decl.GoName))
		}
		g.Line().Add(comment("Unknown takes the actions that this package does not know.")).
			Id("Unknown").Add(handlerType("UnknownPayload"))
	}).Line().Line()
	s.Var().Id("errNoPayload").Op("=").Qual("errors", "New").Call(
		jen.Lit(fmt.Sprintf("%s: a delivery without a payload", p.Name))).Line().Line()
	s.Add(comment("Dispatch calls the function for the payload of d and returns its error. " +
		"It fails for a delivery without a payload, such as one that Parse returned together with an error."))
	return s.Add(method("Handlers", "Dispatch").Params(jen.Id("ctx").Qual("context", "Context"), jen.Id("d").Op("*").Id("Delivery")).Error().BlockFunc(func(g *jen.Group) {
		g.If(jen.Id("d").Op("==").Nil()).Block(jen.Return(jen.Id("errNoPayload")))
		g.Switch(jen.Id("payload").Op(":=").Id("d").Dot("Payload").Assert(jen.Type())).BlockFunc(func(g *jen.Group) {
			for _, a := range p.Actions {
				dispatchCase(g, a.Decl.GoName, a.Decl.GoName)
			}
			dispatchCase(g, "Unknown", "UnknownPayload")
		})
		g.If(jen.Id("isNil").Call(jen.Id("d").Dot("Payload"))).Block(jen.Return(jen.Id("errNoPayload")))
		g.Return(jen.Nil())
	})).Line()
}

// handlerType returns `func(context.Context, *Delivery, *payload) error`.
func handlerType(payload string) *jen.Statement {
	return jen.Func().Params(
		jen.Qual("context", "Context"), jen.Op("*").Id("Delivery"), jen.Op("*").Id(payload),
	).Error()
}

func dispatchCase(g *jen.Group, handler, payload string) {
	f := jen.Id(receiver).Dot(handler)
	g.Case(jen.Op("*").Id(payload)).Block(
		jen.If(jen.Add(f).Op("!=").Nil().Op("&&").Id("payload").Op("!=").Nil()).Block(
			jen.Return(jen.Add(f).Call(jen.Id("ctx"), jen.Id("d"), jen.Id("payload"))),
		),
	)
}
