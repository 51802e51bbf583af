package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// delivery returns the declaration of Delivery: the envelope of webhooks, its
// tables and methods.
func delivery(p *plan.Package) *jen.Statement {
	e := p.Delivery
	s := comment(docText("Delivery is one webhook, an envelope and the payload of its action", &spec.Doc{}, e.Notes))
	s.Type().Id("Delivery").Struct(deliveryFields(p)...).Line().Line()
	s.Add(besideType(e)).Line().Line()
	if e.PayloadMember != "" {
		s.Add(envelopeInfo("deliveryInfo", e)).Line().Line()
		readAction := jen.List(own("Action"), jen.Id(position)).Op("=").Add(onDecoder("actionName", jen.Id(position)))
		s.Add(fieldMethod("Delivery", envelopeCases(e, own, readAction))).Line().Line()
	}
	s.Add(reading(p))
	s.Add(deliveryEncode(p)).Line().Line()
	s.Add(deliveryValidate(p)).Line().Line()
	s.Add(headerMethod(p))
	if headerTellsAction(p) {
		s.Add(bodyOnlyMethod(p)).Line()
	} else {
		s.Add(publicMethods("Delivery")).Line()
	}
	return s.Add(deliveryLog(p))
}

func deliveryFields(p *plan.Package) []jen.Code {
	e := p.Delivery
	fields := structFields(e.Fields)
	if id := plan.IDHeader(p.API.Envelope); id != "" {
		text := "DeliveryID is the header " + p.API.Envelope.DeliveryID.Header + ", \"\" if it is missing."
		if len(fields) > 0 {
			fields = append(fields, jen.Line())
		}
		fields = append(fields, comment(text).Id("DeliveryID").String().Tag(map[string]string{"json": "-"}))
	}
	if len(fields) > 0 {
		fields = append(fields, jen.Line())
	}
	fields = append(fields,
		jen.Id("Action").Id("Action").Tag(memberTag(e.ActionMember)),
		jen.Id("Payload").Id("Payload").Tag(memberTag(e.PayloadMember)).Comment("// of the type that belongs to Action"),
	)
	if e.Older != nil {
		fields = append(fields, olderField(e.Older, e.PayloadMember))
	}
	if p.Push != nil {
		fields = append(fields, jen.Line().Add(comment("Push is set by ParsePush: the members that only a push has. A delivery with it is written as a push, without the members before Action.")).
			Id("Push").Op("*").Id("Push").Tag(map[string]string{"json": "-"}))
	}
	return fields
}

// memberTag returns the tag of what stands in a member, or in none.
func memberTag(name string) map[string]string {
	if name == "" {
		name = "-"
	}
	return map[string]string{"json": name}
}

// envelopeInfo returns the table that the decoder uses for an envelope.
func envelopeInfo(name string, e *plan.Envelope) *jen.Statement {
	var required []int
	if e.ActionMember != "" {
		required = append(required, e.ActionNumber)
	}
	var older jen.Code
	if e.Older != nil {
		older = olderEntry(e.PayloadNumber, e.Older, true)
	} else {
		required = append(required, e.PayloadNumber)
	}
	return objectInfo(name, e.Names(), e.Fields, e.Closed, required, older)
}

// besideType returns the declaration of the room for the optional objects of an
// envelope.
func besideType(e *plan.Envelope) *jen.Statement {
	var fields []jen.Code
	for _, f := range e.Fields {
		if isBeside(f) {
			fields = append(fields, jen.Id(f.GoName).Add(goType(f.Value)))
		}
	}
	return comment("beside has room for the optional objects of a delivery.").Type().Id("beside").Struct(fields...)
}

// isBeside says whether a field is a pointer to an object.
func isBeside(f *plan.Field) bool {
	return f.Hold() == plan.Pointer && !f.Spec.Nullable && f.Value.InPlace()
}

// readBeside is readField, for the optional objects of an envelope into that room.
func readBeside(f *plan.Field) []jen.Code {
	if !isBeside(f) {
		return readField(f)
	}
	return []jen.Code{
		own(f.GoName).Op("=").Op("&").Add(onDecoder("room")).Dot(f.GoName),
		jen.Id(position).Op("=").Add(own(f.GoName)).Dot("read").Call(jen.Id(decoder), jen.Id(position)),
	}
}

// envelopeCases returns the cases of an envelope's members. at returns a field
// of its own; readAction reads the member that holds the action.
func envelopeCases(e *plan.Envelope, at func(string) *jen.Statement, readAction jen.Code) []jen.Code {
	readPayload := func() []jen.Code {
		return []jen.Code{jen.Id(position).Op("=").Add(onDecoder("payload", jen.Id(position), jen.Id("name"), jen.Op("&").Add(own("Payload"))))}
	}
	cases := fieldCases(e.Fields, readBeside)
	if e.ActionMember != "" {
		cases = append(cases, jen.Case(jen.Lit(e.ActionMember)).Block(readAction, returnNumber(e.ActionNumber)))
	}
	cases = append(cases, jen.Case(jen.Lit(e.PayloadMember)).Block(append(readPayload(), returnNumber(e.PayloadNumber))...))
	return append(cases, olderCases(e.Older, at, readPayload)...)
}

func deliveryEncode(p *plan.Package) *jen.Statement {
	e := p.Delivery
	body := append(unlessPush(p, "encode", encoder), unlessHandshake(p, jen.Id("h").Dot("encode").Call(jen.Id(encoder)))...)
	if e.PayloadMember == "" {
		body = append(body, onEncoder("payload", own("Payload")))
	} else {
		members := writeFields(e.Fields)
		if e.ActionMember != "" {
			members = append(members, onEncoder("key", keyLiteral(e.ActionMember)), onEncoder("str", jen.String().Call(own("Action"))))
		}
		body = append(body, bracketed(encoder, append(members, writePayload(e, own)...))...)
	}
	return method("Delivery", "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(body...)
}

// unlessHandshake returns the statement that has a method do this alone if the
// payload is a handshake; nothing where there are none.
func unlessHandshake(p *plan.Package, do jen.Code) []jen.Code {
	if p.API.Envelope.Handshake == nil {
		return nil
	}
	return []jen.Code{jen.If(
		jen.List(jen.Id("h"), jen.Id("ok")).Op(":=").Add(own("Payload")).Assert(jen.Op("*").Id("Handshake")),
		jen.Id("ok").Op("&&").Id("h").Op("!=").Nil(),
	).Block(do, jen.Return())}
}

// unlessPush returns the statement that leaves the work of a method to
// pushDelivery if the delivery is a push; nothing where there are none.
func unlessPush(p *plan.Package, name, walk string) []jen.Code {
	if p.Push == nil {
		return nil
	}
	as := jen.Parens(jen.Op("*").Id("pushDelivery")).Call(jen.Id(receiver))
	return []jen.Code{jen.If(own("Push").Op("!=").Nil()).Block(as.Dot(name).Call(jen.Id(walk)), jen.Return())}
}

func writePayload(e *plan.Envelope, at func(string) *jen.Statement) []jen.Code {
	key := onEncoder("key", keyLiteral(e.PayloadMember))
	if e.Older != nil {
		key = onEncoder("keyOr", at(e.Older.GoName), keyLiteral(e.PayloadMember))
	}
	return []jen.Code{key, onEncoder("payload", own("Payload"))}
}

func deliveryValidate(p *plan.Package) *jen.Statement {
	e := p.Delivery
	body := append(unlessPush(p, "validate", validation), unlessHandshake(p, onValidation("payloadOf", own("Action"), jen.Id("h")))...)
	if e.PayloadMember == "" {
		body = append(body, onValidation("payloadOf", own("Action"), own("Payload")))
	} else {
		members := checkFields(e.Fields)
		if e.ActionMember != "" {
			members = append(members, jen.Id("member").Call(jen.Id(validation), jen.Lit(e.ActionMember), own("Action"), jen.Id("checkText").Index(jen.Id("Action"))))
		}
		body = append(body, bracketed(validation, append(members, checkPayload(e, own)...))...)
	}
	if id := plan.IDHeader(p.API.Envelope); id != "" {
		body = append(body, onValidation("header", jen.Lit(id), own("DeliveryID")))
	}
	if p.Route != nil {
		header := jen.Nil()
		if p.Route.Header != "" {
			header = own("Header").Call()
		}
		body = append(body, onValidation("routed", jen.Id(receiver), header))
	}
	return validateMethod("Delivery", body)
}

func checkPayload(e *plan.Envelope, at func(string) *jen.Statement) []jen.Code {
	var out []jen.Code
	if e.Older != nil {
		out = append(out, checkOlder(e.PayloadMember, e.Older, at(e.Older.GoName), jen.True()))
	}
	return append(out, onValidation("payload", jen.Lit(e.PayloadMember), own("Action"), own("Payload")))
}
