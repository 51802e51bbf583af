package golang

import (
	"strings"

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
	members := []jen.Code{onLog("text", name, jen.String().Call(own("Action")))}
	if plan.IDHeader(p.API.Envelope) != "" {
		members = append(members, onLog("text", "delivery_id", own("DeliveryID")))
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

// onLog returns a call of one of the group's methods, by which x is logged.
func onLog(method, name string, x jen.Code) *jen.Statement {
	return jen.Id(logged).Dot(method).Call(jen.Lit(name), x)
}

func logFields(fields []*plan.Field) []jen.Code {
	var out []jen.Code
	for _, f := range fields {
		word, isNamed := logWord(f.Value)
		hold := f.Hold()
		if word == "" || f.Spec.Sensitive != spec.NotSensitive || hold != plan.Plain && hold != plan.Pointer {
			continue
		}
		var x jen.Code = own(f.GoName)
		if isNamed {
			x = asString(hold, x)
		}
		if hold == plan.Pointer {
			word = "optional" + word
		} else {
			word = strings.ToLower(word)
		}
		out = append(out, onLog(word, f.Spec.Name, x))
	}
	return out
}

// logWord returns what the methods that log a value are named after, or "" for
// one that is no single text, number or bool. isNamed says whether it is of a
// string type of its own.
func logWord(v *plan.Value) (word string, isNamed bool) {
	switch v.Kind {
	case plan.String, plan.Text:
		return "Text", false
	case plan.Timestamp:
		return "Text", true
	case plan.Int:
		return "Integer", false
	case plan.Number:
		return "Float", false
	case plan.Bool:
		return "Boolean", false
	case plan.Named:
		if _, isEnum := v.Decl.Body.(*plan.Enum); isEnum {
			return "Text", true
		}
	}
	return "", false
}
