package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// kitTold returns what is beside the envelope: the table of what tells an
// action, and how a delivery is sent.
func kitTold(p *plan.Package, path string) *jen.Statement {
	s := kitTelling(p)
	if p.API.Envelope.NeedsHeader() {
		s.Line().Add(kitIdentify(p, path)).Line()
	}
	every := ""
	if f := p.API.Envelope.Form; f != nil && f.Required {
		every = f.Member
	}
	s.Line().Add(comment("everyForm is the member of the form that every delivery is sent in, or \"\".")).
		Const().Id("everyForm").Op("=").Lit(every).Line()
	if f := p.API.Envelope.Form; f != nil {
		s.Line().Add(comment("formMember is the member of a form that holds the JSON.")).
			Const().Id("formMember").Op("=").Lit(f.Member).Line()
	}
	return s
}

// kitTelling returns the table of what tells an action below the envelope.
func kitTelling(p *plan.Package) *jen.Statement {
	s := comment("told says what tells the action of a delivery, beside a member of the envelope for that alone.")
	var items []jen.Code
	if r := p.Route; r != nil && r.Path != nil {
		items = append(items, jen.Id("path").Op(":").Add(kitStrings(r.Path)))
		if r.Header != "" {
			items = append(items, jen.Id("header").Op(":").True())
		}
		if r.Payload < 0 {
			items = append(items, jen.Id("envelope").Op(":").True())
		}
	}
	return s.Var().Id("told").Op("=").Id("telling").Values(items...).Line()
}

// kitIdentify returns the function that gives a delivery an identifier, where
// that stands in a header.
func kitIdentify(p *plan.Package, path string) *jen.Statement {
	s := comment("identify gives a delivery the identifier that its header has.")
	d := jen.Id("d").Op("*").Qual(path, "Delivery")
	if plan.IDHeader(p.API.Envelope) == "" {
		return s.Func().Id("identify").Params(jen.Op("*").Qual(path, "Delivery")).Block()
	}
	return s.Func().Id("identify").Params(d).Block(jen.Id("d").Dot("DeliveryID").Op("=").Lit("a delivery for tests"))
}

func kitStrings(words []string) *jen.Statement {
	return jen.Index().String().Values(literals(words)...)
}
