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
	case nil:
		return jen.Struct()
	case bool:
		return jen.Bool()
	case int64:
		return jen.Int64()
	case float64:
		return jen.Float64()
	}
	return jen.String()
}

// constValue returns the constant v in Go.
func constValue(v *plan.Value) *jen.Statement {
	if v.Const == nil {
		return jen.Struct().Values()
	}
	return jen.Lit(v.Const)
}

// constText returns the constant v as JSON.
func constText(v *plan.Value) string {
	switch c := v.Const.(type) {
	case nil:
		return "null"
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

func intBounds(v *plan.Value) (low, high jen.Code) {
	low, high = jen.Qual("math", "MinInt64"), jen.Qual("math", "MaxInt64")
	if v.Int.Min != nil {
		low = jen.Op(strconv.FormatInt(*v.Int.Min, 10))
	}
	if v.Int.Max != nil {
		high = jen.Op(strconv.FormatInt(*v.Int.Max, 10))
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
