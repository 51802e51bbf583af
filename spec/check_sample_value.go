package spec

import "unicode/utf8"

func (r *reader) fitsScalar(n *node, t *Scalar) {
	switch t.Kind {
	case Bool:
		r.isSample(n, boolNode)
	case String, Timestamp:
		r.isSample(n, textNode)
	}
}

// fitsText counts characters, as JSON Schema does.
func (r *reader) fitsText(n *node, t *Text) {
	if !r.isSample(n, textNode) {
		return
	}
	switch length := utf8.RuneCountInString(n.text); {
	case length < t.Min:
		r.badSample(n, "the text has %d characters, and %d are the fewest", length, t.Min)
	case t.Max >= 0 && length > t.Max:
		r.badSample(n, "the text has %d characters, and %d are the most", length, t.Max)
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
	case nil:
		equal = n.kind == nullNode
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
