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
	case *Text:
		r.fitsText(n, t)
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
		if r.isSample(n, textNode) && b.Closed && !r.has(b, n.text) {
			r.badSample(n, "%s is no value of the closed enum", quote(n.text))
		}
	case *MemberUnion:
		r.fitsMemberUnion(n, b)
	case *KindUnion:
		r.fitsKindUnion(n, b)
	case *TrialUnion:
		r.fitsTrial(n, b)
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
