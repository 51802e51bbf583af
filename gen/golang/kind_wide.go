package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// wideLayout is how a union holds its value that is not of scalars alone: in a
// field for each variant, beside its kind.
type wideLayout struct{ u *plan.KindUnion }

// kindField returns the unexported field that holds a variant's value.
func kindField(v *plan.KindVariant) string { return "as" + v.Word }

// fields returns small ones last and one string for two purposes, since there
// are maps of these.
func (l wideLayout) fields() []jen.Code {
	var fields, small []jen.Code
	for _, v := range l.u.Variants {
		field := jen.Id(kindField(v)).Add(heldType(v.Value))
		switch {
		case v.Value.Resolve().Kind == plan.Bool:
			small = append(small, field)
			continue
		case !l.u.Closed && kindField(v) == l.rawField():
			field.Comment("// or the JSON text of another kind")
		}
		fields = append(fields, field)
	}
	if !l.u.Closed && l.rawField() == ownRaw {
		fields = append(fields, jen.Id(ownRaw).String().Comment("// JSON text"))
	}
	return append(append(fields, small...), jen.Id("kind").Id("jsonKind"))
}

// ownRaw is the field for a value of another kind where no other has room.
const ownRaw = "raw"

// rawField returns the field that holds a value of another kind: that of the
// string, which is free then.
func (l wideLayout) rawField() string {
	for _, v := range l.u.Variants {
		if v.Value.Kind == plan.String {
			return kindField(v)
		}
	}
	return ownRaw
}

func (l wideLayout) literal(v *plan.KindVariant) jen.Dict {
	return jen.Dict{
		jen.Id("kind"):       jen.Id(kindNames[v.Kind]),
		jen.Id(kindField(v)): jen.Id("value"),
	}
}

func (l wideLayout) null() jen.Dict { return jen.Dict{jen.Id("kind"): jen.Id("kindNull")} }

func (l wideLayout) kind() *jen.Statement { return own("kind") }

func (l wideLayout) access(v *plan.KindVariant) []jen.Code {
	if !l.u.Closed && kindField(v) == l.rawField() {
		return []jen.Code{
			jen.If(own("kind").Op("!=").Id(kindNames[v.Kind])).Block(jen.Return(jen.Lit(""), jen.False())),
			jen.Return(own(kindField(v)), jen.True()),
		}
	}
	return []jen.Code{jen.Return(own(kindField(v)), own("kind").Op("==").Id(kindNames[v.Kind]))}
}

func (l wideLayout) raw() []jen.Code {
	return []jen.Code{
		jen.If(own("kind").Op("!=").Id("kindUnknown")).Block(jen.Return(jen.Nil())),
		jen.Return(jen.Qual("encoding/json", "RawMessage").Call(own(l.rawField()))),
	}
}

func (l wideLayout) read(v *plan.KindVariant) []jen.Code {
	field := own(kindField(v))
	body := []jen.Code{own("kind").Op("=").Id("kind")}
	switch r := v.Value.Resolve(); {
	case v.Value.InPlace():
		return append(body,
			jen.Add(field).Op("=").New(goType(v.Value)),
			jen.Id(position).Op("=").Add(field).Dot("read").Call(jen.Id(decoder), jen.Id(position)))
	case r.Kind == plan.Const:
		return append(body, jen.List(field, jen.Id(position)).Op("=").Add(readFunc(v.Value)).Call(jen.Id(decoder), jen.Id(position)))
	}
	return append(body, jen.List(field, jen.Id(position)).Op("=").Add(readCall(v.Value)))
}

func (l wideLayout) readNull() []jen.Code {
	return []jen.Code{
		own("kind").Op("=").Id("kind"),
		jen.Id(position).Op("=").Add(onDecoder("literal", jen.Id(position), jen.Lit("null"))),
	}
}

func (l wideLayout) readOther() []jen.Code {
	return []jen.Code{
		own("kind").Op("=").Id("kindUnknown"),
		jen.List(own(l.rawField()), jen.Id(position)).Op("=").Add(onDecoder("rawText", jen.Id(position))),
	}
}

func (l wideLayout) writes() []jen.Code { return kindCases(l.u, l.write) }

func (wideLayout) write(v *plan.KindVariant) []jen.Code {
	if v.Value.InPlace() {
		return []jen.Code{jen.Id("writeVariant").Call(jen.Id(encoder), own(kindField(v)))}
	}
	return []jen.Code{writeStmt(v.Value, own(kindField(v)))}
}

func (l wideLayout) checks() []jen.Code { return kindCases(l.u, l.check) }

func (wideLayout) check(v *plan.KindVariant) []jen.Code {
	x := own(kindField(v))
	if v.Value.InPlace() {
		return []jen.Code{jen.Id("checkVariant").Call(jen.Id(validation), x)}
	}
	if check := checkFunc(v.Value); check != nil {
		return []jen.Code{check.Call(jen.Id(validation), x)}
	}
	return nil
}
