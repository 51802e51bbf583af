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
	s.Add(envelopeInfo("deliveryInfo", e)).Line().Line()
	s.Add(fieldMethod("Delivery", envelopeCases(e, own, jen.List(own("Action"), jen.Id(position)).Op("=").Add(onDecoder("actionName", jen.Id(position)))))).Line().Line()
	s.Add(deliveryEncode(p)).Line().Line()
	s.Add(deliveryValidate(p)).Line().Line()
	s.Add(publicMethods("Delivery")).Line()
	return s.Add(deliveryLog(e))
}

func deliveryFields(p *plan.Package) []jen.Code {
	e := p.Delivery
	fields := structFields(e.Fields)
	fields = append(fields,
		jen.Line().Id("Action").Id("Action").Tag(map[string]string{"json": e.ActionMember}),
		jen.Id("Payload").Id("Payload").Tag(map[string]string{"json": e.PayloadMember}).Comment("// of the type that belongs to Action"),
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

// envelopeInfo returns the table that the decoder uses for an envelope.
func envelopeInfo(name string, e *plan.Envelope) *jen.Statement {
	required := []int{e.ActionNumber}
	var older jen.Code
	if e.Older != nil {
		older = olderEntry(e.PayloadNumber, e.Older, true)
	} else {
		required = append(required, e.PayloadNumber)
	}
	return objectInfo(name, e.Names(), e.Fields, e.Closed, required, older)
}

// envelopeCases returns the cases of an envelope's members. at returns a field
// of its own; readAction reads the member that holds the action.
func envelopeCases(e *plan.Envelope, at func(string) *jen.Statement, readAction jen.Code) []jen.Code {
	readPayload := func() []jen.Code {
		return []jen.Code{jen.Id(position).Op("=").Add(onDecoder("payload", jen.Id(position), jen.Id("name"), jen.Op("&").Add(own("Payload"))))}
	}
	cases := fieldCases(e.Fields)
	cases = append(cases,
		jen.Case(jen.Lit(e.ActionMember)).Block(readAction, returnNumber(e.ActionNumber)),
		jen.Case(jen.Lit(e.PayloadMember)).Block(append(readPayload(), returnNumber(e.PayloadNumber))...),
	)
	return append(cases, olderCases(e.Older, at, readPayload)...)
}

func deliveryEncode(p *plan.Package) *jen.Statement {
	e := p.Delivery
	members := writeFields(e.Fields)
	members = append(members, onEncoder("key", keyLiteral(e.ActionMember)), onEncoder("str", jen.String().Call(own("Action"))))
	members = append(members, writePayload(e, own)...)
	body := append(unlessPush(p, "encode", encoder), bracketed(encoder, members)...)
	return method("Delivery", "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(body...)
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
	members := checkFields(e.Fields)
	members = append(members, jen.Id("member").Call(jen.Id(validation), jen.Lit(e.ActionMember), own("Action"), jen.Id("checkText").Index(jen.Id("Action"))))
	members = append(members, checkPayload(e, own)...)
	return validateMethod("Delivery", append(unlessPush(p, "validate", validation), bracketed(validation, members)...))
}

func checkPayload(e *plan.Envelope, at func(string) *jen.Statement) []jen.Code {
	var out []jen.Code
	if e.Older != nil {
		out = append(out, checkOlder(e.PayloadMember, e.Older, at(e.Older.GoName), jen.True()))
	}
	return append(out, onValidation("payload", jen.Lit(e.PayloadMember), own("Action"), own("Payload")))
}
