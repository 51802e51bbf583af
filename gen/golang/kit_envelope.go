package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// kitForms returns the objects around payloads, and in which forms they come.
func kitForms(p *plan.Package) *jen.Statement {
	forms := []jen.Code{jen.Id("webhooks")}
	s := comment("envelope is the object around a payload.")
	s.Var().Id("envelope").Op("=").Op("&").Id("node").Add(kitEnvelope(p.API.Envelope)).Line().Line()
	if p.Push != nil {
		forms = append(forms, jen.Id("pushes"))
		s.Add(comment("pushEnvelope is the same for pushes."))
		s.Var().Id("pushEnvelope").Op("=").Op("&").Id("node").Add(kitPushEnvelope(p.API.Push)).Line().Line()
	}
	s.Add(comment("forms are the forms in which deliveries come."))
	return s.Var().Id("forms").Op("=").Index().Op("*").Id("form").Values(forms...).Line()
}

func kitEnvelope(e *spec.Envelope) *jen.Statement {
	if e.Payload.Body {
		return jen.Values(kitKind("payload"))
	}
	var fields []jen.Code
	for _, f := range e.Fields {
		fields = append(fields, kitField(f, e.Proof != nil && e.Proof.Member == f.Name))
	}
	action := ""
	if e.ActionIsMember() {
		action = e.Action.Member
	}
	return kitObject(append(fields, kitPlaces(action, e.Payload)...), e.Closed)
}

func kitPushEnvelope(e *spec.PushEnvelope) *jen.Statement {
	var fields []jen.Code
	for _, f := range e.Fields {
		fields = append(fields, kitField(f, false))
	}
	return kitObject(append(fields, kitPlaces(e.Action.Member, e.Payload)...), e.Closed)
}

// kitPlaces returns the members that hold the action, if there is one for that
// alone, and the payload.
func kitPlaces(action string, payload spec.PayloadPlace) []jen.Code {
	own := func(name string, older []string, kind string) jen.Code {
		items := []jen.Code{jen.Id("name").Op(":").Lit(name)}
		if len(older) > 0 {
			items = append(items, jen.Id("older").Op(":").Add(kitStrings(older)))
		}
		return jen.Values(append(items, jen.Id("value").Op(":").Op("&").Id("node").Values(kitKind(kind)))...)
	}
	places := []jen.Code{own(payload.Member, payload.OlderNames, "payload")}
	if action != "" {
		places = append([]jen.Code{own(action, nil, "action")}, places...)
	}
	return places
}
