package kit

import (
	"encoding/json"
	"fmt"
	"maps"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// Valid returns valid deliveries: for each action one with every member, one
// with only those that must be there, the sample of the specification, and one
// for every variant, shape, value and missing member. One action is unknown.
func Valid() []Case {
	var out []Case
	for i := range actions {
		out = append(out, ValidOf(actions[i].name)...)
	}
	return append(out, Unknown())
}

// ValidOf returns those of Valid that are of one action.
func ValidOf(name hooks.Action) []Case {
	var out []Case
	explore(actionOf(name), func(c Case, _ any) { out = append(out, c) })
	return out
}

// Unknown returns a delivery of an action that the specification does not know.
func Unknown() Case {
	m := maker{action: &newAction, pick: plain}
	return newCase(m.action, "unknown", m.delivery())
}

func plain(string, int) int { return 0 }

// least picks what is missing where something can be missing.
func least(_ string, n int) int { return n - 1 }

// choices are choices other than the plain one, by key.
type choices map[string]int

// explore yields the valid deliveries of an action and their trees. Every
// choice is made once, with those that lead to it.
func explore(a *action, yield func(c Case, tree any)) {
	if a.sample != "" {
		m := maker{action: a, pick: plain}
		sampled := *a
		sampled.payload = &node{kind: constNode, text: a.sample}
		m.action = &sampled
		yield(newCase(a, "sample", m.delivery()), nil)
	}
	low := maker{action: a, pick: least}
	tree := low.delivery()
	yield(newCase(a, "least", tree), tree)
	seen := map[string]bool{}
	for queue := []choices{{}}; len(queue) > 0; queue = queue[1:] {
		made := queue[0]
		var met []choices
		name := "all"
		if last, ok := made["last"]; ok {
			name = fmt.Sprintf("choice %d", last)
		}
		m := maker{action: a, pick: func(key string, n int) int {
			if !seen[key] {
				seen[key] = true
				for i := 1; i < n; i++ {
					next := maps.Clone(made)
					next[key], next["last"] = i, len(seen)*100+i
					met = append(met, next)
				}
			}
			return made[key]
		}}
		tree := m.delivery()
		yield(newCase(a, name, tree), tree)
		queue = append(queue, met...)
	}
}

// textOf returns a tree as JSON. Trees are made of what encodes.
func textOf(tree any) []byte {
	text, err := json.Marshal(tree)
	if err != nil {
		panic(err)
	}
	return text
}
