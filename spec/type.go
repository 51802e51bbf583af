package spec

import (
	"fmt"
	"math"
	"regexp"
	"slices"
)

var typeName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)

// builtins are the names of types that nobody declares.
var builtins = []string{"string", "bool", "int", "number", "timestamp", "any"}

// typeKinds are the keys of a TYPE that is a mapping; one of them is there.
var typeKinds = []string{"string", "int", "number", "const", "list", "map", "nullable"}

// nullableSyntax is a `{nullable: TYPE}` and its place.
type nullableSyntax struct {
	typ *Nullable
	at  Span
}

// readType reads a TYPE. It is nil, after a finding, if there is none to read.
func (r *reader) readType(n *node) Type { return r.readTypeOf(n, false) }

// readElement reads a TYPE that can be `{nullable: TYPE}`.
func (r *reader) readElement(n *node) Type { return r.readTypeOf(n, true) }

func (r *reader) readTypeOf(n *node, nullable bool) Type {
	switch {
	case n == nil || n.kind == brokenNode:
	case n.kind == textNode:
		return r.namedType(n)
	case n.kind == mappingNode:
		return r.mappedType(n, nullable)
	default:
		r.wrongType(n, "a type", "a name or a mapping")
	}
	return nil
}

func (r *reader) namedType(n *node) Type {
	switch n.text {
	case "int":
		return &Int{}
	case "number":
		return &Number{}
	case "string", "bool", "timestamp", "any":
		return &Scalar{Kind: ScalarKind(n.text)}
	}
	return r.reference(n)
}

func (r *reader) mappedType(n *node, nullable bool) Type {
	known := slices.Clone(typeKinds)
	if slices.ContainsFunc(n.pairs, func(p pair) bool { return p.key.text == "list" }) {
		known = append(known, "min", "max")
	}
	m := r.mapping(n, "a type", known...)
	switch m.one(typeKinds...) {
	case "string":
		return m.textType()
	case "int":
		return m.intType()
	case "number":
		return m.numberType()
	case "const":
		return m.constType()
	case "list":
		return m.listType()
	case "map":
		return &Map{Elem: r.readElement(m.get("map"))}
	case "nullable":
		if !nullable {
			r.add("misplaced-nullable", m.keySpan("nullable"), "only an element, a map's value or a variant can be {nullable: TYPE}").
				help("a field says `nullable: true` beside its type")
		}
		t := &Nullable{Elem: r.readType(m.get("nullable"))}
		r.nullables = append(r.nullables, nullableSyntax{t, m.keySpan("nullable")})
		return t
	}
	return nil
}

func (m *mapping) textType() Type {
	b := m.mapping(m.get("string"), "string", "min", "max")
	t := &Text{Min: b.int("min", 0, math.MaxInt32, 0), Max: b.int("max", 0, math.MaxInt32, -1)}
	if t.Max >= 0 && t.Min > t.Max {
		b.swapped()
	}
	return t
}

func (m *mapping) intType() Type {
	b := m.mapping(m.get("int"), "int", "min", "max")
	t := &Int{Min: b.int64("min"), Max: b.int64("max")}
	if t.Min != nil && t.Max != nil && *t.Min > *t.Max {
		b.swapped()
	}
	return t
}

func (m *mapping) int64(key string) *int64 {
	n := m.get(key)
	if n == nil {
		return nil
	}
	if i, ok := m.whole(n, key); ok {
		return &i
	}
	return nil
}

func (m *mapping) numberType() Type {
	b := m.mapping(m.get("number"), "number", "min", "max")
	t := &Number{Min: b.float64("min"), Max: b.float64("max")}
	if t.Min != nil && t.Max != nil && *t.Min > *t.Max {
		b.swapped()
	}
	return t
}

func (m *mapping) float64(key string) *float64 {
	n := m.get(key)
	if n == nil || !m.is(n, key, floatNode, intNode) {
		return nil
	}
	return m.finite(n, key)
}

// finite is the value of a number; nil, after a finding, if a 64-bit float
// cannot hold it.
func (r *reader) finite(n *node, what string) *float64 {
	f, ok := n.floatValue()
	if ok {
		return &f
	}
	r.add("not-finite", n.span, "%s %s is not a finite 64-bit number", what, clip(n.text))
	return nil
}

// swapped reports bounds that nothing can lie between.
func (m *mapping) swapped() {
	m.add("bad-bounds", m.keySpan("min"), "min is greater than max").related(m.keySpan("max"), "max is here")
}

func (m *mapping) constType() Type {
	n := m.get("const")
	switch n.kind {
	case textNode:
		return &Const{Value: n.text}
	case boolNode:
		return &Const{Value: n.boolValue()}
	case intNode:
		if i, ok := n.intValue(); ok {
			return &Const{Value: i}
		}
		m.add("out-of-range", n.span, "const %s does not fit 64 bits", clip(n.text))
	case floatNode:
		if f := m.finite(n, "const"); f != nil {
			return &Const{Value: *f}
		}
	case brokenNode:
	default:
		if n.kind == nullNode && n.text == "null" { // a value that was forgotten is null too
			return &Const{}
		}
		m.wrongType(n, "const", "text, a number, true, false or the word null")
	}
	return nil
}

func (m *mapping) listType() Type {
	t := &List{
		Elem: m.readElement(m.get("list")),
		Min:  m.int("min", 0, math.MaxInt32, 0),
		Max:  m.int("max", 0, math.MaxInt32, -1),
	}
	if t.Max >= 0 && t.Min > t.Max {
		m.swapped()
	}
	return t
}

// constText is a constant as a file would have it.
func constText(c *Const) string {
	if c.Value == nil {
		return "null"
	}
	return fmt.Sprint(c.Value)
}
