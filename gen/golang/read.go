package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// fieldMethod returns the method that maps a member's name to a field.
func fieldMethod(typ string, cases []jen.Code) *jen.Statement {
	params := []jen.Code{jen.Id(decoder).Op("*").Id("decoder"), jen.Id("name").String(), jen.Id(position).Int()}
	body := []jen.Code{jen.Switch(jen.Id("name")).Block(cases...), jen.Return(onDecoder("other", jen.Id(position)))}
	if len(cases) == 0 {
		body = body[1:]
	}
	return method(typ, "field").Params(params...).Params(jen.Int(), jen.Int()).Block(body...)
}

// fieldCases returns the cases of fields, which read reads.
func fieldCases(fields []*plan.Field, read func(*plan.Field) []jen.Code) []jen.Code {
	var cases []jen.Code
	for _, f := range fields {
		cases = append(cases, jen.Case(jen.Lit(f.Spec.Name)).Block(append(read(f), returnNumber(f.Number))...))
		cases = append(cases, olderCases(f.Older, own, func() []jen.Code { return read(f) })...)
	}
	return cases
}

// olderCases returns the cases of a member's older names. at returns the
// place of the field that remembers the name.
func olderCases(o *plan.Older, at func(string) *jen.Statement, read func() []jen.Code) []jen.Code {
	if o == nil {
		return nil
	}
	var cases []jen.Code
	for i, name := range o.Names {
		body := append([]jen.Code{at(o.GoName).Op("=").Lit(name)}, read()...)
		cases = append(cases, jen.Case(jen.Lit(name)).Block(append(body, returnNumber(o.Numbers[i]))...))
	}
	return cases
}

func returnNumber(number int) jen.Code { return jen.Return(jen.Lit(number), jen.Id(position)) }

// readField returns the statements that read the value at p into a field.
func readField(f *plan.Field) []jen.Code {
	if f.Constant() {
		return []jen.Code{jen.Id(position).Op("=").Add(readConst(f.Value))}
	}
	d, at := jen.Id(decoder), jen.Id(position)
	assign := func(call jen.Code) []jen.Code {
		return []jen.Code{jen.List(own(f.GoName), jen.Id(position)).Op("=").Add(call)}
	}
	nullable := f.Spec.Nullable
	switch hold := f.Hold(); {
	case hold == plan.ThreeWay:
		return assign(jen.Id("nullable").Call(d, at, readFunc(f.Value)))
	case hold == plan.NilValue && nullable:
		return assign(jen.Id("orNil").Call(d, at, readFunc(f.Value)))
	case hold == plan.Pointer && nullable:
		return assign(jen.Id("orNull").Call(d, at, readFunc(f.Value)))
	case f.Value.InPlace():
		read := jen.Id(position).Op("=").Add(own(f.GoName)).Dot("read").Call(d, at)
		if hold == plan.Plain {
			return []jen.Code{read}
		}
		return []jen.Code{own(f.GoName).Op("=").New(goType(f.Value)), read}
	case hold == plan.Plain && isText(f.Value):
		return readText(f)
	case hold == plan.Pointer && isText(f.Value):
		return readOptionalText(f)
	case hold == plan.Pointer:
		if name := optionalReader(f.Value); name != "" {
			return []jen.Code{jen.Id(position).Op("=").Add(onDecoder(name, at, jen.Op("&").Add(own(f.GoName))))}
		}
		return assign(jen.Id("optional").Call(d, at, readFunc(f.Value)))
	case f.Value.Resolve().Kind == plan.Const:
		return assign(jen.Add(readFunc(f.Value)).Call(d, at))
	}
	return assign(readCall(f.Value))
}

// readText returns the statements that read a string into a field.
func readText(f *plan.Field) []jen.Code {
	place := jen.Op("&").Add(own(f.GoName))
	if !isString(f.Value) {
		place = jen.Parens(jen.Op("*").String()).Call(place)
	}
	read := []jen.Code{jen.Id(position).Op("=").Add(onDecoder("strInto", jen.Id(position), place))}
	return append(read, drifting(f, own(f.GoName))...)
}

// readOptionalText returns the statements that read a string into a field that
// is a pointer to it.
func readOptionalText(f *plan.Field) []jen.Code {
	at := jen.Id(position)
	if isString(f.Value) {
		return []jen.Code{jen.Add(at).Op("=").Add(onDecoder("optionalStrInto", at, jen.Op("&").Add(own(f.GoName))))}
	}
	read := []jen.Code{
		jen.List(jen.Id("s"), at).Op(":=").Add(onDecoder("optionalStr", at)),
		own(f.GoName).Op("=").Parens(jen.Op("*").Add(goType(f.Value))).Call(jen.Id("s")),
	}
	return append(read, drifting(f, jen.Op("*").Add(own(f.GoName)))...)
}

// drifting returns the statement that looks whether the value of an open enum
// is known; nothing for other fields.
func drifting(f *plan.Field, value jen.Code) []jen.Code {
	e := openEnumOf(f.Value)
	if e == nil {
		return nil
	}
	return []jen.Code{jen.Id("known").Call(jen.Id(decoder), value, jen.Id(valuesName(e)))}
}

// isString says whether the Go type of v is string itself.
func isString(v *plan.Value) bool { return v.Kind == plan.String }

// isText says whether the Go type of v is a string type that holds any string.
func isText(v *plan.Value) bool {
	switch r := v.Resolve(); r.Kind {
	case plan.String, plan.Timestamp, plan.Secret:
		return true
	case plan.Named:
		switch b := r.Decl.Body.(type) {
		case *plan.Enum:
			return !b.Closed
		case *plan.Alias:
			return b.Value.Kind == plan.String
		}
	}
	return false
}

// openEnumOf returns the open enum that v is, or nil.
func openEnumOf(v *plan.Value) *plan.Decl {
	if r := v.Resolve(); r.Kind == plan.Named {
		if e, ok := r.Decl.Body.(*plan.Enum); ok && !e.Closed {
			return r.Decl
		}
	}
	return nil
}

// optionalReader returns the method of the decoder that reads a value into a
// pointer, or "" if there is none for its type.
func optionalReader(v *plan.Value) string {
	switch r := v.Resolve(); {
	case r.Kind == plan.Bool:
		return "optionalBoolean"
	case r.Kind == plan.Int && r.Int == nil:
		return "optionalInteger"
	case r.Kind == plan.Number && r.Number == nil:
		return "optionalFloat"
	}
	return ""
}

// readCall returns the call that reads v at p: `d.str(p)`, `list(d, p, ...)`.
func readCall(v *plan.Value) *jen.Statement {
	at := jen.Id(position)
	d := jen.Id(decoder)
	switch v = v.Resolve(); v.Kind {
	case plan.Bool:
		return onDecoder("boolean", at)
	case plan.Text:
		return onDecoder("textIn", at, jen.Lit(v.Text.Min), jen.Lit(v.Text.Max))
	case plan.Int:
		if v.Int != nil {
			low, high := intBounds(v)
			return onDecoder("integerIn", at, low, high)
		}
		return onDecoder("integer", at)
	case plan.Number:
		if v.Number != nil {
			low, high := numberBounds(v)
			return onDecoder("floatIn", at, low, high)
		}
		return onDecoder("float", at)
	case plan.Timestamp, plan.Secret:
		return jen.Id("text").Index(goType(v)).Call(d, at)
	case plan.Any:
		return onDecoder("raw", at)
	case plan.List:
		return readList(v)
	case plan.Map:
		if v.Elem.InPlace() {
			return jen.Id("mapOfObjects").Index(goType(v.Elem)).Call(d, at)
		}
		return jen.Id("mapOf").Call(d, at, readFunc(v.Elem))
	case plan.Nullable:
		if v.Elem.HasNil() {
			return jen.Id("orNil").Call(d, at, readFunc(v.Elem))
		}
		return jen.Id("orNull").Call(d, at, readFunc(v.Elem))
	case plan.Named:
		if v.InPlace() {
			return jen.Id("inPlace").Index(goType(v)).Call(d, at)
		}
		return jen.Id(decodeName(v.Decl)).Call(d, at)
	}
	return onDecoder("str", at)
}

func readList(v *plan.Value) *jen.Statement {
	d, at := jen.Id(decoder), jen.Id(position)
	switch {
	case v.Min > 0 || v.Max >= 0:
		return jen.Id("listIn").Call(d, at, jen.Lit(v.Min), jen.Lit(v.Max), readFunc(v.Elem))
	case v.Elem.InPlace():
		return jen.Id("objects").Index(goType(v.Elem)).Call(d, at)
	}
	switch r := v.Elem.Resolve(); {
	case r.Kind == plan.String:
		return onDecoder("texts", at)
	case r.Kind == plan.Int && r.Int == nil:
		return onDecoder("integers", at)
	}
	return jen.Id("list").Call(d, at, readFunc(v.Elem))
}

// readConst returns the call that checks the constant v at p.
func readConst(v *plan.Value) *jen.Statement {
	at := jen.Id(position)
	switch c := v.Const.(type) {
	case nil:
		return onDecoder("constNull", at)
	case string:
		return onDecoder("constText", at, jen.Lit(c))
	case bool:
		return onDecoder("constBool", at, jen.Lit(c))
	}
	return onDecoder("constNumber", at, jen.Lit(constText(v)))
}

// readFunc returns a func(*decoder, int) (T, int) that reads v.
func readFunc(v *plan.Value) *jen.Statement {
	switch r := v.Resolve(); r.Kind {
	case plan.String:
		return onType("decoder", "str")
	case plan.Bool:
		return onType("decoder", "boolean")
	case plan.Any:
		return onType("decoder", "raw")
	case plan.Int:
		if r.Int == nil {
			return onType("decoder", "integer")
		}
	case plan.Number:
		if r.Number == nil {
			return onType("decoder", "float")
		}
	case plan.Timestamp, plan.Secret:
		return jen.Id("text").Index(goType(r))
	case plan.Named:
		if r.InPlace() {
			return jen.Id("inPlace").Index(goType(r))
		}
		return jen.Id(decodeName(r.Decl))
	case plan.Const:
		return jen.Func().Params(decoderParams()...).Params(goType(v), jen.Int()).Block(
			jen.Return(constValue(r), readConst(r)),
		)
	}
	return jen.Func().Params(decoderParams()...).Params(goType(v), jen.Int()).Block(jen.Return(readCall(v)))
}
