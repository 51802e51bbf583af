package golang

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// goType returns the Go type of v.
func goType(v *plan.Value) *jen.Statement {
	switch v.Kind {
	case plan.Bool:
		return jen.Bool()
	case plan.Int:
		return jen.Int64()
	case plan.Number:
		return jen.Float64()
	case plan.Timestamp:
		return jen.Id("Timestamp")
	case plan.Secret:
		return jen.Id("Secret")
	case plan.Any:
		return jen.Qual("encoding/json", "RawMessage")
	case plan.Const:
		return constType(v.Const)
	case plan.List:
		return jen.Index().Add(goType(v.Elem))
	case plan.Map:
		return jen.Map(jen.String()).Add(goType(v.Elem))
	case plan.Nullable:
		if v.Elem.HasNil() {
			return goType(v.Elem)
		}
		return jen.Op("*").Add(goType(v.Elem))
	case plan.Named:
		return jen.Id(v.Decl.GoName)
	}
	return jen.String()
}

// unaliased returns v without other names for the same Go type. The compiler
// crashes on a type that contains itself through such a name in a type argument.
func unaliased(v *plan.Value) *plan.Value {
	v = v.Resolve()
	if v.Elem == nil {
		return v
	}
	out := *v
	out.Elem = unaliased(v.Elem)
	return &out
}

func constType(value any) *jen.Statement {
	switch value.(type) {
	case bool:
		return jen.Bool()
	case int64:
		return jen.Int64()
	case float64:
		return jen.Float64()
	}
	return jen.String()
}

// readCall returns the call that reads v at p: `d.str(p)`, `list(d, p, ...)`.
func readCall(v *plan.Value) *jen.Statement {
	at := jen.Id(position)
	d := jen.Id(decoder)
	switch v = v.Resolve(); v.Kind {
	case plan.Bool:
		return onDecoder("boolean", at)
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
	return jen.Id("list").Call(d, at, readFunc(v.Elem))
}

// readConst returns the call that checks the constant v at p.
func readConst(v *plan.Value) *jen.Statement {
	at := jen.Id(position)
	switch c := v.Const.(type) {
	case string:
		return onDecoder("constText", at, jen.Lit(c))
	case bool:
		return onDecoder("constBool", at, jen.Lit(c))
	}
	return onDecoder("constNumber", at, jen.Lit(constText(v)))
}

// constText returns the constant v as JSON.
func constText(v *plan.Value) string {
	switch c := v.Const.(type) {
	case string:
		return quoteJSON(c)
	case bool:
		return strconv.FormatBool(c)
	case int64:
		return strconv.FormatInt(c, 10)
	case float64:
		return strconv.FormatFloat(c, 'g', -1, 64)
	}
	panic("golang: a constant that spec does not have")
}

func quoteJSON(s string) string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always encodes
	}
	return string(text)
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
			jen.Return(jen.Lit(r.Const), readConst(r)),
		)
	}
	return jen.Func().Params(decoderParams()...).Params(goType(v), jen.Int()).Block(jen.Return(readCall(v)))
}

// onType returns the method expression `(*typ).name`.
func onType(typ, name string) *jen.Statement { return jen.Parens(jen.Op("*").Id(typ)).Dot(name) }

// writeStmt returns the statement that writes x, whose type is v. In-place
// values must be addressable.
func writeStmt(v *plan.Value, x jen.Code) *jen.Statement {
	e := jen.Id(encoder)
	switch r := v.Resolve(); r.Kind {
	case plan.Bool:
		return onEncoder("boolean", x)
	case plan.Int:
		return onEncoder("integer", x)
	case plan.Number:
		return onEncoder("float", x)
	case plan.Any:
		return onEncoder("raw", x)
	case plan.String:
		return onEncoder("str", x)
	case plan.Const:
		return onEncoder(constWriter(r.Const), x)
	case plan.List:
		if r.Elem.InPlace() {
			return jen.Id("writeObjects").Call(e, x)
		}
		return jen.Id("writeList").Call(e, x, writeFunc(r.Elem))
	case plan.Map:
		return jen.Id("writeMap").Call(e, x, writeFunc(r.Elem))
	case plan.Nullable:
		return jen.If(jen.Add(x).Op("==").Nil()).Block(onEncoder("null")).Else().Block(writeStmt(r.Elem, inside(r.Elem, x)))
	case plan.Named:
		switch {
		case r.InPlace():
			return jen.Add(x).Dot("encode").Call(e)
		case isAlias(r.Decl):
			return jen.Id(encodeName(r.Decl)).Call(e, x)
		case isUnion(r.Decl):
			return jen.Id("writeVariant").Call(e, x)
		}
	}
	return jen.Id("writeText").Call(e, x) // a type that is a string
}

// inside returns what the nullable x holds.
func inside(elem *plan.Value, x jen.Code) jen.Code {
	if elem.HasNil() || elem.InPlace() {
		return x
	}
	return jen.Op("*").Add(x)
}

func constWriter(value any) string {
	switch value.(type) {
	case bool:
		return "boolean"
	case int64:
		return "integer"
	case float64:
		return "float"
	}
	return "str"
}

// writeFunc returns a func(*encoder, T) that writes v.
func writeFunc(v *plan.Value) *jen.Statement {
	switch r := v.Resolve(); r.Kind {
	case plan.String, plan.Bool, plan.Int, plan.Number, plan.Any, plan.Const:
		return onType("encoder", writerName(r))
	case plan.Timestamp, plan.Secret:
		return jen.Id("writeText").Index(goType(r))
	case plan.Named:
		switch {
		case r.InPlace():
			return jen.Id("writeInPlace").Index(goType(r))
		case isAlias(r.Decl):
			return jen.Id(encodeName(r.Decl))
		case isUnion(r.Decl):
			return jen.Id("writeVariant").Index(goType(r))
		}
		return jen.Id("writeText").Index(goType(r))
	}
	return jen.Func().Params(jen.Id(encoder).Op("*").Id("encoder"), jen.Id(receiver).Add(goType(v))).Block(
		writeStmt(v, jen.Id(receiver)),
	)
}

func writerName(v *plan.Value) string {
	switch v.Kind {
	case plan.Bool:
		return "boolean"
	case plan.Int:
		return "integer"
	case plan.Number:
		return "float"
	case plan.Any:
		return "raw"
	case plan.Const:
		return constWriter(v.Const)
	}
	return "str"
}

// checkFunc returns a func(*validation, T) that checks v, or nil if every
// value of its type is good.
func checkFunc(v *plan.Value) *jen.Statement {
	switch r := v.Resolve(); r.Kind {
	case plan.String:
		return onType("validation", "str")
	case plan.Any:
		return onType("validation", "raw")
	case plan.Timestamp, plan.Secret:
		return jen.Id("checkText").Index(goType(r))
	case plan.Named:
		if r.InPlace() {
			return jen.Id("checkInPlace").Index(goType(r))
		}
		return jen.Id(validateName(r.Decl))
	case plan.Bool:
		return nil
	case plan.Int:
		if r.Int == nil {
			return nil
		}
	case plan.Number:
		if r.Number == nil {
			return onType("validation", "float")
		}
	}
	return jen.Func().Params(jen.Id(validation).Op("*").Id("validation"), jen.Id(receiver).Add(goType(v))).Block(
		checkCall(v.Resolve(), jen.Id(receiver)),
	)
}

// checkOrAny is checkFunc with a function that checks nothing in place of nil.
func checkOrAny(v *plan.Value) *jen.Statement {
	if f := checkFunc(v); f != nil {
		return f
	}
	return jen.Id("checkAny").Index(goType(v))
}

// checkCall returns the call that checks x, whose type is v: one of the kinds
// that have no function of their own.
func checkCall(v *plan.Value, x jen.Code) *jen.Statement {
	c := jen.Id(validation)
	switch v.Kind {
	case plan.Int:
		low, high := intBounds(v)
		return onValidation("integerIn", x, low, high)
	case plan.Number:
		low, high := numberBounds(v)
		return onValidation("floatIn", x, low, high)
	case plan.Const:
		return jen.Id("checkConst").Call(c, x, jen.Lit(v.Const), jen.Lit(constText(v)))
	case plan.List:
		return jen.Id("checkList").Call(c, x, jen.Lit(v.Min), jen.Lit(v.Max), checkOrAny(v.Elem))
	case plan.Map:
		return jen.Id("checkMap").Call(c, x, checkOrAny(v.Elem))
	case plan.Nullable:
		if v.Elem.HasNil() {
			return jen.If(jen.Add(x).Op("!=").Nil()).Block(jen.Add(checkOrAny(v.Elem)).Call(c, x))
		}
		return jen.Id("checkOrNull").Call(c, x, checkOrAny(v.Elem))
	}
	return jen.Add(checkOrAny(v)).Call(c, x)
}

func intBounds(v *plan.Value) (low, high jen.Code) {
	low, high = jen.Qual("math", "MinInt64"), jen.Qual("math", "MaxInt64")
	if v.Int.Min != nil {
		low = jen.Lit(int(*v.Int.Min))
	}
	if v.Int.Max != nil {
		high = jen.Lit(int(*v.Int.Max))
	}
	return low, high
}

func numberBounds(v *plan.Value) (low, high jen.Code) {
	low, high = jen.Op("-").Id("maxNumber"), jen.Id("maxNumber")
	if v.Number.Min != nil {
		low = floatLit(*v.Number.Min)
	}
	if v.Number.Max != nil {
		high = floatLit(*v.Number.Max)
	}
	return low, high
}

// floatLit returns a float literal; jennifer would give -0 and whole numbers
// another look.
func floatLit(f float64) jen.Code {
	if f == 0 {
		f = math.Abs(f)
	}
	return jen.Lit(f)
}

func isAlias(d *plan.Decl) bool { _, ok := d.Body.(*plan.Alias); return ok }
func isUnion(d *plan.Decl) bool { _, ok := d.Body.(*plan.MemberUnion); return ok }
