package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// object returns the declaration of a struct and its methods.
func object(d *plan.Decl, o *plan.Object, first string) *jen.Statement {
	s := comment(docText(first, &d.Doc))
	s.Type().Id(d.GoName).Struct(structFields(o.Fields)...).Line().Line()
	s.Add(objectInfo(infoName(d), o.Names(), o.Fields, o.Closed, nil, nil)).Line().Line()
	s.Add(method(d.GoName, "read").Params(decoderParams()...).Int().Block(
		jen.Return(onDecoder("object", jen.Id(position), jen.Id(receiver), jen.Op("&").Id(infoName(d)))),
	)).Line().Line()
	s.Add(fieldMethod(d.GoName, fieldCases(o.Fields))).Line().Line()
	s.Add(encodeMethod(d.GoName, writeFields(o.Fields))).Line().Line()
	s.Add(validateMethod(d.GoName, checkFields(o.Fields))).Line().Line()
	return s.Add(publicMethods(d.GoName))
}

// structFields returns the fields of a struct. Those with a comment stand
// apart from those before them.
func structFields(fields []*plan.Field) []jen.Code {
	var out []jen.Code
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
	switch t := goType(f.Value); f.Hold() {
	case plan.Pointer:
		return jen.Op("*").Add(t)
	case plan.ThreeWay:
		return jen.Id("Nullable").Index(t)
	default:
		return t
	}
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

// objectInfo returns the table that the decoder uses beside the field method.
// extra are required numbers beyond those of fields; older is that of an
// envelope's payload.
func objectInfo(name string, names []string, fields []*plan.Field, closed bool, extra []int, older jen.Code) *jen.Statement {
	items := jen.Dict{jen.Id("names"): jen.Index().String().ValuesFunc(func(g *jen.Group) {
		for _, n := range names {
			g.Lit(n)
		}
	})}
	if set := requiredSet(fields, extra); set != nil {
		items[jen.Id("required")] = set
	}
	if renamed := olderInfo(fields, older); len(renamed) > 0 {
		items[jen.Id("older")] = jen.Index().Id("olderNames").Values(renamed...)
	}
	if closed {
		items[jen.Id("closed")] = jen.True()
	}
	return jen.Var().Id(name).Op("=").Id("objectInfo").Values(items)
}

// requiredSet returns the set of the numbers of fields that must be there.
// Fields with older names are not among them.
func requiredSet(fields []*plan.Field, extra []int) *jen.Statement {
	var words [plan.MaxFields / 64]uint64
	for _, n := range extra {
		words[n/64] |= 1 << (n % 64)
	}
	for _, f := range fields {
		if !f.Optional() && f.Older == nil {
			words[f.Number/64] |= 1 << (f.Number % 64)
		}
	}
	used := len(words)
	for used > 0 && words[used-1] == 0 {
		used--
	}
	if used == 0 {
		return nil
	}
	return jen.Id("fieldSet").ValuesFunc(func(g *jen.Group) {
		for _, w := range words[:used] {
			g.Op(fmt.Sprintf("%#x", w))
		}
	})
}

func olderInfo(fields []*plan.Field, more jen.Code) []jen.Code {
	var out []jen.Code
	for _, f := range fields {
		if f.Older != nil {
			out = append(out, olderEntry(f.Number, f.Older, !f.Optional()))
		}
	}
	if more != nil {
		out = append(out, more)
	}
	return out
}

func olderEntry(number int, o *plan.Older, required bool) jen.Code {
	items := jen.Dict{jen.Id("numbers"): jen.Index().Int().ValuesFunc(func(g *jen.Group) {
		g.Lit(number)
		for _, n := range o.Numbers {
			g.Lit(n)
		}
	})}
	if required {
		items[jen.Id("required")] = jen.True()
	}
	return jen.Values(items)
}

// fieldMethod returns the method that maps a member's name to a field.
func fieldMethod(typ string, cases []jen.Code) *jen.Statement {
	params := []jen.Code{jen.Id(decoder).Op("*").Id("decoder"), jen.Id("name").String(), jen.Id(position).Int()}
	body := []jen.Code{jen.Switch(jen.Id("name")).Block(cases...), jen.Return(onDecoder("other", jen.Id(position)))}
	if len(cases) == 0 {
		body = body[1:]
	}
	return method(typ, "field").Params(params...).Params(jen.Int(), jen.Int()).Block(body...)
}

func fieldCases(fields []*plan.Field) []jen.Code {
	var cases []jen.Code
	for _, f := range fields {
		cases = append(cases, jen.Case(jen.Lit(f.Spec.Name)).Block(append(readField(f), returnNumber(f.Number))...))
		cases = append(cases, olderCases(f.Older, own, func() []jen.Code { return readField(f) })...)
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
	case hold == plan.Pointer && isText(f.Value):
		read := []jen.Code{
			jen.List(jen.Id("s"), at).Op(":=").Add(onDecoder("optionalStr", at)),
			own(f.GoName).Op("=").Parens(jen.Op("*").Add(goType(f.Value))).Call(jen.Id("s")),
		}
		if e := openEnumOf(f.Value); e != nil {
			read = append(read, jen.Id("known").Call(d, jen.Op("*").Add(own(f.GoName)), jen.Id(valuesName(e))))
		}
		return read
	case hold == plan.Pointer:
		return assign(readOptional(f.Value))
	case f.Value.Resolve().Kind == plan.Const:
		return assign(jen.Add(readFunc(f.Value)).Call(d, at))
	}
	return assign(readCall(f.Value))
}

// isText says whether v is a type of its own that is any string.
func isText(v *plan.Value) bool {
	switch r := v.Resolve(); r.Kind {
	case plan.Timestamp, plan.Secret:
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

// readOptional returns the call that reads a value into a pointer.
func readOptional(v *plan.Value) *jen.Statement {
	at := jen.Id(position)
	switch r := v.Resolve(); {
	case r.Kind == plan.String:
		return onDecoder("optionalStr", at)
	case r.Kind == plan.Bool:
		return onDecoder("optionalBoolean", at)
	case r.Kind == plan.Int && r.Int == nil:
		return onDecoder("optionalInteger", at)
	case r.Kind == plan.Number && r.Number == nil:
		return onDecoder("optionalFloat", at)
	}
	return jen.Id("optional").Call(jen.Id(decoder), at, readFunc(v))
}

func encodeMethod(typ string, body []jen.Code) *jen.Statement {
	body = append(append([]jen.Code{onEncoder("open")}, body...), onEncoder("close"))
	return method(typ, "encode").Params(jen.Id(encoder).Op("*").Id("encoder")).Block(body...)
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
		return []jen.Code{key, writeStmt(f.Value, jen.Lit(f.Value.Const))}
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

// objectDoc is the first sentence of an object's comment.
func objectDoc(d *plan.Decl) string { return d.GoName + " is an object of the provider." }
