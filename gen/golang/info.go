package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/plan"
)

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
