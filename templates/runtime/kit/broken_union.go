package kit

import (
	"encoding/json"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

func (b *breaker) union(n *node, key, pointer string, object map[string]any, set func(any)) {
	set(json.Number("7"))
	b.add(key, "a number", pointer, hooks.RuleType, "")
	set(object)
	told := object[n.member]
	isTold := b.isTold(pointer + "/" + escape(n.member))
	delete(object, n.member)
	if !isTold || b.action.must {
		b.add(key, "no "+n.member, pointer, hooks.RuleRequired, n.member)
	}
	if !isTold || !b.action.other {
		object[n.member] = json.Number("7")
		b.add(key, n.member+" a number", pointer+"/"+escape(n.member), hooks.RuleType, "")
	}
	if n.closed && !isTold {
		object[n.member] = "a_kind_of_tomorrow"
		b.add(key, "an unknown variant", pointer+"/"+escape(n.member), hooks.RuleEnum, "")
	}
	object[n.member] = told
	for _, v := range n.variants {
		for _, value := range v.values {
			if value == told {
				b.variant(v.value, pointer, object, n.member)
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
	for _, v := range n.variants {
		if _, inner := v.value.behind(""); inner.kind == nullableNode {
			b.null[pointer] = true
		}
	}
	b.noNull(key, pointer, hooks.RuleType, set)
	if other := n.otherKind(); other != nil && n.closed {
		b.replace(key, "another kind", pointer, hooks.RuleType, other, set)
	}
	set(value)
	for _, v := range n.variants {
		if v.kind == kindOf(value) {
			key, inner := v.value.behind(key + " " + v.kind)
			if inner.kind == nullableNode {
				key, inner = inner.elem.behind(key)
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
