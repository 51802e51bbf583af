package kit

import (
	"encoding/json"
	"strings"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// telling says what tells the action of a delivery below its envelope.
type telling struct {
	path   []string // of the member; nil if there is none
	header bool     // the header tells what stands before a dot in an action's name
}

// newActionOf returns an action that the specification does not know.
func newActionOf(name string) *action {
	a := &action{name: hooks.Action(name), payload: &node{kind: objectNode}, told: name, tells: true}
	if told.header {
		_, a.told, a.tells = strings.Cut(name, ".")
	}
	return a
}

// tell puts what tells the action into the tree of a delivery, where a member
// below its envelope does.
func (m *maker) tell(tree any) {
	last := len(told.path) - 1
	if last < 0 || !m.action.tells {
		return
	}
	for _, name := range told.path[:last] {
		object, ok := tree.(map[string]any)
		if !ok {
			return // a sample: it tells the action itself
		}
		if object[name] == nil {
			object[name] = map[string]any{}
		}
		tree = object[name]
	}
	if object, ok := tree.(map[string]any); ok {
		object[told.path[last]] = m.action.told
	}
}

// isTold says whether the member at a pointer tells the action.
func (a *action) isTold(pointer string) bool {
	at := ""
	for _, name := range told.path {
		at += "/" + escape(name)
	}
	return a.tells && at != "" && pointer == at
}

// breakTold breaks the member that tells the action: with another text there
// would be another action.
func (b *breaker) breakTold(key, pointer string, set func(any)) {
	set(nil)
	b.add(key, "null", pointer, hooks.RuleType, "")
	set(json.Number("7"))
	b.add(key, "a number", pointer, hooks.RuleType, "")
}
