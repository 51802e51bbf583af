package jsonschema

import (
	"encoding/json"
	"math/big"
	"strconv"
	"strings"
)

// types returns what `type` says.
func (e *evaluator) types(n *node) *set {
	t := n.members["type"]
	if t == nil {
		return everything
	}
	names := []*node{t}
	if t.kind == listNode {
		names = t.items
	}
	out := &set{}
	for _, name := range names {
		switch name.value {
		case "null":
			out.null = true
		case "boolean":
			out.bools = [2]bool{true, true}
		case "string":
			out.kinds[textKind] = anyText
		case "number":
			out.kinds[numberKind] = anyNumber
		case "integer":
			if out.kinds[numberKind] == nil {
				out.kinds[numberKind] = &numbers{whole: true, at: n}
			}
		case "array":
			out.kinds[listKind] = anyList
		case "object":
			out.kinds[objectKind] = anyObject
		default:
			e.fail(name, "there is no such type")
		}
	}
	return out
}

// values returns what `enum` and `const` say.
func (e *evaluator) values(n *node) *set {
	s := everything
	if list := n.members["enum"]; list != nil {
		if list.kind != listNode {
			e.fail(list, "enum has to be a list")
			return everything
		}
		s = e.listed(n, list.items)
	}
	if value := n.members["const"]; value != nil {
		s = e.meet(s, e.listed(n, []*node{value}))
	}
	return s
}

// listed returns the set of values.
func (e *evaluator) listed(n *node, values []*node) *set {
	out := &set{}
	var words []string
	var nums []json.Number
	seen := map[string]bool{}
	isNew := func(sign string) bool {
		known := seen[sign]
		seen[sign] = true
		return !known
	}
	for _, v := range values {
		switch v.kind {
		case nullNode:
			out.null = true
		case boolNode:
			if v.value == true {
				out.bools[1] = true
			} else {
				out.bools[0] = true
			}
		case textNode:
			if word := v.value.(string); isNew("text " + word) {
				words = append(words, word)
			}
		case numberNode:
			if number := v.value.(json.Number); e.isSmall(v) && isNew("number "+rat(number).String()) {
				nums = append(nums, number)
			}
		case listNode:
			e.notes.add(v, "structured-value", "a list as a single value cannot be said: any list is taken")
			out.kinds[listKind] = anyList
		case objectNode:
			e.notes.add(v, "structured-value", "an object as a single value cannot be said: any object is taken")
			out.kinds[objectKind] = anyObject
		}
	}
	if words != nil {
		out.kinds[textKind] = &texts{enum: words, max: -1, at: n}
	}
	if nums != nil {
		out.kinds[numberKind] = &numbers{enum: nums, at: n}
	}
	return out
}

// isSmall says whether a number can be computed with; it fails if not.
func (e *evaluator) isSmall(n *node) bool {
	text := strings.ToLower(n.value.(json.Number).String())
	_, exponent, _ := strings.Cut(text, "e")
	if x, err := strconv.Atoi(exponent); len(text) > 500 || exponent != "" && (err != nil || x > 400 || x < -400) {
		e.fail(n, "the number is out of bounds")
		return false
	}
	return true
}

// number returns the value of a keyword.
func (e *evaluator) number(n *node, key string) *big.Rat {
	v := n.members[key]
	if v == nil {
		return nil
	}
	if v.kind != numberNode {
		e.fail(v, "%s has to be a number", key)
		return nil
	}
	if !e.isSmall(v) {
		return nil
	}
	return rat(v.value.(json.Number))
}

// count returns the value of a keyword that counts; absent if it is not there.
func (e *evaluator) count(n *node, key string, absent int) int {
	r := e.number(n, key)
	switch {
	case r == nil:
		return absent
	case !r.IsInt() || r.Sign() < 0:
		e.fail(n.members[key], "%s has to be a whole number and not negative", key)
		return absent
	case !r.Num().IsInt64() || r.Num().Int64() > 1<<31-1:
		return 1<<31 - 1
	}
	return int(r.Num().Int64())
}

// rules returns everything but for the values of one kind.
func rules(kind int, p part) *set {
	out := *everything
	out.kinds[kind] = p
	return &out
}

// textRules returns what the keywords for strings say.
func (e *evaluator) textRules(n *node) *set {
	t := &texts{min: e.count(n, "minLength", 0), max: e.count(n, "maxLength", -1), at: n}
	if t.max >= 0 && t.min > t.max {
		return rules(textKind, nil)
	}
	if format, ok := n.text("format"); ok {
		t.time = format == "date-time"
		e.notes.once(n.members["format"], "format", "format is never checked")
	}
	if t.min == 0 && t.max < 0 && !t.time {
		return everything
	}
	return rules(textKind, t)
}

// numberRules returns what the keywords for numbers say.
func (e *evaluator) numberRules(n *node) *set {
	ns := &numbers{low: e.number(n, "minimum"), high: e.number(n, "maximum"), at: n}
	for _, key := range []string{"exclusiveMinimum", "exclusiveMaximum"} {
		v := n.members[key]
		if v == nil {
			continue
		}
		if v.kind == boolNode { // draft 4
			e.notes.add(v, "draft-4", "%s as a bool is of draft 4: the bound itself is taken as allowed", key)
			continue
		}
		e.exclusive(ns, v, key, e.number(n, key))
	}
	if ns.low != nil && ns.high != nil && ns.low.Cmp(ns.high) > 0 {
		return rules(numberKind, nil)
	}
	if m := e.number(n, "multipleOf"); m != nil {
		if m.IsInt() && m.Num().IsInt64() && m.Num().Int64() == 1 {
			ns.whole = true
		} else {
			e.notes.add(n.members["multipleOf"], "multiple-of", "multipleOf cannot be said: other numbers are taken too")
		}
	}
	if ns.low == nil && ns.high == nil && !ns.whole {
		return everything
	}
	return rules(numberKind, ns)
}

// exclusive makes a bound of one that is itself not allowed: the next whole
// number, where only whole numbers are.
func (e *evaluator) exclusive(ns *numbers, v *node, key string, bound *big.Rat) {
	if bound == nil {
		return
	}
	step := big.NewRat(1, 1)
	if t, _ := v.up.text("type"); t != "integer" || !bound.IsInt() {
		step = new(big.Rat)
		if t != "integer" {
			e.notes.add(v, "exclusive", "%s cannot be said of all numbers: the bound itself is taken as allowed", key)
		}
	}
	if key == "exclusiveMinimum" {
		if low := new(big.Rat).Add(bound, step); ns.low == nil || low.Cmp(ns.low) > 0 {
			ns.low = low
		}
	} else if high := new(big.Rat).Sub(bound, step); ns.high == nil || high.Cmp(ns.high) < 0 {
		ns.high = high
	}
}

// listRules returns what the keywords for arrays say.
func (e *evaluator) listRules(n *node) *set {
	l := &list{min: e.count(n, "minItems", 0), max: e.count(n, "maxItems", -1), at: n}
	items := n.members["items"]
	switch prefix := n.members["prefixItems"]; {
	case prefix != nil || items != nil && items.kind == listNode:
		at := prefix
		if at == nil {
			at = items
		}
		e.notes.add(at, "tuple", "types by place in a list cannot be said: any element is taken")
	case items != nil:
		l.elem = []*node{items}
	}
	if l.max >= 0 && l.min > l.max {
		return rules(listKind, nil)
	}
	if l.elem == nil && l.min == 0 && l.max < 0 {
		return everything
	}
	return rules(listKind, l)
}

// objectRules returns what the keywords for objects say.
func (e *evaluator) objectRules(n *node) *set {
	o := &object{at: n}
	properties := n.members["properties"]
	if properties != nil && properties.kind != objectNode {
		e.fail(properties, "properties has to be an object")
		return everything
	}
	if properties != nil {
		for _, name := range properties.order {
			o.put(&field{name: name, values: []*node{properties.members[name]}})
		}
	}
	if extra := n.members["additionalProperties"]; extra != nil && !(extra.kind == boolNode && extra.value == true) {
		o.extra = []*node{extra}
	}
	if patterns := n.members["patternProperties"]; patterns != nil && len(patterns.order) > 0 {
		e.notes.add(patterns, "pattern-properties", "members by the form of their names cannot be said: any other member is taken")
		o.extra = nil
	}
	if required := n.members["required"]; required != nil {
		e.require(o, required)
	}
	if len(o.fields) == 0 && o.extra == nil {
		return everything
	}
	return rules(objectKind, o)
}

func (e *evaluator) require(o *object, required *node) {
	if required.kind != listNode {
		e.notes.add(required, "required", "required has to be a list of names: it is left out")
		return
	}
	for _, item := range required.items {
		name, ok := item.value.(string)
		if !ok {
			e.fail(item, "required has to be a list of names")
			return
		}
		f := o.field(name)
		if f == nil {
			f = &field{name: name, values: o.extra}
			o.put(f)
		}
		f.required = true
	}
}
