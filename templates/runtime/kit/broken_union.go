package kit

import (
	"encoding/json"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

func (b *breaker) union(n *node, key, pointer string, object map[string]any, set func(any)) {
	set(json.Number("7"))
	b.add(key, "a number", pointer, hooks.RuleType, "")
	set(object)
	told := object[n.Member]
	isTold := b.isTold(pointer + "/" + escape(n.Member))
	delete(object, n.Member)
	if !isTold || b.action.Must {
		b.add(key, "no "+n.Member, pointer, hooks.RuleRequired, n.Member)
	}
	if !isTold || !b.action.Other {
		object[n.Member] = json.Number("7")
		b.add(key, n.Member+" a number", pointer+"/"+escape(n.Member), hooks.RuleType, "")
	}
	if n.Closed && !isTold {
		object[n.Member] = "a_kind_of_tomorrow"
		b.add(key, "an unknown variant", pointer+"/"+escape(n.Member), hooks.RuleEnum, "")
	}
	object[n.Member] = told
	for _, v := range n.Variants {
		for _, value := range v.Values {
			if value == told {
				b.variant(v.Value, pointer, object, n.Member)
			}
		}
	}
}

// variant breaks the members of a variant, less the one that tells it.
func (b *breaker) variant(n *node, pointer string, object map[string]any, but string) {
	key, n := n.behind("")
	b.members(n, key, pointer, object, but)
}

func (b *breaker) kinds(n *node, key, pointer string, value any, set func(any)) {
	for _, v := range n.Variants {
		if _, inner := v.Value.behind(""); inner.Kind == nullableNode {
			b.null[pointer] = true
		}
	}
	b.noNull(key, pointer, hooks.RuleType, set)
	if other := n.otherKind(); other != nil && n.Closed {
		b.replace(key, "another kind", pointer, hooks.RuleType, other, set)
	}
	set(value)
	for _, v := range n.Variants {
		if v.Kind == kindOf(value) {
			key, inner := v.Value.behind(key + " " + v.Kind)
			if inner.Kind == nullableNode {
				key, inner = inner.Elem.behind(key)
			}
			b.inside(inner, key, pointer, value, "")
		}
	}
}

// kindOf returns the JSON kind of a value of a tree.
func kindOf(value any) string {
	switch value.(type) {
	case map[string]any:
		return "object"
	case []any:
		return "list"
	case string:
		return "string"
	}
	return ""
}
