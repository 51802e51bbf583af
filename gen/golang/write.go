package golang

import (
	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// encodeMethod returns the method that writes an object, whose members body writes.
func encodeMethod(typ string, body []jen.Code) *jen.Statement {
	return method(typ, "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(bracketed(encoder, body)...)
}

// bracketed returns body between the calls of open and close on the encoder or
// validation named walk.
func bracketed(walk string, body []jen.Code) []jen.Code {
	open := jen.If(jen.Op("!").Id(walk).Dot("open").Call()).Block(jen.Return())
	return append(append([]jen.Code{open}, body...), jen.Id(walk).Dot("close").Call())
}

// writeFields returns the statements that write the members of an object.
func writeFields(fields []*plan.Field) []jen.Code {
	var out []jen.Code
	for _, f := range fields {
		out = append(out, writeField(f)...)
	}
	return out
}

func writeField(f *plan.Field) []jen.Code {
	key := onEncoder("key", keyLiteral(f.Spec.Name))
	if f.Older != nil {
		key = onEncoder("keyOr", own(f.Older.GoName), keyLiteral(f.Spec.Name))
	}
	if f.Constant() {
		return []jen.Code{key, writeStmt(f.Value, constValue(f.Value))}
	}
	x := own(f.GoName)
	missing := jen.Add(x).Op("!=").Nil()
	var write jen.Code
	switch f.Hold() {
	case plan.Plain:
		return []jen.Code{key, writeStmt(f.Value, x)}
	case plan.ThreeWay:
		missing = jen.Op("!").Add(x).Dot("IsZero").Call()
		write = jen.Id("writeNullable").Call(jen.Id(encoder), x, writeFunc(f.Value))
	case plan.NilValue:
		write = writeStmt(f.Value, x)
	case plan.Pointer:
		write = writeStmt(f.Value, inside(f.Value, x))
	}
	if f.Optional() {
		return []jen.Code{jen.If(missing).Block(key, write)}
	}
	return []jen.Code{key, jen.If(jen.Add(x).Op("==").Nil()).Block(onEncoder("null")).Else().Block(write)}
}

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
	case plan.String, plan.Text:
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
	return onEncoder("str", jen.String().Call(x)) // a type that is a string
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
	case nil:
		return "nothing"
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
	case plan.String, plan.Text, plan.Bool, plan.Int, plan.Number, plan.Any, plan.Const:
		return onType("encoder", writerName(r))
	case plan.Timestamp, plan.Secret:
		return jen.Id("writeText").Index(goType(r))
	case plan.Named:
		switch {
		case r.InPlace(): // a call that is not generic keeps the value off the heap
		case isAlias(r.Decl):
			return jen.Id(encodeName(r.Decl))
		case isUnion(r.Decl):
			return jen.Id("writeVariant").Index(goType(r))
		default:
			return jen.Id("writeText").Index(goType(r))
		}
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
