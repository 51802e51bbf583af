package kit

import (
	"encoding/json"
	"math/big"
	"strings"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// kind puts values of other kinds in place of one.
func (b *breaker) kind(n *node, key, pointer string, set func(any)) {
	switch n.Kind {
	case anyNode:
		return
	case constNode:
		if n.Const != "null" {
			b.noNull(key, pointer, hooks.RuleConst, set)
		}
		b.replace(key, "another constant", pointer, hooks.RuleConst, "another constant", set)
		return
	case enumNode:
		if n.Closed {
			b.replace(key, "an unknown value", pointer, hooks.RuleEnum, "a_value_of_tomorrow", set)
		}
	case intNode:
		b.replace(key, "half", pointer, hooks.RuleType, json.Number("0.5"), set)
	}
	b.noNull(key, pointer, hooks.RuleType, set)
	if n.Kind == intNode || n.Kind == numberNode || n.Kind == boolNode {
		b.replace(key, "a text", pointer, hooks.RuleType, "1", set)
		return
	}
	b.replace(key, "a number", pointer, hooks.RuleType, json.Number("7"), set)
}

// noNull puts null where it is wrong.
func (b *breaker) noNull(key, pointer string, rule hooks.Rule, set func(any)) {
	if !b.null[pointer] {
		b.replace(key, "null", pointer, rule, nil, set)
	}
}

// bounds breaks the bounds of numbers and lists.
func (b *breaker) bounds(n *node, key, pointer string, value any, set func(any)) {
	switch n.Kind {
	case intNode:
		b.replace(key, "too small", pointer, hooks.RuleMinimum, beside(n.Low, "-9223372036854775808", -1), set)
		b.replace(key, "too large", pointer, hooks.RuleMaximum, beside(n.High, "9223372036854775807", 1), set)
	case numberNode:
		b.replace(key, "too small", pointer, hooks.RuleMinimum, json.Number("-1e309"), set)
		b.replace(key, "too large", pointer, hooks.RuleMaximum, json.Number("1e309"), set)
	case textNode:
		b.characters(n, key, pointer, set)
	case listNode:
		list := value.([]any)
		if n.Min > 0 {
			b.replace(key, "too short", pointer, hooks.RuleMinItems, list[:n.Min-1], set)
		}
		if n.Max >= 0 && n.Max < 1000 && len(list) > 0 {
			long := make([]any, n.Max+1)
			for i := range long {
				long[i] = list[0]
			}
			b.replace(key, "too long", pointer, hooks.RuleMaxItems, long, set)
		}
	}
}

// characters breaks the bounds of a text.
func (b *breaker) characters(n *node, key, pointer string, set func(any)) {
	if !n.Bounded {
		return
	}
	if n.Min > 0 {
		b.replace(key, "too short", pointer, hooks.RuleMinLength, strings.Repeat("ä", n.Min-1), set)
	}
	if 0 <= n.Max && n.Max < 1000 {
		b.replace(key, "too long", pointer, hooks.RuleMaxLength, strings.Repeat("ä", n.Max+1), set)
	}
}

// beside returns the whole number next to a bound.
func beside(bound, otherwise json.Number, step int64) json.Number {
	if bound == "" {
		bound = otherwise
	}
	n, _ := new(big.Int).SetString(bound.String(), 10) // bounds of whole numbers are
	return json.Number(n.Add(n, big.NewInt(step)).String())
}
