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
	s.Add(comment("actionOrder lists the actions in the order of the documentation."))
	s.Var().Id("actionOrder").Op("=").Index().Id("Action").ValuesFunc(func(g *jen.Group) {
		for _, a := range p.Actions {
			g.Line().Id(a.Const)
		}
		g.Line()
	}).Line().Line()
	s.Add(comment("actionTable says what is known of each action."))
	s.Var().Id("actionTable").Op("=").Map(jen.Id("Action")).Op("*").Id("actionInfo").ValuesFunc(func(g *jen.Group) {
		for _, a := range p.Actions {
			g.Line().Id(a.Const).Op(":").Add(actionInfo(a))
		}
		g.Line()
	}).Line()
	if p.Push != nil {
		s.Line().Add(pushActions(p))
	}
	return s.Add(routeTable(p))
}

func actionInfo(a *plan.Action) jen.Code {
	items := jen.Dict{jen.Id("new"): jen.Func().Params().Id("Payload").Block(jen.Return(jen.New(jen.Id(a.Decl.GoName))))}
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
