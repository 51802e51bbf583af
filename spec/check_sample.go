package spec

import "slices"

// checkSample checks that a sample is what it is a sample of.
func (r *reader) checkSample(s sampleSyntax) {
	switch {
	case s.nullable && s.node.kind == nullNode:
	case s.decl != nil:
		r.fits(s.node, &Ref{Decl: s.decl})
	case s.action != nil && s.action.Payload != nil:
		r.fits(s.node, &Ref{Decl: s.action.Payload})
	case s.action == nil:
		r.fits(s.node, s.typ)
	}
}

// fits reports where a sample is no value of t.
func (r *reader) fits(n *node, t Type) {
	if n.kind == brokenNode || len(r.all) == maxCollected {
		return
	}
	switch t := r.behind(t).(type) {
	case *Scalar:
		r.fitsScalar(n, t)
	case *Int:
		r.fitsInt(n, t)
	case *Number:
		r.fitsNumber(n, t)
	case *Const:
		r.fitsConst(n, t)
	case *List:
		r.fitsList(n, t)
	case *Map:
		if r.isSample(n, mappingNode) {
			for _, p := range n.pairs {
				r.fits(p.value, t.Elem)
			}
		}
	case *Nullable:
		if n.kind != nullNode {
			r.fits(n, t.Elem)
		}
	case *Ref:
		r.fitsBody(n, t.Decl.Body)
	}
}

func (r *reader) fitsBody(n *node, body Body) {
	switch b := body.(type) {
	case *Object:
		r.fitsObject(n, b)
	case *Enum:
		if r.isSample(n, textNode) && b.Closed &&
			!slices.ContainsFunc(b.Values, func(v *EnumValue) bool { return v.Value == n.text }) {
			r.badSample(n, "%s is no value of the closed enum", quote(n.text))
		}
	case *MemberUnion:
		r.fitsMemberUnion(n, b)
	case *KindUnion:
		r.fitsKindUnion(n, b)
	case *Wrapped:
		r.fitsShapes(n, b)
	}
}

func (r *reader) badSample(n *node, format string, args ...any) *finding {
	return r.add("bad-sample", n.span, "the sample is not of its type: "+format, args...)
}

// isSample reports a part of a sample that is none of the wanted kinds.
func (r *reader) isSample(n *node, wanted ...nodeKind) bool {
	if slices.Contains(wanted, n.kind) {
		return true
	}
	if n.kind != brokenNode {
		f := r.badSample(n, "%s is wanted here, not %s", wanted[0], n.kind)
		if wanted[0] == textNode && n.isScalar() && n.kind != nullNode {
			f.help("put it in quotes: %s", quote(n.text))
		}
	}
	return false
}

func (r *reader) fitsScalar(n *node, t *Scalar) {
	switch t.Kind {
	case Bool:
		r.isSample(n, boolNode)
	case String, Timestamp:
		r.isSample(n, textNode)
	}
}

// fitsInt takes any number that is whole, however it is written.
func (r *reader) fitsInt(n *node, t *Int) {
	if !r.isSample(n, intNode, floatNode) {
		return
	}
	i, ok := n.wholeValue()
	switch {
	case !ok:
		r.badSample(n, "%s is not a whole number of 64 bits", clip(n.text))
	case t.Min != nil && i < *t.Min || t.Max != nil && i > *t.Max:
		r.badSample(n, "%s is out of bounds", clip(n.text))
	}
}

func (r *reader) fitsNumber(n *node, t *Number) {
	if !r.isSample(n, floatNode, intNode) || n.jsonNumber() == "" {
		return
	}
	f, ok := n.floatValue()
	switch {
	case !ok:
		r.badSample(n, "%s is not a finite 64-bit number", clip(n.text))
	case t.Min != nil && f < *t.Min || t.Max != nil && f > *t.Max:
		r.badSample(n, "%s is out of bounds", clip(n.text))
	}
}

func (r *reader) fitsConst(n *node, t *Const) {
	equal := false
	switch want := t.Value.(type) {
	case string:
		equal = n.kind == textNode && n.text == want
	case bool:
		equal = n.kind == boolNode && n.boolValue() == want
	case int64:
		i, ok := n.wholeValue()
		equal = ok && i == want
	case float64:
		f, ok := n.floatValue()
		equal = ok && (n.kind == intNode || n.kind == floatNode) && f == want
	}
	if !equal && n.kind != brokenNode {
		r.badSample(n, "the constant %s is wanted here", clip(constText(t)))
	}
}

func (r *reader) fitsList(n *node, t *List) {
	if !r.isSample(n, listNode) {
		return
	}
	switch {
	case len(n.items) < t.Min:
		r.badSample(n, "the list has %d elements, and %d are the fewest", len(n.items), t.Min)
	case t.Max >= 0 && len(n.items) > t.Max:
		r.badSample(n, "the list has %d elements, and %d are the most", len(n.items), t.Max)
	}
	for _, item := range n.items {
		r.fits(item, t.Elem)
	}
}

// fitsObject checks the members of an object; unknown ones of an open object
// can be anything.
func (r *reader) fitsObject(n *node, o *Object) {
	if !r.isSample(n, mappingNode) {
		return
	}
	index := r.index(o)
	there := map[*Field]*node{}
	for _, p := range n.pairs {
		f := index.member(p.key.text)
		switch {
		case f == nil && o.Closed:
			r.badSample(p.key, "the closed object has no member %s", quote(p.key.text))
		case f == nil:
		case there[f] != nil:
			r.badSample(p.key, "%s and %s are names of the same member", quote(p.key.text), quote(there[f].text)).
				related(there[f].span, "the other name")
		default:
			there[f] = p.key
			if !f.Nullable || p.value.kind != nullNode {
				r.fits(p.value, f.Type)
			}
		}
	}
	for _, f := range index.required {
		if there[f] == nil {
			r.badSample(n, "the member %s is missing", quote(f.Name)).related(f.Span, "the member")
		}
	}
}

// fitsMemberUnion follows the member; a value that is not known leads nowhere.
func (r *reader) fitsMemberUnion(n *node, u *MemberUnion) {
	if !r.isSample(n, mappingNode) {
		return
	}
	value := valueOf(n, u.Member)
	if value == nil {
		r.badSample(n, "the member %s is missing, which tells the variants apart", quote(u.Member))
		return
	}
	if !r.isSample(value, textNode) {
		return
	}
	for _, v := range u.Variants {
		if slices.Contains(v.Values, value.text) {
			r.fits(n, &Ref{Decl: v.Decl})
			return
		}
	}
	if u.Closed {
		r.badSample(value, "%s is no variant of the closed union", quote(value.text))
	}
}

func valueOf(n *node, key string) *node {
	for _, p := range n.pairs {
		if p.key.text == key {
			return p.value
		}
	}
	return nil
}

// kindOfNode is the JSON kind of a node.
var kindOfNode = map[nodeKind]JSONKind{
	textNode: KindString, intNode: KindNumber, floatNode: KindNumber,
	boolNode: KindBool, listNode: KindList, mappingNode: KindObject,
}

func (r *reader) fitsKindUnion(n *node, u *KindUnion) {
	kind := kindOfNode[n.kind]
	for _, v := range u.Variants {
		if _, nullable := v.Type.(*Nullable); nullable && n.kind == nullNode {
			return
		}
		if v.Kind == kind {
			r.fits(n, v.Type)
			return
		}
	}
	if u.Closed || n.kind == nullNode {
		r.badSample(n, "%s is no variant of the union", n.kind)
	}
}

// fitsShapes checks the shape that n has: see Wrapped.
func (r *reader) fitsShapes(n *node, w *Wrapped) {
	if n.kind != mappingNode {
		r.fits(n, w.Type)
		return
	}
	value := valueOf(n, w.Member)
	switch {
	case value != nil:
		r.fits(value, w.Type)
	case slices.Contains(KindsOf(r.behind(w.Type)), KindObject):
		r.fits(n, w.Type)
	case r.behind(w.Type) != nil:
		r.badSample(n, "the member %s is missing", quote(w.Member))
	}
}
