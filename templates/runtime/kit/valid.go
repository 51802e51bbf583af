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
// Where there are very many actions, a type that several share is gone through
// for the first of them; ValidOf goes through all.
func Valid() []Case { return webhooks.valid() }

// ValidOf returns those of Valid that are of one action.
func ValidOf(name hooks.Action) []Case {
	return webhooks.validOf(actionOf(name))
}

// Unknown returns a delivery of an action that the specification does not know.
func Unknown() Case {
	return webhooks.unknown()
}

func (f *form) valid() []Case {
	var out []Case
	shared := newShared()
	for _, a := range f.all() {
		f.explore(a, shared, func(c Case, _ any) { out = append(out, c) })
	}
	return append(out, f.unknown())
}

func (f *form) validOf(a *action) []Case {
	var out []Case
	f.explore(a, nil, func(c Case, _ any) { out = append(out, c) })
	return out
}

func (f *form) unknown() Case { return f.newCase(&newAction, "unknown", f.plain(&newAction)) }

// plain returns the tree of an action with all its members.
func (f *form) plain(a *action) any {
	m := maker{form: f, action: a, pick: plain}
	return m.delivery()
}

func plain(string, int) int { return 0 }

// least picks what is missing where something can be missing.
func least(_ string, n int) int { return n - 1 }

// choices are choices other than the plain one, by key.
type choices map[string]int

// explore yields the valid deliveries of an action and their trees. Every
// choice is made once, with those that lead to it; what is in shared was made
// for another action.
func (f *form) explore(a *action, shared map[string]bool, yield func(c Case, tree any)) {
	if a.Sample != "" {
		sampled := *a
		sampled.Payload = &node{Kind: constNode, Const: a.Sample}
		yield(f.newCase(a, "sample", f.plain(&sampled)), nil)
	}
	low := maker{form: f, action: a, pick: least}
	tree := low.delivery()
	yield(f.newCase(a, "least", tree), tree)
	x := explorer{seen: newPlaces(shared), queue: []choices{{}}}
	for len(x.queue) > 0 {
		x.made, x.queue = x.queue[0], x.queue[1:]
		name := "all"
		if last, ok := x.made["last"]; ok {
			name = fmt.Sprintf("choice %d", last)
		}
		m := maker{form: f, action: a, pick: x.pick}
		tree := m.delivery()
		yield(f.newCase(a, name, tree), tree)
	}
}

// explorer makes one delivery after the other, each with a choice that was not
// made before.
type explorer struct {
	seen  *places   // of choices
	count int       // of those that were met
	made  choices   // those of the present delivery that are not plain
	queue []choices // those of the next ones
}

// pick picks what this delivery is made for, and notes the choices that it
// leads to.
func (x *explorer) pick(key string, n int) int {
	if x.seen.meet(key) {
		x.count++
		for i := 1; i < n; i++ {
			next := maps.Clone(x.made)
			next[key], next["last"] = i, x.count*100+i
			x.queue = append(x.queue, next)
		}
	}
	return x.made[key]
}

// textOf returns a tree as JSON. Trees are made of what encodes.
func textOf(tree any) []byte {
	text, err := json.Marshal(tree)
	if err != nil {
		panic(err)
	}
	return text
}
