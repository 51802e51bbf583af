package kit

import (
	"bytes"
	"encoding/json"
	"math/big"
	"slices"
	"unicode/utf8"
)

// fits says whether a tree is a value of the type. It is asked where a union
// is told by trial: what is made for one variant could be of another too.
func (n *node) fits(value any) bool {
	if raw, ok := value.(json.RawMessage); ok {
		value = treeOf(raw)
	}
	switch n.Kind {
	case refNode:
		return types[n.Name].fits(value)
	case nullableNode:
		return value == nil || n.Elem.fits(value)
	case anyNode:
		return true
	case boolNode:
		_, ok := value.(bool)
		return ok
	case intNode, numberNode:
		return n.fitsNumber(value)
	case constNode:
		return n.fitsConst(value)
	case listNode:
		list, ok := value.([]any)
		return ok && len(list) >= n.Min && (n.Max < 0 || len(list) <= n.Max) &&
			!slices.ContainsFunc(list, func(v any) bool { return !n.Elem.fits(v) })
	case mapNode:
		return n.fitsMap(value)
	case objectNode:
		return n.fitsObject(value)
	case unionNode:
		return n.fitsUnion(value)
	case kindsNode:
		return n.fitsKinds(value)
	case wrappedNode:
		if object, ok := value.(map[string]any); ok && hasMember(object, n.Member) {
			return n.Elem.fits(object[n.Member])
		}
		return n.Elem.fits(value)
	case trialNode:
		count := n.fitting(value)
		return value != nil && (count == 1 || count == 0 && !n.Closed || count > 1 && !n.Exactly)
	}
	return n.fitsText(value)
}

// fitting counts the variants of a union that a tree fits.
func (n *node) fitting(value any) int {
	count := 0
	for _, v := range n.Variants {
		if v.Value.fits(value) {
			count++
		}
	}
	return count
}

func treeOf(text []byte) any {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		panic(err) // samples and constants are JSON
	}
	return value
}

func hasMember(object map[string]any, name string) bool {
	_, ok := object[name]
	return ok
}

func (n *node) fitsText(value any) bool {
	text, ok := value.(string)
	switch {
	case !ok:
		return false
	case n.Kind == enumNode:
		return !n.Closed || slices.Contains(n.Texts, text)
	case n.Bounded:
		length := utf8.RuneCountInString(text)
		return length >= n.Min && (n.Max < 0 || length <= n.Max)
	}
	return true
}

func (n *node) fitsNumber(value any) bool {
	number, ok := value.(json.Number)
	if !ok {
		return false
	}
	exact, ok := new(big.Rat).SetString(number.String())
	if !ok || n.Kind == intNode && !exact.IsInt() {
		return false
	}
	low, hasLow := new(big.Rat).SetString(n.Low.String())
	high, hasHigh := new(big.Rat).SetString(n.High.String())
	return !(hasLow && exact.Cmp(low) < 0) && !(hasHigh && exact.Cmp(high) > 0)
}

func (n *node) fitsConst(value any) bool {
	want := treeOf([]byte(n.Const))
	if number, ok := want.(json.Number); ok {
		low := node{Kind: numberNode, Low: number, High: number}
		return low.fitsNumber(value)
	}
	switch value.(type) {
	case map[string]any, []any:
		return bytes.Equal(textOf(value), textOf(want))
	}
	return value == want
}

func (n *node) fitsMap(value any) bool {
	object, ok := value.(map[string]any)
	for _, v := range object {
		ok = ok && n.Elem.fits(v)
	}
	return ok
}

func (n *node) fitsObject(value any) bool {
	object, ok := value.(map[string]any)
	if !ok {
		return false
	}
	known := 0
	for i := range n.Fields {
		f := &n.Fields[i]
		there := 0
		for _, name := range append([]string{f.Name}, f.Older...) {
			if !hasMember(object, name) {
				continue
			}
			there++
			if !(f.Nullable && object[name] == nil) && !f.Value.fits(object[name]) {
				return false
			}
		}
		if there > 1 || there == 0 && !f.Optional {
			return false
		}
		known += there
	}
	return !n.Closed || known == len(object)
}

func (n *node) fitsUnion(value any) bool {
	object, _ := value.(map[string]any)
	told, ok := object[n.Member].(string)
	for _, v := range n.Variants {
		if ok && slices.Contains(v.Values, told) {
			return v.Value.fits(value)
		}
	}
	return ok && !n.Closed
}

func (n *node) fitsKinds(value any) bool {
	kind := jsonKind(value)
	for _, v := range n.Variants {
		_, inner := v.Value.behind("")
		if v.Kind == kind || value == nil && inner.Kind == nullableNode {
			return v.Value.fits(value)
		}
	}
	return value != nil && !n.Closed
}

// jsonKind returns the JSON kind of any value of a tree.
func jsonKind(value any) string {
	switch value.(type) {
	case bool:
		return "bool"
	case json.Number:
		return "number"
	}
	return kindOf(value)
}
