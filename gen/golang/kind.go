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

// kindUnion returns the declaration of a struct that holds a value of one of
// several kinds, its constructors, accessors and methods.
func kindUnion(d *plan.Decl, u *plan.KindUnion) *jen.Statement {
	s := comment(docText(d.GoName+" is "+kindWords(u), &d.Doc, kindDoc(u)))
	l := layoutOf(u)
	s.Type().Id(d.GoName).Struct(l.fields()...).Line().Line()
	for _, v := range u.Variants {
		s.Add(kindConstructor(d, l, v)).Line().Line()
	}
	for _, v := range u.Variants {
		s.Add(kindAccessor(d, l, v)).Line().Line()
	}
	if u.Nullable {
		s.Add(kindNull(d, l)).Line().Line()
	}
	if !u.Closed {
		s.Add(comment("Raw returns a value of a kind that the documentation does not list, or nil."))
		s.Add(valueMethod(d.GoName, "Raw").Params().Qual("encoding/json", "RawMessage").Block(l.raw()...)).Line().Line()
	}
	s.Add(kindRead(d, u, l)).Line().Line()
	s.Add(kindEncode(d, u, l)).Line().Line()
	s.Add(kindValidate(d, u, l)).Line().Line()
	return s.Add(publicMethods(d.GoName))
}

// kindLayout is how a union holds its value: what differs between a union of
// scalars and any other. Its methods return code.
type kindLayout interface {
	fields() []jen.Code                  // of the struct
	literal(*plan.KindVariant) jen.Dict  // that holds the parameter value
	null() jen.Dict                      // that holds null
	kind() *jen.Statement                // the jsonKind of the value; kindNone of the zero value
	access(*plan.KindVariant) []jen.Code // return the value, and whether it is of the kind
	raw() []jen.Code                     // return JSON of another kind, or nil
	read(*plan.KindVariant) []jen.Code   // set the value from the text at the position
	readNull() []jen.Code                // the same for null
	readOther() []jen.Code               // the same for another kind
	writes() []jen.Code                  // cases by kind that encode the variants
	checks() []jen.Code                  // cases by kind that validate them
}

func layoutOf(u *plan.KindUnion) kindLayout {
	if isScalarUnion(u) {
		return scalarLayout{u}
	}
	return wideLayout{u}
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

func kindConstructor(d *plan.Decl, l kindLayout, v *plan.KindVariant) *jen.Statement {
	name := d.GoName + "Of" + v.Word
	s := comment(fmt.Sprintf("%s returns the %s that holds value.", name, d.GoName))
	return s.Func().Id(name).Params(jen.Id("value").Add(heldType(v.Value))).Id(d.GoName).Block(
		jen.Return(jen.Id(d.GoName).Values(l.literal(v))),
	)
}

func kindAccessor(d *plan.Decl, l kindLayout, v *plan.KindVariant) *jen.Statement {
	name := "As" + v.Word
	s := comment(fmt.Sprintf("%s returns the %s, and whether the value is one.", name, strings.ToLower(v.Word)))
	return s.Add(valueMethod(d.GoName, name).Params().Params(heldType(v.Value), jen.Bool()).Block(l.access(v)...))
}

// kindNull returns the constructor of a null and the method that asks for one.
func kindNull(d *plan.Decl, l kindLayout) *jen.Statement {
	name := d.GoName + "OfNull"
	s := comment(fmt.Sprintf("%s returns the %s that is null.", name, d.GoName))
	s.Func().Id(name).Params().Id(d.GoName).Block(
		jen.Return(jen.Id(d.GoName).Values(l.null())),
	).Line().Line()
	s.Add(comment("IsNull says whether the value is null."))
	return s.Add(valueMethod(d.GoName, "IsNull").Params().Bool().Block(jen.Return(l.kind().Op("==").Id("kindNull"))))
}
