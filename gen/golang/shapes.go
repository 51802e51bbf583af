package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// wrapped returns the declaration of a struct that holds a value and
// remembers whether it came wrapped or bare.
func wrapped(d *plan.Decl, w *plan.Wrapped, what string) *jen.Statement {
	f := wrappedField(w)
	s := comment(docText(what, &d.Doc))
	s.Type().Id(d.GoName).Struct(
		jen.Id(w.GoName).Add(goType(w.Value)).Tag(fieldTag(f)),
		jen.Line().Add(comment("Bare is set if there is no object around the value.")).
			Id("Bare").Bool().Tag(map[string]string{"json": "-"}),
	).Line().Line()
	s.Add(objectInfo(infoName(d), []string{w.Member}, []*plan.Field{f}, false, nil, nil)).Line().Line()
	s.Add(wrappedRead(d, w, f)).Line().Line()
	s.Add(fieldMethod(d.GoName, fieldCases([]*plan.Field{f}, readField))).Line().Line()
	s.Add(wrappedEncode(d, w)).Line().Line()
	s.Add(wrappedValidate(d, w)).Line().Line()
	s.Add(publicMethods(d.GoName)).Line()
	return s.Add(objectLog(d.GoName, []*plan.Field{f}))
}

func wrappedDoc(d *plan.Decl, w *plan.Wrapped) string {
	return fmt.Sprintf("%s is a value in one of two shapes, as the member %q of an object or bare", d.GoName, w.Member)
}

// wrappedField is the wrapping member as a field of an object.
func wrappedField(w *plan.Wrapped) *plan.Field {
	return &plan.Field{GoName: w.GoName, Spec: &spec.Field{Name: w.Member}, Value: w.Value}
}

func wrappedRead(d *plan.Decl, w *plan.Wrapped, f *plan.Field) *jen.Statement {
	at := jen.Id(position)
	body := []jen.Code{
		jen.If(onDecoder("isWrapped", at, jen.Lit(w.Member), jen.Lit(w.Always))).Block(
			jen.Return(onDecoder("object", at, jen.Id(receiver), jen.Op("&").Id(infoName(d)))),
		),
		own("Bare").Op("=").True(),
	}
	body = append(append(body, readField(f)...), jen.Return(at))
	return method(d.GoName, "read").Params(decoderParams()...).Int().Block(body...)
}

func wrappedEncode(d *plan.Decl, w *plan.Wrapped) *jen.Statement {
	bare := jen.If(own("Bare")).Block(writeStmt(w.Value, own(w.GoName)), jen.Return())
	object := bracketed(encoder, []jen.Code{onEncoder("key", keyLiteral(w.Member)), writeStmt(w.Value, own(w.GoName))})
	return method(d.GoName, "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(append([]jen.Code{bare}, object...)...)
}

func wrappedValidate(d *plan.Decl, w *plan.Wrapped) *jen.Statement {
	c, x := jen.Id(validation), own(w.GoName)
	check := checkOrAny(w.Value)
	bare := []jen.Code{
		jen.Add(check).Call(c, x),
		jen.Id("checkBare").Call(c, x, jen.Lit(w.Member), jen.Lit(w.Always), writeFunc(w.Value)),
		jen.Return(),
	}
	object := bracketed(validation, []jen.Code{jen.Id("member").Call(c, jen.Lit(w.Member), x, checkOrAny(w.Value))})
	return validateMethod(d.GoName, append([]jen.Code{jen.If(own("Bare")).Block(bare...)}, object...))
}
