package golang

import (
	"time"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// contract returns what a receiver needs to know of the provider: how to
// answer, and where in a delivery its proof and its identifier stand.
func contract(p *plan.Package) *jen.Statement {
	s := comment("contract is what the provider says about delivering.")
	s.Var().Id("contract").Op("=").Id("contractInfo").Values(contractItems(p)).Line().Line()
	s.Add(comment("redactProof takes the secret out of the delivery."))
	s.Add(method("Delivery", "redactProof").Params().BlockFunc(func(g *jen.Group) {
		if f := envelopeField(p, proofMember(p)); f != nil {
			g.If(own(f.GoName).Op("!=").Lit("")).Block(own(f.GoName).Op("=").Id("redacted"))
		}
	})).Line().Line()
	s.Add(comment("deliveryID returns what identifies the delivery, or \"\"."))
	return s.Add(method("Delivery", "deliveryID").Params().String().BlockFunc(func(g *jen.Group) {
		if f := envelopeField(p, deliveryIDMember(p)); f != nil {
			g.Return(jen.String().Call(own(f.GoName)))
		} else if plan.IDHeader(p.API.Envelope) != "" {
			g.Return(own("DeliveryID"))
		} else {
			g.Return(jen.Lit(""))
		}
	})).Line().Add(handshake(p))
}

// handshake returns the table that handshakes are told by; nothing where there
// are none.
func handshake(p *plan.Package) *jen.Statement {
	h := p.API.Envelope.Handshake
	if h == nil {
		return jen.Null()
	}
	s := jen.Line().Add(comment("handshake says what tells a handshake."))
	return s.Var().Id("handshake").Op("=").Id("handshakeInfo").Values(jen.Dict{
		jen.Id("member"): jen.Lit(h.Member), jen.Id("value"): jen.Lit(h.Value), jen.Id("echo"): jen.Lit(h.Echo),
	}).Line()
}

func contractItems(p *plan.Package) jen.Dict {
	items := jen.Dict{jen.Id("provider"): jen.Lit(p.API.Provider.Name)}
	if member := proofMember(p); member != "" {
		items[jen.Id("proofMember")] = jen.Lit(member)
	}
	if f := p.API.Envelope.Form; f != nil {
		items[jen.Id("formMember")] = jen.Lit(f.Member)
		if f.Required {
			items[jen.Id("formAlways")] = jen.True()
		}
	}
	if p.API.Envelope.DeliveryID != nil {
		items[jen.Id("identified")] = jen.True()
	}
	c := p.API.Contract
	if c == nil {
		items[jen.Id("retries")] = jen.Lit(-1)
		return items
	}
	items[jen.Id("retries")] = jen.Lit(c.Retries)
	if len(c.Success) > 0 {
		items[jen.Id("success")] = jen.Index().Int().ValuesFunc(func(g *jen.Group) {
			for _, status := range c.Success {
				g.Lit(status)
			}
		})
	}
	for name, d := range map[string]time.Duration{"timeout": c.Timeout, "within": c.Within} {
		if d > 0 {
			items[jen.Id(name)] = duration(d)
		}
	}
	return items
}

// duration returns d in the largest unit that divides it.
func duration(d time.Duration) jen.Code {
	if d%time.Second == 0 {
		return jen.Lit(int(d/time.Second)).Op("*").Qual("time", "Second")
	}
	return jen.Lit(int(d/time.Millisecond)).Op("*").Qual("time", "Millisecond")
}

func proofMember(p *plan.Package) string {
	if proof := p.API.Envelope.Proof; proof != nil {
		return proof.Member
	}
	return ""
}

func deliveryIDMember(p *plan.Package) string {
	if id := p.API.Envelope.DeliveryID; id != nil {
		return id.Member
	}
	return ""
}

// envelopeField returns the field of Delivery for a member, or nil.
func envelopeField(p *plan.Package, member string) *plan.Field {
	for _, f := range p.Delivery.Fields {
		if f.Spec.Name == member {
			return f
		}
	}
	return nil
}
