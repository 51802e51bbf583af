package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// reading returns the methods that fill a delivery: from the envelope or body
// at a position, and from that and a header.
func reading(p *plan.Package) *jen.Statement {
	s := readBody(p)
	if !headerTellsAction(p) {
		s.Add(comment("read fills v from the body at p."))
		s.Add(method("Delivery", "read").Params(decoderParams()...).Int().Block(readAction(p, jen.Nil())...)).Line().Line()
	}
	if p.API.Envelope.NeedsHeader() {
		s.Add(readRequest(p)).Line().Line()
	}
	return s.Add(loading(p))
}

// headerTellsAction says whether a delivery cannot be read without a header.
func headerTellsAction(p *plan.Package) bool { return p.Route != nil && p.Route.Header != "" }

// readBody returns the method that reads an envelope, or the payload where
// there is none.
func readBody(p *plan.Package) *jen.Statement {
	read := comment("readBody fills v from the envelope at p.")
	body := []jen.Code{
		jen.Id(position).Op("=").Add(onDecoder("object", jen.Id(position), jen.Id(receiver), jen.Op("&").Id("deliveryInfo"))),
		jen.Return(onDecoder("latePayload", jen.Id(position), jen.Op("&").Add(own("Payload")))),
	}
	if p.Delivery.PayloadMember == "" {
		read = comment("readBody fills v from the body at p, which is the payload.")
		body = []jen.Code{
			jen.List(own("Payload"), jen.Id(position)).Op("=").Add(onDecoder("payloadOf", jen.Id(position))),
			jen.Return(jen.Id(position)),
		}
	}
	return read.Add(method("Delivery", "readBody").Params(decoderParams()...).Int().Block(body...)).Line().Line()
}

// readAction returns the statements that find the action and read the body.
func readAction(p *plan.Package, header jen.Code) []jen.Code {
	var out []jen.Code
	if p.API.Envelope.Handshake != nil {
		out = append(out, jen.If(onDecoder("isHandshake", jen.Id(position))).Block(
			jen.Return(onDecoder("handshake", jen.Id(position), jen.Id(receiver)))))
	}
	if p.Route != nil {
		return append(out, jen.Return(onDecoder("routed", jen.Id(position), jen.Id(receiver), header)))
	}
	return append(out,
		jen.Id(decoder).Dot("await").Op("=").Id("awaited").Values(),
		jen.Return(own("readBody").Call(jen.Id(decoder), jen.Id(position))),
	)
}

// readRequest returns the method that fills a delivery from a header and a body.
func readRequest(p *plan.Package) *jen.Statement {
	var body []jen.Code
	if id := plan.IDHeader(p.API.Envelope); id != "" {
		body = append(body,
			jen.Var().Id("ok").Bool(),
			jen.If(
				jen.List(own("DeliveryID"), jen.Id("ok")).Op("=").Add(onDecoder("textHeader", jen.Id("header"), jen.Lit(id))),
				jen.Op("!").Id("ok").Op("&&").Op("!").Id(decoder).Dot("collecting"),
			).Block(jen.Return(jen.Lit(-1))),
		)
	}
	if headerTellsAction(p) {
		body = append(body, readAction(p, jen.Id("header"))...)
	} else {
		body = append(body, jen.Return(own("read").Call(jen.Id(decoder), jen.Id(position))))
	}
	params := append(decoderParams(), jen.Id("header").Qual("net/http", "Header"))
	return comment("readRequest fills v from a header and the body at p.").
		Add(method("Delivery", "readRequest").Params(params...).Int().Block(body...))
}

// loading returns the functions that say which bodies are read, and how.
func loading(p *plan.Package) *jen.Statement {
	load := onDecoder("load", jen.Id("body"), jen.Id("limits"))
	accepts := jen.Id("isJSON").Call(jen.Id("contentType"))
	header := jen.Id("_")
	what := "acceptsType says whether a content type is that of a delivery."
	if form := p.API.Envelope.Form; form != nil {
		header = jen.Id("header")
		load = onDecoder("loadForm", jen.Id("header"), jen.Id("body"), jen.Id("limits"))
		if form.Required {
			accepts = jen.Id("isForm").Call(jen.Id("contentType"))
		} else {
			accepts.Op("||").Id("isForm").Call(jen.Id("contentType"))
		}
	}
	s := comment("loadBody loads the JSON text of a body.")
	s.Func().Params(jen.Id(decoder).Op("*").Id("decoder")).Id("loadBody").Params(
		header.Qual("net/http", "Header"), jen.Id("body").Index().Byte(), jen.Id("limits").Id("Limits"),
	).Bool().Block(jen.Return(load)).Line().Line()
	s.Add(comment(what))
	return s.Func().Id("acceptsType").Params(jen.Id("contentType").String()).Bool().Block(jen.Return(accepts)).Line().Line()
}

// headerMethod returns the method that says what stands in the header of a
// delivery; nothing where that is nothing.
func headerMethod(p *plan.Package) *jen.Statement {
	if !p.API.Envelope.NeedsHeader() {
		return jen.Null()
	}
	body := []jen.Code{jen.Id("header").Op(":=").Qual("net/http", "Header").Values()}
	set := func(name string, value jen.Code) jen.Code {
		return jen.Id("header").Index(jen.Lit(name)).Op("=").Index().String().Values(value)
	}
	if headerTellsAction(p) {
		value := jen.String().Call(own("Action"))
		if p.Route.Path == nil {
			body = append(body, jen.If(own("Action").Op("!=").Lit("")).Block(set(p.Route.Header, value)))
		} else {
			body = append(body, jen.If(
				jen.List(jen.Id("event"), jen.Id("_"), jen.Id("_")).Op(":=").Qual("strings", "Cut").Call(value, jen.Lit(".")),
				jen.Id("event").Op("!=").Lit(""),
			).Block(set(p.Route.Header, jen.Id("event"))))
		}
	}
	if id := plan.IDHeader(p.API.Envelope); id != "" {
		body = append(body, jen.If(own("DeliveryID").Op("!=").Lit("")).Block(set(id, own("DeliveryID"))))
	}
	return comment("Header returns what the header of a request says of the delivery, under canonical names: what Parse reads beside the body. It holds no proof.").
		Add(method("Delivery", "Header").Params().Qual("net/http", "Header").Block(append(body, jen.Return(jen.Id("header")))...)).Line().Line()
}

// bodyOnlyMethod returns the UnmarshalJSON of deliveries that a body does not
// tell alone.
func bodyOnlyMethod(p *plan.Package) *jen.Statement {
	text := "the action of a delivery stands in the header " + p.API.Envelope.Action.Header + ": use Parse"
	return comment("UnmarshalJSON fails: " + text + ".").
		Add(method("Delivery", "UnmarshalJSON").Params(jen.Index().Byte()).Error().Block(
			jen.Return(jen.Qual("errors", "New").Call(jen.Lit(p.Name + ": " + text))),
		)).Line().Line().Add(writingMethods("Delivery"))
}

// routeTable returns the table that the runtime finds actions by, and that of
// the events which have several.
func routeTable(p *plan.Package) *jen.Statement {
	r := p.Route
	if r == nil {
		return jen.Null()
	}
	items := jen.Dict{jen.Id("payload"): jen.Lit(r.Payload)}
	if r.Header != "" {
		items[jen.Id("header")] = jen.Lit(r.Header)
	}
	if r.Path != nil {
		items[jen.Id("path")] = jen.Index().String().Values(literals(r.Path)...)
	}
	if r.Closed {
		items[jen.Id("closed")] = jen.True()
	}
	s := jen.Line().Add(comment("route says what tells the action of a delivery."))
	s.Var().Id("route").Op("=").Id("routing").Values(items).Line().Line()
	s.Add(comment("eventActions has, by the value of the header, the actions that a member of the body tells apart."))
	return s.Var().Id("eventActions").Op("=").Map(jen.String()).Map(jen.String()).Id("Action").ValuesFunc(func(g *jen.Group) {
		for _, e := range r.Events {
			g.Line().Lit(e.Name).Op(":").ValuesFunc(func(g *jen.Group) {
				for i, a := range e.Actions {
					g.Line().Lit(e.Members[i]).Op(":").Id(a.Const)
				}
				g.Line()
			})
		}
		if len(r.Events) > 0 {
			g.Line()
		}
	}).Line()
}
