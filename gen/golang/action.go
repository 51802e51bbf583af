package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// actions returns the constants of the actions and the tables that the
// runtime looks them up in.
func actions(p *plan.Package) *jen.Statement {
	s := comment("The actions that have a payload type of their own.")
	s.Const().DefsFunc(func(g *jen.Group) {
		for _, a := range p.Actions {
			g.Id(a.Const).Id("Action").Op("=").Lit(a.Spec.Name)
		}
	}).Line().Line()
	s.Add(comment("actionTable says what is known of each action, in the order of the documentation."))
	s.Var().Id("actionTable").Op("=").Index().Id("actionInfo").ValuesFunc(func(g *jen.Group) {
		for _, a := range p.Actions {
			g.Line().Add(actionInfo(a))
		}
		g.Line()
	}).Line().Line()
	s.Add(actionNumber(p)).Line().Line()
	s.Add(emptyPayload(p)).Line()
	if p.Push != nil {
		s.Line().Add(pushActions(p))
	}
	return s.Add(routeTable(p))
}

func actionInfo(a *plan.Action) jen.Code {
	items := jen.Dict{jen.Id("action"): jen.Id(a.Const)}
	if a.Spec.Group != nil {
		items[jen.Id("group")] = jen.Lit(a.Spec.Group.Name)
	}
	if a.Spec.Notes != "" {
		items[jen.Id("notes")] = jen.Lit(a.Spec.Notes)
	}
	if len(a.Spec.Push) > 0 {
		items[jen.Id("push")] = jen.Index().Id("PushEquivalent").ValuesFunc(func(g *jen.Group) {
			for _, e := range a.Spec.Push {
				g.Values(jen.Dict{jen.Id("API"): jen.Lit(e.API.ID), jen.Id("Name"): jen.Lit(e.Name)})
			}
		})
	}
	return jen.Values(items)
}

// manyActions is how many actions a map finds: a switch finds one in half the
// time, but one of a thousand cases costs who compiles it 100 MB.
const manyActions = 200

// actionNumber returns the function that finds an action in the table.
func actionNumber(p *plan.Package) *jen.Statement {
	s := comment("actionNumber returns the number of a known action in actionTable, or -1.").
		Func().Id("actionNumber").Params(jen.Id("a").Id("Action")).Int()
	if len(p.Actions) >= manyActions {
		return s.Block(
			jen.If(jen.List(jen.Id("number"), jen.Id("known")).Op(":=").Id("actionNumbers").Index(jen.Id("a")), jen.Id("known")).Block(
				jen.Return(jen.Id("number")),
			),
			jen.Return(jen.Lit(-1)),
		).Line().Line().Add(comment("actionNumbers are the numbers of the actions in actionTable.")).
			Var().Id("actionNumbers").Op("=").Func().Params().Map(jen.Id("Action")).Int().Block(
			jen.Id("out").Op(":=").Map(jen.Id("Action")).Int().Values(),
			jen.For(jen.Id("number").Op(":=").Range().Id("actionTable")).Block(
				jen.Id("out").Index(jen.Id("actionTable").Index(jen.Id("number")).Dot("action")).Op("=").Id("number"),
			),
			jen.Return(jen.Id("out")),
		).Call()
	}
	return s.Block(
		jen.Switch(jen.Id("a")).BlockFunc(func(g *jen.Group) {
			for i, a := range p.Actions {
				g.Case(jen.Id(a.Const)).Block(jen.Return(jen.Lit(i)))
			}
		}),
		jen.Return(jen.Lit(-1)),
	)
}

// emptyPayload returns the function that makes a payload for an action. It is
// one switch: a function for each action would cost who compiles it a tenth more.
func emptyPayload(p *plan.Package) *jen.Statement {
	return comment("emptyPayload returns an empty payload for the action of a number in actionTable.").
		Func().Id("emptyPayload").Params(jen.Id("number").Int()).Id("Payload").Block(
		jen.Switch(jen.Id("number")).BlockFunc(func(g *jen.Group) {
			for i, a := range p.Actions {
				g.Case(jen.Lit(i)).Block(jen.Return(jen.New(jen.Id(a.Decl.GoName))))
			}
		}),
		jen.Return(jen.Nil()),
	)
}

// pushActions returns the table of the pushes' names.
func pushActions(p *plan.Package) *jen.Statement {
	s := comment("pushActions says which action a push is equivalent to.")
	seen := map[string]bool{}
	return s.Var().Id("pushActions").Op("=").Map(jen.String()).Id("Action").ValuesFunc(func(g *jen.Group) {
		for _, a := range p.Actions {
			for _, e := range a.Spec.Push {
				if !seen[e.Name] {
					seen[e.Name] = true
					g.Line().Lit(e.Name).Op(":").Id(a.Const)
				}
			}
		}
		g.Line()
	}).Line()
}
