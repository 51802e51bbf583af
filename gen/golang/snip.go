package golang

import (
	"strconv"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// The names of receivers and parameters, the same everywhere.
const (
	receiver   = "v" // the value itself
	decoder    = "d"
	encoder    = "e"
	validation = "c"
	position   = "p"
)

// Unexported names that belong to a declaration. No name of the runtime begins
// like them and goes on with a capital; a test holds that.
func infoName(d *plan.Decl) string     { return "infoOf" + d.GoName }
func valuesName(d *plan.Decl) string   { return "valuesOf" + d.GoName }
func decodeName(d *plan.Decl) string   { return "decode" + d.GoName }
func encodeName(d *plan.Decl) string   { return "encode" + d.GoName }
func validateName(d *plan.Decl) string { return "validate" + d.GoName }

// own returns `v.name`.
func own(name string) *jen.Statement { return jen.Id(receiver).Dot(name) }

// onDecoder returns `d.name(args...)`.
func onDecoder(name string, args ...jen.Code) *jen.Statement {
	return jen.Id(decoder).Dot(name).Call(args...)
}

// onEncoder returns `e.name(args...)`.
func onEncoder(name string, args ...jen.Code) *jen.Statement {
	return jen.Id(encoder).Dot(name).Call(args...)
}

// onValidation returns `c.name(args...)`.
func onValidation(name string, args ...jen.Code) *jen.Statement {
	return jen.Id(validation).Dot(name).Call(args...)
}

// onType returns the method expression `(*typ).name`.
func onType(typ, name string) *jen.Statement { return jen.Parens(jen.Op("*").Id(typ)).Dot(name) }

// decoderParams returns `d *decoder, p int`.
func decoderParams() []jen.Code {
	return []jen.Code{jen.Id(decoder).Op("*").Id("decoder"), jen.Id(position).Int()}
}

// method returns `func (v *typ) name`.
func method(typ, name string) *jen.Statement {
	return jen.Func().Params(jen.Id(receiver).Op("*").Id(typ)).Id(name)
}

// valueMethod returns `func (v typ) name`.
func valueMethod(typ, name string) *jen.Statement {
	return jen.Func().Params(jen.Id(receiver).Id(typ)).Id(name)
}

// keyLiteral returns the name of a member as encoder.key takes it: in JSON,
// between the comma before a member and the colon.
func keyLiteral(name string) *jen.Statement {
	text := "," + quoteJSON(name) + ":"
	if !strconv.CanBackquote(text) {
		return jen.Lit(text)
	}
	return jen.Op("`" + text + "`")
}

// appendDoc is the comment of AppendJSON.
const appendDoc = "AppendJSON appends the value as JSON to dst. It fails for what JSON cannot hold; Validate says all that is wrong."

// methodsOf are the methods of a type that is read and written in place.
func methodsOf(typ string) *jen.Statement {
	s := comment("UnmarshalJSON decodes and validates the value as strictly as Parse does.")
	s.Add(method(typ, "UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
		jen.Var().Id("fresh").Id(typ),
		jen.If(jen.Err().Op(":=").Id("unmarshalObject").Call(jen.Id("data"), jen.Op("&").Id("fresh")), jen.Err().Op("!=").Nil()).Block(
			jen.Return(jen.Err()),
		),
		jen.Op("*").Id(receiver).Op("=").Id("fresh"),
		jen.Return(jen.Nil()),
	)).Line().Line()
	return s.Add(writingMethods(typ))
}

// writingMethods are those of methodsOf that do not read.
func writingMethods(typ string) *jen.Statement {
	s := comment("MarshalJSON returns what AppendJSON writes.")
	s.Add(valueMethod(typ, "MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Block(
		jen.Return(own("AppendJSON").Call(jen.Nil())),
	)).Line().Line()
	s.Add(comment(appendDoc))
	s.Add(method(typ, "AppendJSON").Params(jen.Id("dst").Index().Byte()).Params(jen.Index().Byte(), jen.Error()).Block(
		jen.Return(jen.Id("appendJSON").Call(jen.Id("dst"), jen.Id(receiver))),
	)).Line().Line()
	s.Add(comment("Validate returns nil, or a *ValidationError that lists why the value cannot be sent as it is."))
	s.Add(method(typ, "Validate").Params().Error().Block(
		jen.Return(jen.Id("validate").Call(jen.Id(receiver))),
	)).Line()
	return s
}

// functionMethods are the public methods of a type that is read, written and
// checked by functions. write is the function that writes it.
func functionMethods(d *plan.Decl, write jen.Code) *jen.Statement {
	typ := d.GoName
	s := comment("UnmarshalJSON decodes and validates the value as strictly as Parse does.")
	s.Add(method(typ, "UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
		jen.Return(jen.Id("unmarshal").Call(jen.Id("data"), jen.Id(receiver), jen.Id(decodeName(d)))),
	)).Line().Line()
	s.Add(comment("MarshalJSON returns what AppendJSON writes."))
	s.Add(valueMethod(typ, "MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Block(
		jen.Return(own("AppendJSON").Call(jen.Nil())),
	)).Line().Line()
	s.Add(comment(appendDoc))
	s.Add(valueMethod(typ, "AppendJSON").Params(jen.Id("dst").Index().Byte()).Params(jen.Index().Byte(), jen.Error()).Block(
		jen.Return(jen.Id("appendWith").Call(jen.Id("dst"), jen.Id(receiver), write)),
	)).Line().Line()
	s.Add(comment("Validate returns nil, or a *ValidationError that lists why the value cannot be sent as it is."))
	s.Add(valueMethod(typ, "Validate").Params().Error().Block(
		jen.Return(jen.Id("checkWith").Call(jen.Id(receiver), jen.Id(validateName(d)))),
	)).Line()
	return s
}
