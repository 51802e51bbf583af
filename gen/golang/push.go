package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// push returns the declaration of Push and how a delivery is read and written
// as a push.
func push(e *plan.Envelope) *jen.Statement {
	s := comment(docText("Push holds the members of a push beside its payload, as a part of its Delivery", &spec.Doc{}, e.Notes))
	fields := structFields(e.Fields,
		jen.Id("Name").String().Tag(map[string]string{"json": e.ActionMember}).Comment("// of the push, mostly that of the action"))
	if e.Older != nil {
		fields = append(fields, olderField(e.Older, e.PayloadMember))
	}
	s.Type().Id("Push").Struct(fields...).Line().Line()
	s.Add(envelopeInfo("pushInfo", e)).Line().Line()
	s.Add(comment("field reads a member that only pushes have."))
	s.Add(fieldMethod("Push", fieldCases(e.Fields, readField))).Line().Line()
	s.Add(comment("encode writes the members that only pushes have."))
	s.Add(method("Push", "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(writeFields(e.Fields)...)).Line().Line()
	s.Add(validateMethod("Push", checkFields(e.Fields))).Line().Line()
	s.Add(pushField(e)).Line().Line()
	s.Add(pushEncode(e)).Line().Line()
	return s.Add(pushValidate(e))
}

// pushField returns the method that reads a member of a push.
func pushField(e *plan.Envelope) *jen.Statement {
	own := *e
	own.Fields = nil
	readName := jen.List(onPush("Name"), jen.Id(position)).Op("=").Add(onDecoder("pushName", jen.Id(position)))
	params := []jen.Code{jen.Id(decoder).Op("*").Id("decoder"), jen.Id("name").String(), jen.Id(position).Int()}
	return method("pushDelivery", "field").Params(params...).Params(jen.Int(), jen.Int()).Block(
		jen.Switch(jen.Id("name")).Block(envelopeCases(&own, onPush, readName)...),
		jen.Return(onPush("field").Call(jen.Id(decoder), jen.Id("name"), jen.Id(position))),
	)
}

func pushEncode(e *plan.Envelope) *jen.Statement {
	members := []jen.Code{
		onPush("encode").Call(jen.Id(encoder)),
		onEncoder("key", keyLiteral(e.ActionMember)),
		onEncoder("str", onPush("Name")),
	}
	return encodeMethod("pushDelivery", append(members, writePayload(e, onPush)...))
}

func pushValidate(e *plan.Envelope) *jen.Statement {
	name := jen.Lit(e.ActionMember)
	members := []jen.Code{
		onPush("validate").Call(jen.Id(validation)),
		jen.Id("member").Call(jen.Id(validation), name, onPush("Name"), onType("validation", "str")),
		onValidation("pushName", name, onPush("Name"), own("Action")),
	}
	return objectValidate("pushDelivery", append(members, checkPayload(e, onPush)...))
}

// onPush returns `v.Push.name`.
func onPush(name string) *jen.Statement { return own("Push").Dot(name) }
