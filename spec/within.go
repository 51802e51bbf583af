package spec

import "slices"

// within says whether every value of a is one of b, as far as that is plain to
// see: false may mean that nobody knows.
func (r *reader) within(a, b Type) bool {
	return typeOrder{r, map[[2]*TypeDecl]bool{}}.within(a, b)
}

// maxCompared bounds what one file can make of unions with many variants.
const maxCompared = 1_000_000

// typeOrder compares types. seen are pairs of declarations on the way: what
// contains itself is within the other if the rest is.
type typeOrder struct {
	*reader
	seen map[[2]*TypeDecl]bool
}

func (o typeOrder) within(a, b Type) bool {
	if o.compared++; o.compared > maxCompared {
		return false
	}
	a, b = o.behind(a), o.behind(b)
	if a == nil || b == nil {
		return true // has its finding
	}
	if n, ok := a.(*Nullable); ok {
		return o.admitsNullHere(b) && o.within(n.Elem, b)
	}
	if n, ok := b.(*Nullable); ok {
		return o.within(a, n.Elem)
	}
	if s, ok := b.(*Scalar); ok && s.Kind == Any {
		return true
	}
	switch a := a.(type) {
	case *Const:
		return o.hasConst(b, a.Value)
	case *Scalar:
		return a.Kind != Any && o.takesAll(b, a.Kind)
	case *Text:
		if t, ok := b.(*Text); ok {
			return a.Min >= t.Min && (t.Max < 0 || a.Max >= 0 && a.Max <= t.Max)
		}
		return o.takesAll(b, String)
	case *Int:
		return intWithin(a, b)
	case *Number:
		n, ok := b.(*Number)
		return ok && boundsWithin(a.Min, a.Max, n.Min, n.Max)
	case *List:
		l, ok := b.(*List)
		return ok && a.Min >= l.Min && (l.Max < 0 || a.Max >= 0 && a.Max <= l.Max) && o.within(a.Elem, l.Elem)
	case *Map:
		m, ok := b.(*Map)
		return ok && o.within(a.Elem, m.Elem)
	case *Ref:
		return o.declWithin(a.Decl, b)
	}
	return false
}

func (o typeOrder) admitsNullHere(t Type) bool {
	_, ok := t.(*Nullable)
	return ok || o.admitsNull(t)
}

// takesAll says whether t takes every value of a built-in type.
func (o typeOrder) takesAll(t Type, kind ScalarKind) bool {
	switch t := t.(type) {
	case *Scalar:
		return (t.Kind == Bool) == (kind == Bool)
	case *Ref:
		e, ok := t.Decl.Body.(*Enum)
		return ok && !e.Closed && kind != Bool
	}
	return false
}

func (o typeOrder) hasConst(t Type, value any) bool {
	switch t := t.(type) {
	case *Const:
		return t.Value == value
	case *Scalar:
		switch value.(type) {
		case string:
			return t.Kind != Bool
		case bool:
			return t.Kind == Bool
		}
	case *Ref:
		text, isText := value.(string)
		e, ok := t.Decl.Body.(*Enum)
		return ok && isText && (!e.Closed || o.has(e, text))
	}
	return false
}

func intWithin(a *Int, b Type) bool {
	switch b := b.(type) {
	case *Int:
		return boundsWithin(a.Min, a.Max, b.Min, b.Max)
	case *Number:
		return b.Min == nil && b.Max == nil
	}
	return false
}

func boundsWithin[T int64 | float64](low, high, outerLow, outerHigh *T) bool {
	return (outerLow == nil || low != nil && *low >= *outerLow) && (outerHigh == nil || high != nil && *high <= *outerHigh)
}

func (o typeOrder) declWithin(d *TypeDecl, t Type) bool {
	ref, ok := t.(*Ref)
	if ok && ref.Decl == d {
		return true
	}
	switch b := d.Body.(type) {
	case *Enum:
		if !b.Closed {
			return o.takesAll(t, String)
		}
		return !slices.ContainsFunc(b.Values, func(v *EnumValue) bool { return !o.hasConst(t, v.Value) })
	case *Object:
		if !ok {
			return false
		}
		outer, isObject := ref.Decl.Body.(*Object)
		pair := [2]*TypeDecl{d, ref.Decl}
		if !isObject || o.seen[pair] {
			return isObject
		}
		o.seen[pair] = true
		return o.objectWithin(b, outer)
	}
	return false
}

// objectWithin says whether each object a is an object b.
func (o typeOrder) objectWithin(a, b *Object) bool {
	inner, outer := o.index(a), o.index(b)
	for _, f := range b.Fields {
		g := inner.byName[f.Name]
		switch {
		case len(f.OlderNames) > 0 || g != nil && len(g.OlderNames) > 0:
			return false
		case g == nil && (f.Optional == Required || !a.Closed):
			return false // absent, or there as who knows what
		case g == nil:
		case g.Optional != Required && f.Optional == Required, g.Nullable && !f.Nullable && !o.admitsNull(f.Type):
			return false
		case !o.within(g.Type, f.Type):
			return false
		}
	}
	if !b.Closed {
		return true
	}
	return a.Closed && !slices.ContainsFunc(a.Fields, func(f *Field) bool { return outer.byName[f.Name] == nil })
}
