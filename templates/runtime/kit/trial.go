package kit

import (
	"encoding/json"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// strays are values of every kind, to find one that fits no variant of a union.
var strays = []any{
	map[string]any{"a_member_of_tomorrow": true}, json.Number("-7.5"), "a_value_of_tomorrow", true, []any{[]any{true}}, map[string]any{}, "",
}

// stray returns a value that fits no variant of the union, and whether there is one.
func (n *node) stray() (any, bool) {
	for _, v := range strays {
		if n.fitting(v) == 0 {
			return v, true
		}
	}
	return nil, false
}

// trial makes a value of a variant. If that fits another variant too, and may
// not, it takes the next variant.
func (m *maker) trial(n *node, key string) any {
	at := m.variant(n, key)
	if at == len(n.Variants) {
		if stray, ok := n.stray(); ok {
			return stray
		}
		at = 0
	}
	var value any
	for i := range n.Variants {
		value = m.value(n.Variants[(at+i)%len(n.Variants)].Value, key+" trial", "")
		if n.fits(value) {
			break
		}
	}
	return value
}

// trial puts in place of a value what fits no variant. What is wrong inside of
// a variant is for no one to say: it could have been meant as any of them.
func (b *breaker) trial(n *node, key, pointer string, set func(any)) {
	b.noNull(key, pointer, hooks.RuleVariant, set)
	if stray, ok := n.stray(); ok && n.Closed {
		b.replace(key, "no variant", pointer, hooks.RuleVariant, stray, set)
	}
}
