package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// alias returns the declaration of another name for a type.
func alias(d *plan.Decl, a *plan.Alias) *jen.Statement {
	s := comment(docText(d.GoName+" is "+aliasWords(a.Value), &d.Doc))
	if a.Same {
		return s.Type().Id(d.GoName).Op("=").Add(goType(a.Value)).Line()
	}
	underlying := goType(a.Value)
	s.Type().Id(d.GoName).Add(underlying).Line().Line()
	s.Add(aliasDecode(d, a)).Line().Line()
	s.Func().Id(encodeName(d)).Params(jen.Id(encoder).Op("*").Id("encoder"), jen.Id(receiver).Id(d.GoName)).Block(
		writeStmt(a.Value, converted(a.Value)),
	).Line().Line()
	s.Add(aliasValidate(d, a)).Line().Line()
	return s.Add(functionMethods(d, jen.Id(encodeName(d))))
}

// aliasWords says what a value is.
func aliasWords(v *plan.Value) string {
	switch v.Kind {
	case plan.Bool:
		return "a bool"
	case plan.Int, plan.Number:
		return "a number"
	case plan.Timestamp:
		return "a point in time"
	case plan.Any:
		return "any JSON value"
	case plan.Const:
		return "always " + constText(v)
	case plan.List:
		return "a list"
	case plan.Map:
		return "a map"
	case plan.Nullable:
		return aliasWords(v.Elem) + ", or null"
	case plan.Named:
		return "another name for " + v.Decl.GoName
	}
	return "a string"
}

func aliasDecode(d *plan.Decl, a *plan.Alias) *jen.Statement {
	read := readCall(a.Value)
	if a.Value.Kind == plan.Const {
		read = jen.Add(readFunc(a.Value)).Call(jen.Id(decoder), jen.Id(position))
	}
	return jen.Func().Id(decodeName(d)).Params(decoderParams()...).Params(jen.Id(d.GoName), jen.Int()).Block(
		jen.List(jen.Id(receiver), jen.Id(position)).Op(":=").Add(read),
		jen.Return(jen.Id(d.GoName).Call(jen.Id(receiver)), jen.Id(position)),
	)
}

func aliasValidate(d *plan.Decl, a *plan.Alias) *jen.Statement {
	if checkFunc(a.Value) == nil {
		return jen.Func().Id(validateName(d)).Params(jen.Op("*").Id("validation"), jen.Id(d.GoName)).Block()
	}
	check := jen.Add(checkFunc(a.Value)).Call(jen.Id(validation), converted(a.Value))
	switch a.Value.Kind {
	case plan.List, plan.Map, plan.Const, plan.Text, plan.Int:
		check = checkCall(a.Value, converted(a.Value))
	}
	return validateFunction(d, check)
}

// converted returns the receiver as a value of the type below its own. Lists
// and maps need no conversion.
func converted(v *plan.Value) *jen.Statement {
	switch v.Kind {
	case plan.List, plan.Map:
		return jen.Id(receiver)
	}
	return goType(v).Call(jen.Id(receiver))
}
