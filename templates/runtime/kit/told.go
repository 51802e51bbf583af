package kit

import (
	"encoding/json"
	"strings"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// telling says what tells the action of a delivery below its envelope.
type telling struct {
	path     []string // of the member; nil if there is none
	header   bool     // the header tells what stands before a dot in an action's name
	envelope bool     // the member is one of the envelope's, not of the payload's
}

// newActionOf returns an action that the specification does not know.
func newActionOf(name string) *action {
	a := &action{Name: hooks.Action(name), Payload: &node{Kind: objectNode}, Told: name, Tells: true}
	if told.header {
		_, a.Told, a.Tells = strings.Cut(name, ".")
	}
	return a
}

// tell puts what tells the action into the tree of a delivery, where a member
// below its envelope does. There is no such member if the header alone tells it.
func (m *maker) tell(tree any) {
	told := m.form.told
	last := len(told.path) - 1
	if last < 0 || !m.action.Tells && !told.envelope {
		return
	}
	for _, name := range told.path[:last] {
		object, ok := tree.(map[string]any)
		if !ok {
			return // a sample: it tells the action itself
		}
		if object[name] == nil && m.action.Tells {
			object[name] = map[string]any{} // of an action that nothing is known of
		}
		tree = object[name]
	}
	object, ok := tree.(map[string]any)
	switch {
	case !ok:
	case m.action.Tells:
		object[told.path[last]] = m.action.Told
	default:
		delete(object, told.path[last])
	}
}

// isTold says whether the member at a pointer tells the action.
func (b *breaker) isTold(pointer string) bool {
	at := ""
	for _, name := range b.form.told.path {
		at += "/" + escape(name)
	}
	return b.action.Tells && at != "" && pointer == at
}

// breakTold breaks the member that tells the action: with another text there
// would be another action, and maybe with anything else too.
func (b *breaker) breakTold(key, pointer string, set func(any)) {
	if b.action.Other {
		return
	}
	set(nil)
	b.add(key, "null", pointer, hooks.RuleType, "")
	set(json.Number("7"))
	b.add(key, "a number", pointer, hooks.RuleType, "")
}
