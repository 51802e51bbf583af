package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// objectValidate returns the method that checks an object, whose members body checks.
func objectValidate(typ string, body []jen.Code) *jen.Statement {
	return validateMethod(typ, bracketed(validation, body))
}

func validateMethod(typ string, body []jen.Code) *jen.Statement {
	return method(typ, "validate").Params(jen.Id(validation).Op("*").Id("validation")).Block(body...)
}

// checkFields returns the statements that check the fields of a struct.
func checkFields(fields []*plan.Field) []jen.Code {
	var out []jen.Code
	for _, f := range fields {
		if !f.Constant() {
			out = append(out, checkField(f)...)
		}
		if f.Older != nil {
			out = append(out, checkOlder(f.Spec.Name, f.Older, own(f.Older.GoName), isThere(f)))
		}
	}
	return out
}

func checkField(f *plan.Field) []jen.Code {
	x, name := own(f.GoName), jen.Lit(f.Spec.Name)
	there := jen.Add(x).Op("!=").Nil()
	hold := f.Hold()
	if f.Value.InPlace() && hold != plan.ThreeWay {
		if hold == plan.Plain {
			return []jen.Code{onValidation("object", name, jen.Op("&").Add(x))}
		}
		return []jen.Code{jen.If(there).Block(onValidation("object", name, x))}
	}
	check := checkFunc(f.Value)
	if check == nil {
		return nil
	}
	if v := f.Value; hold <= plan.Pointer && (v.Resolve().Kind == plan.String || isText(v)) {
		return []jen.Code{checkTextField(f, name, x)}
	}
	c := jen.Id(validation)
	switch hold {
	case plan.Pointer:
		return []jen.Code{jen.Id("optionalMember").Call(c, name, x, check)}
	case plan.ThreeWay:
		return []jen.Code{jen.Id("nullableMember").Call(c, name, x, check)}
	case plan.NilValue:
		return []jen.Code{jen.If(there).Block(jen.Id("member").Call(c, name, x, check))}
	}
	return []jen.Code{jen.Id("member").Call(c, name, x, check)}
}

// checkTextField returns the call that checks a field of a string type.
func checkTextField(f *plan.Field, name, x jen.Code) *jen.Statement {
	hold := f.Hold()
	if f.Value.Resolve().Kind != plan.String {
		x = asString(hold, x)
	}
	if hold == plan.Pointer {
		return onValidation("optionalText", name, x)
	}
	return onValidation("text", name, x)
}

// asString returns x, a field of a string type of its own, as a string or as a
// pointer to one.
func asString(hold plan.Hold, x jen.Code) jen.Code {
	if hold == plan.Pointer {
		return jen.Parens(jen.Op("*").String()).Call(x)
	}
	return jen.String().Call(x)
}

// checkOlder returns the call that checks the field at, which remembers the
// name of the member name.
func checkOlder(name string, o *plan.Older, at, there jen.Code) jen.Code {
	args := []jen.Code{jen.Lit(name), at, there}
	for _, older := range o.Names {
		args = append(args, jen.Lit(older))
	}
	return onValidation("name", args...)
}

// isThere returns the condition that a field will be written.
func isThere(f *plan.Field) jen.Code {
	switch {
	case !f.Optional():
		return jen.True()
	case f.Hold() == plan.ThreeWay:
		return jen.Op("!").Add(own(f.GoName)).Dot("IsZero").Call()
	}
	return own(f.GoName).Op("!=").Nil()
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
	case plan.Const:
		if r.Const == nil {
			return nil
		}
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
	case plan.Text:
		return onValidation("textIn", x, jen.Lit(v.Text.Min), jen.Lit(v.Text.Max))
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
