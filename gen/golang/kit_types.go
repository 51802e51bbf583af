package golang

import (
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// kitTypes returns the tables of types that a kit makes deliveries from.
func kitTypes(p *plan.Package, path string) *jen.Statement {
	s := comment("Secret is what proves the deliveries of this package.")
	s.Const().Id("Secret").Op("=").Lit(kitSecret).Line().Line()
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
	s.Add(comment("envelope is the object around a payload."))
	s.Var().Id("envelope").Op("=").Op("&").Id("node").Add(kitEnvelope(p.API.Envelope)).Line().Line()
	s.Add(kitTold(p)).Line()
	if p.API.Envelope.NeedsHeader() {
		s.Line().Add(kitIdentify(p, path)).Line()
	}
	return s
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

// kitTold returns the table of what tells an action below the envelope.
func kitTold(p *plan.Package) *jen.Statement {
	s := comment("told says what tells the action of a delivery, beside a member of the envelope for that alone.")
	var items []jen.Code
	if r := p.Route; r != nil && r.Path != nil {
		items = append(items, jen.Id("path").Op(":").Add(kitStrings(r.Path)))
		if r.Header != "" {
			items = append(items, jen.Id("header").Op(":").True())
		}
	}
	return s.Var().Id("told").Op("=").Id("telling").Values(items...)
}

// kitTells returns the items of an action that a member tells.
func kitTells(p *plan.Package, a *plan.Action) []jen.Code {
	r := p.Route
	if r == nil || r.Path == nil {
		return nil
	}
	value, tells, must, other := a.Spec.Name, true, true, false
	if r.Header != "" {
		var event string
		event, value, tells = a.Spec.Event()
		other = slices.ContainsFunc(p.Actions, func(a *plan.Action) bool { return a.Spec.Name == event })
		must = r.Closed && !other
	}
	if !tells {
		return nil
	}
	items := []jen.Code{jen.Id("told").Op(":").Lit(value), jen.Id("tells").Op(":").True()}
	if must {
		items = append(items, jen.Id("must").Op(":").True())
	}
	if other {
		items = append(items, jen.Id("other").Op(":").True())
	}
	return items
}

// kitIdentify returns the function that gives a delivery an identifier, where
// that stands in a header.
func kitIdentify(p *plan.Package, path string) *jen.Statement {
	s := comment("identify gives a delivery the identifier that its header has.")
	d := jen.Id("d").Op("*").Qual(path, "Delivery")
	if plan.IDHeader(p.API.Envelope) == "" {
		return s.Func().Id("identify").Params(jen.Op("*").Qual(path, "Delivery")).Block()
	}
	return s.Func().Id("identify").Params(d).Block(jen.Id("d").Dot("DeliveryID").Op("=").Lit("a delivery for tests"))
}

func kitEnvelope(e *spec.Envelope) *jen.Statement {
	if e.Payload.Body {
		return jen.Values(kitKind("payload"))
	}
	var fields []jen.Code
	for _, f := range e.Fields {
		fields = append(fields, kitField(f, e.Proof != nil && e.Proof.Member == f.Name))
	}
	own := func(name string, older []string, kind string) jen.Code {
		items := []jen.Code{jen.Id("name").Op(":").Lit(name)}
		if len(older) > 0 {
			items = append(items, jen.Id("older").Op(":").Add(kitStrings(older)))
		}
		return jen.Values(append(items, jen.Id("value").Op(":").Op("&").Id("node").Values(kitKind(kind)))...)
	}
	if e.ActionIsMember() {
		fields = append(fields, own(e.Action.Member, nil, "action"))
	}
	fields = append(fields, own(e.Payload.Member, e.Payload.OlderNames, "payload"))
	return kitObject(fields, e.Closed)
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
		var variants []jen.Code
		for _, v := range b.Variants {
			variants = append(variants, kitVariant("values", kitStrings(v.Values), &spec.Ref{Decl: v.Decl}))
		}
		return jen.Values(kitKind("union"), kitClosed(b.Closed), jen.Id("member").Op(":").Lit(b.Member), kitVariants(variants))
	case *spec.KindUnion:
		var variants []jen.Code
		for _, v := range b.Variants {
			variants = append(variants, kitVariant("kind", jen.Lit(string(v.Kind)), v.Type))
		}
		return jen.Values(kitKind("kinds"), kitClosed(b.Closed), kitVariants(variants))
	case *spec.TrialUnion:
		var variants []jen.Code
		for _, v := range b.Variants {
			variants = append(variants, jen.Values(jen.Id("value").Op(":").Op("&").Id("node").Add(kitType(v.Type))))
		}
		return jen.Values(kitKind("trial"), kitClosed(b.Closed), jen.Id("exactly").Op(":").Lit(b.Exactly), kitVariants(variants))
	case *spec.Wrapped:
		return jen.Values(kitKind("wrapped"), jen.Id("member").Op(":").Lit(b.Member), kitElem(b.Type))
	case *spec.Alias:
		return kitType(b.Type)
	}
	panic("golang: a type that spec refuses")
}

func kitClosed(closed bool) jen.Code { return jen.Id("closed").Op(":").Lit(closed) }

func kitElem(t spec.Type) jen.Code { return jen.Id("elem").Op(":").Op("&").Id("node").Add(kitType(t)) }

func kitVariants(variants []jen.Code) jen.Code {
	return jen.Id("variants").Op(":").Index().Id("variant").ValuesFunc(func(g *jen.Group) {
		for _, v := range variants {
			g.Line().Add(v)
		}
		g.Line()
	})
}

func kitVariant(told string, by jen.Code, t spec.Type) jen.Code {
	return jen.Values(jen.Id(told).Op(":").Add(by), jen.Id("value").Op(":").Op("&").Id("node").Add(kitType(t)))
}

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
