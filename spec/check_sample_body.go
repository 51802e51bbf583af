package spec

import "slices"

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
	switch d := r.variant(u, value.text); {
	case d != nil:
		r.fits(n, &Ref{Decl: d})
	case u.Closed:
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

// trialCase is a part of a sample and a union that it is tried with.
type trialCase struct {
	node  *node
	union *TrialUnion
}

// fitsTrial counts the variants that n fits.
func (r *reader) fitsTrial(n *node, u *TrialUnion) {
	count, known := r.trialed[trialCase{n, u}]
	if !known { // samples in samples are tried once, not once for each variant above
		for _, v := range u.Variants {
			if r.isFit(n, v.Type) {
				count++
			}
		}
		r.trialed[trialCase{n, u}] = count
	}
	switch {
	case count == 0 && (u.Closed || n.kind == nullNode):
		r.badSample(n, "it fits no variant of the union")
	case count > 1 && u.Exactly:
		r.badSample(n, "it fits %d variants of the union, and one has to be", count)
	}
}

// isFit says whether n is a value of t, and reports nothing.
func (r *reader) isFit(n *node, t Type) bool {
	before := len(r.all)
	r.fits(n, t)
	ok := len(r.all) == before
	r.all = r.all[:before]
	return ok
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
