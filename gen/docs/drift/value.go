package drift

import (
	"fmt"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// value compares what the page shows with a type. f and known are the member
// that it is, or is part of.
func (c *comparer) value(w where, s *infer.Shape, t spec.Type, f *infer.Field, known *spec.Field) {
	if s == nil || s.Kind == infer.Open || s.Kind == infer.Null {
		return
	}
	switch t := t.(type) {
	case *spec.Scalar:
		switch t.Kind {
		case spec.String, spec.Timestamp:
			c.kind(w, s, t, f, known, infer.String)
		case spec.Bool:
			c.kind(w, s, t, f, known, infer.Bool)
		}
	case *spec.Int:
		c.kind(w, s, t, f, known, infer.Int)
	case *spec.Number:
		c.kind(w, s, t, f, known, infer.Int, infer.Number)
	case *spec.Const:
		c.kind(w, s, t, f, known, constKinds(t)...)
	case *spec.Nullable:
		c.value(w, s, t.Elem, f, known)
	case *spec.List:
		if c.kind(w, s, t, f, known, infer.List) {
			c.value(w, s.Elem, t.Elem, f, known)
		}
	case *spec.Map:
		c.mapped(w, s, t, f, known)
	case *spec.Ref:
		c.declared(w, s, t, f, known)
	}
}

func constKinds(t *spec.Const) []infer.Kind {
	switch t.Value.(type) {
	case string:
		return []infer.Kind{infer.String}
	case bool:
		return []infer.Kind{infer.Bool}
	}
	return []infer.Kind{infer.Int, infer.Number}
}

// kind says whether what the page shows is of one of the kinds, and reports
// it if it is not.
func (c *comparer) kind(w where, s *infer.Shape, t spec.Type, f *infer.Field, known *spec.Field, kinds ...infer.Kind) bool {
	for _, k := range kinds {
		if s.Kind == k {
			return true
		}
	}
	at := c.spanOf(w)
	if known != nil {
		at = known.TypeSpan
	}
	c.add(w, Finding{Kind: TypeChanged, Value: kindName(s), PageAt: s.Span, SpecAt: at, PageField: f, SpecField: known, SpecType: t,
		Message: fmt.Sprintf("%s is %s, in the specification %s", quoted(w.path), article(kindName(s)), TypeName(t))})
	return false
}

func quoted(path string) string {
	if path == "" {
		return "the payload"
	}
	return fmt.Sprintf("%q", path)
}

func (c *comparer) mapped(w where, s *infer.Shape, t *spec.Map, f *infer.Field, known *spec.Field) {
	if !c.kind(w, s, t, f, known, infer.Object, infer.Named, infer.Map) {
		return
	}
	if s.Kind == infer.Map {
		c.value(w, s.Elem, t.Elem, f, known)
	}
	for _, m := range s.Fields {
		c.value(w.member(m.Name), m.Shape, t.Elem, f, known)
	}
}

// declared compares with a declared type.
func (c *comparer) declared(w where, s *infer.Shape, t *spec.Ref, f *infer.Field, known *spec.Field) {
	switch b := t.Decl.Body.(type) {
	case *spec.Alias:
		c.value(w, s, b.Type, f, known)
	case *spec.Enum:
		c.kind(w, s, t, f, known, infer.String)
	case *spec.Wrapped:
		c.wrapped(w, s, b, f, known)
	case *spec.KindUnion:
		c.byKind(w, s, t, b, f, known)
	case *spec.Object:
		if c.kind(w, s, t, f, known, infer.Object, infer.Named, infer.Map) {
			w.owner = t.Decl
			c.members(w, s, b)
		}
	case *spec.MemberUnion:
		if !c.kind(w, s, t, f, known, infer.Object, infer.Named, infer.Map) {
			return
		}
		if v := variant(s, b); v != nil {
			w.owner = v
			c.members(w, s, v.Body.(*spec.Object))
		}
	}
}

// variant is the object that a sample is of, nil if it does not tell.
func variant(s *infer.Shape, u *spec.MemberUnion) *spec.TypeDecl {
	by := s.Field(u.Member)
	if by == nil {
		return nil
	}
	for _, v := range u.Variants {
		for _, value := range v.Values {
			if value == by.Shape.Text {
				return v.Decl
			}
		}
	}
	return nil
}

func (c *comparer) byKind(w where, s *infer.Shape, t *spec.Ref, u *spec.KindUnion, f *infer.Field, known *spec.Field) {
	kinds := map[infer.Kind]spec.JSONKind{infer.String: spec.KindString, infer.Int: spec.KindNumber, infer.Number: spec.KindNumber,
		infer.Bool: spec.KindBool, infer.List: spec.KindList, infer.Object: spec.KindObject, infer.Named: spec.KindObject, infer.Map: spec.KindObject}
	for _, v := range u.Variants {
		if v.Kind == kinds[s.Kind] {
			c.value(w, s, v.Type, f, known)
			return
		}
	}
	c.kind(w, s, t, f, known)
}

// wrapped compares with a type of two shapes: either will do.
func (c *comparer) wrapped(w where, s *infer.Shape, t *spec.Wrapped, f *infer.Field, known *spec.Field) {
	if m := s.Field(t.Member); s.Kind == infer.Object && m != nil {
		inner := w
		if w.path == "" {
			inner = w.member(t.Member)
		}
		c.value(inner, m.Shape, t.Type, m, known)
		for _, other := range s.Fields {
			if other.Name != t.Member {
				c.add(w.member(other.Name), Finding{Kind: FieldAdded, Value: other.Name, PageAt: other.Span, SpecAt: c.spanOf(w), PageField: other,
					Message: fmt.Sprintf("field %q is new", other.Name)})
			}
		}
		return
	}
	c.value(w, s, t.Type, f, known)
}

// kindName is the type that a shape shows, as the language calls it.
func kindName(s *infer.Shape) string {
	return [...]string{"any", "null", "bool", "int", "number", "string", "list", "object", "object", "object"}[s.Kind]
}

func article(s string) string {
	switch s {
	case "int", "object", "any":
		return "an " + s
	}
	return "a " + s
}

// TypeName is a type in words.
func TypeName(t spec.Type) string {
	switch t := t.(type) {
	case *spec.Scalar:
		return article(string(t.Kind))
	case *spec.Int:
		return "an int"
	case *spec.Number:
		return "a number"
	case *spec.Const:
		return fmt.Sprintf("the constant %v", t.Value)
	case *spec.List:
		return "a list"
	case *spec.Map:
		return "a map"
	case *spec.Nullable:
		return TypeName(t.Elem)
	case *spec.Ref:
		return "of type " + t.Decl.Name
	}
	return "of another type"
}
