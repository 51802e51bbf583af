package golang

import (
	"strconv"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// kitTypes returns the tables of types that a kit makes deliveries from.
func kitTypes(p *plan.Package, path string) *jen.Statement {
	s := comment(kitSecretDoc(p.API.Envelope.Proof))
	s.Const().Id("Secret").Op("=").Lit(kitSecretFor(p.API.Envelope.Proof)).Line().Line()
	s.Add(comment("types are the declared types."))
	s.Var().Id("types").Op("=").Map(jen.String()).Op("*").Id("node").ValuesFunc(func(g *jen.Group) {
		for _, t := range p.API.Types {
			g.Line().Lit(t.Name).Op(":").Add(kitBody(t.Body))
		}
		g.Line()
	}).Line().Line()
	s.Add(comment("actions are the actions in the order of the documentation."))
	s.Var().Id("actions").Op("=").Index().Id("action").ValuesFunc(func(g *jen.Group) {
		for _, a := range p.Actions {
			g.Line().Add(kitAction(p, a, path))
		}
		g.Line()
	}).Line().Line()
	return s.Add(kitForms(p)).Line().Add(kitTold(p, path)).Add(kitSigner(p.API.Envelope.Proof))
}

func kitAction(p *plan.Package, a *plan.Action, path string) *jen.Statement {
	payload := jen.Op("&").Id("node").Values(kitKind("ref"), jen.Id("name").Op(":").Lit(a.Spec.Payload.Name))
	if a.Spec.Inline {
		payload = jen.Op("&").Id("node").Add(kitBody(a.Spec.Payload.Body))
	}
	items := []jen.Code{
		jen.Id("name").Op(":").Qual(path, a.Const),
		jen.Id("payload").Op(":").Add(payload),
	}
	if a.Spec.Sample != nil {
		items = append(items, jen.Id("sample").Op(":").Lit(string(a.Spec.Sample)))
	}
	return jen.Values(append(items, kitTells(p, a)...)...)
}

func kitKind(name string) jen.Code { return jen.Id("kind").Op(":").Id(name + "Node") }

func kitStrings(words []string) *jen.Statement {
	return jen.Index().String().Values(literals(words)...)
}

func kitObject(fields []jen.Code, closed bool) *jen.Statement {
	items := []jen.Code{kitKind("object")}
	if closed {
		items = append(items, jen.Id("closed").Op(":").True())
	}
	if len(fields) > 0 {
		items = append(items, jen.Id("fields").Op(":").Index().Id("field").ValuesFunc(func(g *jen.Group) {
			for _, f := range fields {
				g.Line().Add(f)
			}
			g.Line()
		}))
	}
	return jen.Values(items...)
}

// kitField returns a member. proof is set for the one that holds the secret.
func kitField(f *spec.Field, proof bool) jen.Code {
	items := []jen.Code{jen.Id("name").Op(":").Lit(f.Name)}
	if len(f.OlderNames) > 0 {
		items = append(items, jen.Id("older").Op(":").Add(kitStrings(f.OlderNames)))
	}
	if f.Optional != spec.Required {
		items = append(items, jen.Id("optional").Op(":").True())
	}
	if f.Nullable {
		items = append(items, jen.Id("nullable").Op(":").True())
	}
	switch {
	case proof:
		items = append(items, jen.Id("fixed").Op(":").True(), jen.Id("sample").Op(":").Lit(quoteJSON(kitSecret)))
	case f.Sample != nil:
		items = append(items, jen.Id("sample").Op(":").Lit(string(f.Sample)))
	}
	return jen.Values(append(items, jen.Id("value").Op(":").Op("&").Id("node").Add(kitType(f.Type)))...)
}

// kitBody returns the node of a declared type.
func kitBody(body spec.Body) *jen.Statement {
	switch b := body.(type) {
	case *spec.Object:
		var fields []jen.Code
		for _, f := range b.Fields {
			fields = append(fields, kitField(f, false))
		}
		return kitObject(fields, b.Closed)
	case *spec.Enum:
		var values []string
		for _, v := range b.Values {
			values = append(values, v.Value)
		}
		return jen.Values(kitKind("enum"), kitClosed(b.Closed), jen.Id("texts").Op(":").Add(kitStrings(values)))
	case *spec.MemberUnion:
		return kitMemberUnion(b)
	case *spec.KindUnion:
		return kitKindUnion(b)
	case *spec.TrialUnion:
		return kitTrialUnion(b)
	case *spec.Wrapped:
		return jen.Values(kitKind("wrapped"), jen.Id("member").Op(":").Lit(b.Member), kitElem(b.Type))
	case *spec.Alias:
		return kitType(b.Type)
	}
	panic("golang: a type that spec refuses")
}

func kitClosed(closed bool) jen.Code { return jen.Id("closed").Op(":").Lit(closed) }

func kitElem(t spec.Type) jen.Code { return jen.Id("elem").Op(":").Op("&").Id("node").Add(kitType(t)) }

// kitType returns the node of a type where it is used.
func kitType(t spec.Type) *jen.Statement {
	switch t := t.(type) {
	case *spec.Scalar:
		return jen.Values(kitKind(map[spec.ScalarKind]string{spec.String: "text", spec.Timestamp: "text", spec.Bool: "bool", spec.Any: "any"}[t.Kind]))
	case *spec.Text:
		return jen.Values(kitKind("text"), jen.Id("min").Op(":").Lit(t.Min), jen.Id("max").Op(":").Lit(t.Max), jen.Id("bounded").Op(":").True())
	case *spec.Int:
		return kitNumber("int", t.Min, t.Max, func(n int64) string { return strconv.FormatInt(n, 10) })
	case *spec.Number:
		return kitNumberOf(t)
	case *spec.Const:
		return jen.Values(kitKind("const"), jen.Id("text").Op(":").Lit(constText(&plan.Value{Const: t.Value})))
	case *spec.List:
		return jen.Values(kitKind("list"), jen.Id("min").Op(":").Lit(t.Min), jen.Id("max").Op(":").Lit(t.Max), kitElem(t.Elem))
	case *spec.Map:
		return jen.Values(kitKind("map"), kitElem(t.Elem))
	case *spec.Nullable:
		return jen.Values(kitKind("nullable"), kitElem(t.Elem))
	case *spec.Ref:
		return jen.Values(kitKind("ref"), jen.Id("name").Op(":").Lit(t.Decl.Name))
	}
	panic("golang: a type that spec does not have")
}

func kitNumberOf(t *spec.Number) *jen.Statement {
	return kitNumber("number", t.Min, t.Max, func(n float64) string { return strconv.FormatFloat(n, 'g', -1, 64) })
}

func kitNumber[N any](kind string, low, high *N, format func(N) string) *jen.Statement {
	items := []jen.Code{kitKind(kind)}
	if low != nil {
		items = append(items, jen.Id("low").Op(":").Lit(format(*low)))
	}
	if high != nil {
		items = append(items, jen.Id("high").Op(":").Lit(format(*high)))
	}
	return jen.Values(items...)
}
