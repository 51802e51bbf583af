package jsonschema

import (
	"encoding/json"
	"math/big"
	"slices"
	"unicode/utf8"
)

// set is the values that a schema accepts, apart by JSON kind. A set that has
// been made is not changed.
type set struct {
	null  bool
	bools [2]bool // false and true
	kinds [4]part // by text, number, list, object; nil where there is no value
}

// The kinds of set.kinds.
const (
	textKind = iota
	numberKind
	listKind
	objectKind
)

// part is the values of one kind: *texts, *numbers, *list, *object, or a
// *choice of those.
type part interface{ isPart() }

// texts are strings.
type texts struct {
	enum []string // nil for all of min to max characters
	min  int
	max  int // -1 for no bound
	time bool
	at   *node
}

// numbers are whole numbers or all numbers.
type numbers struct {
	whole     bool
	low, high *big.Rat
	enum      []json.Number // nil for all between the bounds
	at        *node
}

// list is arrays whose elements are in all of elem.
type list struct {
	elem []*node
	min  int
	max  int // -1 for no bound
	at   *node
}

// object is objects. A member that is none of fields is in all of extra.
type object struct {
	fields []*field
	extra  []*node
	base   *object // that it narrows, if that is all it does; fields has its fields too
	at     *node
	byName map[string]*field
}

// field is a member whose value is in all of values.
type field struct {
	name     string
	values   []*node
	required bool
}

// choice is values of any of several parts, or of exactly one.
type choice struct {
	parts   []part
	exactly bool
	at      *node
}

func (*texts) isPart()   {}
func (*numbers) isPart() {}
func (*list) isPart()    {}
func (*object) isPart()  {}
func (*choice) isPart()  {}

// What every value of a kind is part of. A part of this identity is not
// narrowed in any way.
var (
	anyText   = &texts{max: -1}
	anyNumber = &numbers{}
	anyList   = &list{max: -1}
	anyObject = &object{}
)

var everything = &set{null: true, bools: [2]bool{true, true}, kinds: [4]part{anyText, anyNumber, anyList, anyObject}}

func (s *set) isEmpty() bool { return *s == set{} }

// only returns the values of s that are of a kind.
func (s *set) only(kind int) *set {
	out := &set{}
	out.kinds[kind] = s.kinds[kind]
	return out
}

func (o *object) field(name string) *field {
	if len(o.byName) != len(o.fields) {
		o.byName = map[string]*field{}
		for _, f := range o.fields {
			o.byName[f.name] = f
		}
	}
	return o.byName[name]
}

// put adds a field of a new name.
func (o *object) put(f *field) {
	o.fields = append(o.fields, f)
	if o.byName != nil {
		o.byName[f.name] = f
	}
}

// isClosed says whether an object has no members but its fields.
func (o *object) isClosed() bool {
	return slices.ContainsFunc(o.extra, func(n *node) bool { return n.kind == boolNode && n.value == false })
}

// meetTexts returns the strings that are in both.
func meetTexts(a, b *texts) part {
	out := &texts{min: max(a.min, b.min), max: lower(a.max, b.max), time: a.time || b.time, at: a.at}
	switch {
	case a.enum != nil && b.enum != nil:
		listed := words(b.enum...)
		out.enum = slices.DeleteFunc(slices.Clone(a.enum), func(s string) bool { return !listed[s] })
	case a.enum != nil:
		out.enum = slices.Clone(a.enum)
	case b.enum != nil:
		out.enum, out.at = slices.Clone(b.enum), b.at
	}
	if out.enum == nil {
		if out.max >= 0 && out.min > out.max {
			return nil
		}
		return out
	}
	out.enum = slices.DeleteFunc(out.enum, func(s string) bool {
		n := utf8.RuneCountInString(s)
		return n < out.min || out.max >= 0 && n > out.max
	})
	if len(out.enum) == 0 {
		return nil
	}
	out.min, out.max = 0, -1
	return out
}

// lower returns the lower of two upper bounds, -1 for none.
func lower(a, b int) int {
	if a < 0 || b >= 0 && b < a {
		return b
	}
	return a
}

// meetNumbers returns the numbers that are in both.
func meetNumbers(a, b *numbers) part {
	out := &numbers{whole: a.whole || b.whole, low: a.low, high: a.high, at: a.at}
	if out.low == nil || b.low != nil && b.low.Cmp(out.low) > 0 {
		out.low = b.low
	}
	if out.high == nil || b.high != nil && b.high.Cmp(out.high) < 0 {
		out.high = b.high
	}
	switch {
	case a.enum != nil && b.enum != nil:
		listed := map[string]bool{}
		for _, n := range b.enum {
			listed[rat(n).String()] = true
		}
		out.enum = slices.DeleteFunc(slices.Clone(a.enum), func(n json.Number) bool { return !listed[rat(n).String()] })
	case a.enum != nil:
		out.enum = slices.Clone(a.enum)
	case b.enum != nil:
		out.enum, out.at = slices.Clone(b.enum), b.at
	}
	if out.enum == nil {
		if out.low != nil && out.high != nil && out.low.Cmp(out.high) > 0 {
			return nil
		}
		return out
	}
	out.enum = slices.DeleteFunc(out.enum, func(n json.Number) bool { return !out.bounds(n) })
	if len(out.enum) == 0 {
		return nil
	}
	return out
}

// bounds says whether n is whole and within the bounds, as far as they demand.
func (ns *numbers) bounds(n json.Number) bool {
	r := rat(n)
	return !(ns.whole && !r.IsInt()) && !(ns.low != nil && r.Cmp(ns.low) < 0) && !(ns.high != nil && r.Cmp(ns.high) > 0)
}

// rat returns the value of a number. Its exponent has been found to be small.
func rat(n json.Number) *big.Rat {
	r, ok := new(big.Rat).SetString(n.String())
	if !ok {
		return new(big.Rat)
	}
	return r
}
