package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// kitSender returns how deliveries are proved and sent: what a kit knows of the
// provider beside the table of types.
func kitSender(p *plan.Package, path string) *jen.Statement {
	s := comment(kitSecretDoc(p.API.Envelope.Proof))
	s.Const().Id("Secret").Op("=").Lit(kitSecretFor(p.API.Envelope.Proof)).Line().Line()
	forms := []jen.Code{jen.Id("webhooks")}
	if p.Push != nil {
		forms = append(forms, jen.Id("pushes"))
	}
	s.Add(comment("forms are the forms in which deliveries come."))
	s.Var().Id("forms").Op("=").Index().Op("*").Id("form").Values(forms...).Line().Line()
	return s.Add(kitTold(p, path)).Add(kitSigner(p.API.Envelope.Proof))
}
