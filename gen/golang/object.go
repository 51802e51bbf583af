package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// object returns the declaration of a struct and its methods. what says what
// it is.
func object(d *plan.Decl, o *plan.Object, what string) *jen.Statement {
	s := comment(docText(what, &d.Doc))
	s.Type().Id(d.GoName).Struct(structFields(o.Fields)...).Line().Line()
	s.Add(objectInfo(infoName(d), o.Names(), o.Fields, o.Closed, nil, nil)).Line().Line()
	s.Add(method(d.GoName, "read").Params(decoderParams()...).Int().Block(
		jen.Return(onDecoder("object", jen.Id(position), jen.Id(receiver), jen.Op("&").Id(infoName(d)))),
	)).Line().Line()
	s.Add(fieldMethod(d.GoName, fieldCases(o.Fields, readField))).Line().Line()
	s.Add(encodeMethod(d.GoName, writeFields(o.Fields))).Line().Line()
	s.Add(objectValidate(d.GoName, checkFields(o.Fields))).Line().Line()
	s.Add(publicMethods(d.GoName)).Line()
	return s.Add(objectLog(d.GoName, o.Fields))
}

// objectDoc says what an object is.
func objectDoc(d *plan.Decl) string { return d.GoName + " is an object" }

// structFields returns the fields of a struct, after those in before. Those
// with a comment stand apart from what is before them.
func structFields(fields []*plan.Field, before ...jen.Code) []jen.Code {
	out := before
	for _, f := range fields {
		if !f.Constant() {
			out = append(out, structField(f, len(out) == 0))
		}
		if f.Older != nil {
			out = append(out, olderField(f.Older, f.Spec.Name))
		}
	}
	return out
}

func structField(f *plan.Field, isFirst bool) *jen.Statement {
	s := jen.Null()
	if text := fieldText(f); text != "" {
		if !isFirst {
			s.Line()
		}
		s.Add(comment(text))
	}
	return s.Id(f.GoName).Add(fieldType(f)).Tag(fieldTag(f))
}

// fieldType returns the Go type of a field.
func fieldType(f *plan.Field) *jen.Statement {
	switch f.Hold() {
	case plan.Pointer:
		return jen.Op("*").Add(goType(f.Value))
	case plan.ThreeWay:
		return jen.Id("Nullable").Index(goType(unaliased(f.Value)))
	}
	return goType(f.Value)
}

func fieldTag(f *plan.Field) map[string]string {
	name := f.Spec.Name
	if !tagSafe(name) {
		return nil // encoding/json could not say it; the methods do
	}
	if f.Optional() {
		name += ",omitzero"
	}
	return map[string]string{"json": name}
}

// tagSafe says whether a struct tag can hold a member's name.
func tagSafe(name string) bool {
	for _, c := range name {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_', c == '-', c == '.', c == '$', c == '@', c == '+':
		default:
			return false
		}
	}
	return name != "-"
}

// olderField returns the field that remembers the name of a member.
func olderField(o *plan.Older, name string) *jen.Statement {
	text := fmt.Sprintf("%s is the older name under which the member %q came: %s. Empty for the present name.",
		o.GoName, name, quoteList(o.Names, "or"))
	return jen.Line().Add(comment(text)).Id(o.GoName).String().Tag(map[string]string{"json": "-"})
}
