package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// logged is the name of the group that LogValue collects.
const logged = "g"

// deliveryLog returns the method that keeps a delivery's content out of logs.
func deliveryLog(p *plan.Package) *jen.Statement {
	e := p.Delivery
	text := "LogValue returns what may stand in a log: the action and the plain members of the envelope, " +
		"no payload, nothing secret or personal. It serves a delivery that is logged as it is, not one inside of another value."
	name := e.ActionMember
	if name == "" {
		name = "action"
	}
	members := []jen.Code{jen.Id(logged).Dot("add").Call(jen.Lit(name), jen.String().Call(own("Action")))}
	if plan.IDHeader(p.API.Envelope) != "" {
		members = append(members, jen.Id(logged).Dot("add").Call(jen.Lit("delivery_id"), own("DeliveryID")))
	}
	return logMethod("Delivery", text, append(members, logFields(e.Fields)...))
}

// objectLog returns the method that keeps an object's content out of logs.
func objectLog(typ string, fields []*plan.Field) *jen.Statement {
	return logMethod(typ, "LogValue returns what may stand in a log: plain members that are neither secret nor personal.", logFields(fields))
}

func logMethod(typ, text string, body []jen.Code) *jen.Statement {
	body = append([]jen.Code{jen.Var().Id(logged).Id("logGroup")}, body...)
	return comment(text).Add(logSignature(typ).Block(append(body, jen.Return(jen.Id(logged).Dot("value").Call()))...)).Line()
}

// logSignature returns `func (v typ) LogValue() slog.Value`.
func logSignature(typ string) *jen.Statement {
	return valueMethod(typ, "LogValue").Params().Qual("log/slog", "Value")
}

func logFields(fields []*plan.Field) []jen.Code {
	var out []jen.Code
	for _, f := range fields {
		if !isLogged(f) {
			continue
		}
		name := jen.Lit(f.Spec.Name)
		if f.Hold() == plan.Pointer {
			out = append(out, jen.Id("logOptional").Call(jen.Op("&").Id(logged), name, own(f.GoName)))
		} else {
			out = append(out, jen.Id(logged).Dot("add").Call(name, own(f.GoName)))
		}
	}
	return out
}

// isLogged says whether a field is a single text, number or bool that may be shown.
func isLogged(f *plan.Field) bool {
	if f.Spec.Sensitive != spec.NotSensitive || f.Hold() != plan.Plain && f.Hold() != plan.Pointer {
		return false
	}
	switch f.Value.Kind {
	case plan.String, plan.Text, plan.Bool, plan.Int, plan.Number, plan.Timestamp:
		return true
	case plan.Named:
		_, isEnum := f.Value.Decl.Body.(*plan.Enum)
		return isEnum
	}
	return false
}
