package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// kindNames are the names that the runtime has for kinds of JSON values.
var kindNames = map[spec.JSONKind]string{
	spec.KindString: "kindString",
	spec.KindNumber: "kindNumber",
	spec.KindBool:   "kindBool",
	spec.KindObject: "kindObject",
	spec.KindList:   "kindList",
}

// kindField returns the unexported field that holds a variant's value.
func kindField(v *plan.KindVariant) string { return "as" + v.Word }

// kindUnion returns the declaration of a struct that holds a value of one of
// several kinds, its constructors, accessors and methods.
func kindUnion(d *plan.Decl, u *plan.KindUnion) *jen.Statement {
	s := comment(docText(d.GoName+" is "+kindWords(u), &d.Doc, kindDoc(u)))
	s.Type().Id(d.GoName).Struct(kindFields(u)...).Line().Line()
	for _, v := range u.Variants {
		s.Add(kindConstructor(d, v)).Line().Line()
	}
	for _, v := range u.Variants {
		s.Add(kindAccessor(d, u, v)).Line().Line()
	}
	if u.Nullable {
		s.Add(kindNull(d)).Line().Line()
	}
	if !u.Closed {
		s.Add(comment("Raw returns a value of a kind that the documentation does not list, or nil."))
		s.Add(valueMethod(d.GoName, "Raw").Params().Qual("encoding/json", "RawMessage").Block(
			jen.If(own("kind").Op("!=").Id("kindUnknown")).Block(jen.Return(jen.Nil())),
			jen.Return(jen.Qual("encoding/json", "RawMessage").Call(own(rawField(u)))),
		)).Line().Line()
	}
	s.Add(kindRead(d, u)).Line().Line()
	s.Add(kindEncode(d, u)).Line().Line()
	s.Add(kindValidate(d, u)).Line().Line()
	return s.Add(publicMethods(d.GoName))
}

// kindFields returns the fields of the struct: small ones last and one string
// for two purposes, since there are maps of these.
func kindFields(u *plan.KindUnion) []jen.Code {
	var fields, small []jen.Code
	for _, v := range u.Variants {
		field := jen.Id(kindField(v)).Add(heldType(v.Value))
		switch {
		case v.Value.Resolve().Kind == plan.Bool:
			small = append(small, field)
			continue
		case !u.Closed && kindField(v) == rawField(u):
			field.Comment("// or the JSON text of another kind")
		}
		fields = append(fields, field)
	}
	if !u.Closed && rawField(u) == ownRaw {
		fields = append(fields, jen.Id(ownRaw).String().Comment("// JSON text"))
	}
	return append(append(fields, small...), jen.Id("kind").Id("jsonKind"))
}

// ownRaw is the field for a value of another kind where no other has room.
const ownRaw = "raw"

// rawField returns the field that holds a value of another kind: that of the
// string, which is free then.
func rawField(u *plan.KindUnion) string {
	for _, v := range u.Variants {
		if v.Value.Kind == plan.String {
			return kindField(v)
		}
	}
	return ownRaw
}

// kindWords says what can stand in a union: "a value of kind string, int or bool".
func kindWords(u *plan.KindUnion) string {
	words := "a value of kind"
	for i, v := range u.Variants {
		switch {
		case i > 0 && i == len(u.Variants)-1:
			words += " or"
		case i > 0:
			words += ","
		}
		words += " " + strings.ToLower(v.Word)
	}
	if u.Nullable {
		words += ", or null"
	}
	return words
}

func kindDoc(u *plan.KindUnion) string {
	if u.Closed {
		return "The zero value is none of them, and not valid."
	}
	return "A value of another kind is kept as it came: see Raw. The zero value is none of them, and not valid."
}

// heldType is the Go type of a variant's field: a pointer for a struct, which
// could contain the union.
func heldType(v *plan.Value) *jen.Statement {
	if v.InPlace() {
		return jen.Op("*").Add(goType(v))
	}
	return goType(v)
}

func kindConstructor(d *plan.Decl, v *plan.KindVariant) *jen.Statement {
	name := d.GoName + "Of" + v.Word
	s := comment(fmt.Sprintf("%s returns the %s that holds value.", name, d.GoName))
	return s.Func().Id(name).Params(jen.Id("value").Add(heldType(v.Value))).Id(d.GoName).Block(
		jen.Return(jen.Id(d.GoName).Values(jen.Dict{
			jen.Id("kind"):       jen.Id(kindNames[v.Kind]),
			jen.Id(kindField(v)): jen.Id("value"),
		})),
	)
}

func kindAccessor(d *plan.Decl, u *plan.KindUnion, v *plan.KindVariant) *jen.Statement {
	name := "As" + v.Word
	s := comment(fmt.Sprintf("%s returns the %s, and whether the value is one.", name, strings.ToLower(v.Word)))
	body := []jen.Code{jen.Return(own(kindField(v)), own("kind").Op("==").Id(kindNames[v.Kind]))}
	if !u.Closed && kindField(v) == rawField(u) {
		body = []jen.Code{
			jen.If(own("kind").Op("!=").Id(kindNames[v.Kind])).Block(jen.Return(jen.Lit(""), jen.False())),
			jen.Return(own(kindField(v)), jen.True()),
		}
	}
	return s.Add(valueMethod(d.GoName, name).Params().Params(heldType(v.Value), jen.Bool()).Block(body...))
}

// kindNull returns the constructor of a null and the method that asks for one.
func kindNull(d *plan.Decl) *jen.Statement {
	name := d.GoName + "OfNull"
	s := comment(fmt.Sprintf("%s returns the %s that is null.", name, d.GoName))
	s.Func().Id(name).Params().Id(d.GoName).Block(
		jen.Return(jen.Id(d.GoName).Values(jen.Dict{jen.Id("kind"): jen.Id("kindNull")})),
	).Line().Line()
	s.Add(comment("IsNull says whether the value is null."))
	return s.Add(valueMethod(d.GoName, "IsNull").Params().Bool().Block(jen.Return(own("kind").Op("==").Id("kindNull"))))
}
