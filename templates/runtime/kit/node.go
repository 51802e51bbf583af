package kit

import hooks "github.com/webhookgen/webhookgen/templates/runtime"

// kind is what a node describes.
type kind uint8

const (
	textNode kind = iota
	boolNode
	intNode
	numberNode
	anyNode
	constNode
	listNode
	mapNode
	nullableNode
	refNode
	objectNode
	enumNode
	unionNode   // told by a member
	kindsNode   // told by JSON kind
	trialNode   // told by trial
	wrappedNode // in two shapes
	actionNode  // the action of a delivery
	payloadNode // its payload
)

// node describes a type of the specification.
type node struct {
	kind     kind
	name     string    // of the declared type, for refNode
	elem     *node     // of lists, maps, nullable and wrapped values
	fields   []field   // of an object
	closed   bool      // for objects, enums and unions
	texts    []string  // of an enum
	text     string    // JSON of a constant
	member   string    // of a union or a wrapped value
	variants []variant // of a union
	low      string    // JSON of the bounds of a number, or ""
	high     string
	exactly  bool // for a union told by trial: no two variants may fit
	min      int  // elements of a list, characters of a text
	max      int  // -1 for no bound
	bounded  bool // for a text: min and max count
}

// field is a member of an object.
type field struct {
	name     string
	older    []string
	optional bool
	nullable bool
	sample   string // JSON, or ""
	fixed    bool   // the sample is the only value
	value    *node
}

// variant is one of a union's.
type variant struct {
	values []string // of the member
	kind   string   // of JSON
	value  *node
}

// action is an action and its payload.
type action struct {
	name    hooks.Action
	payload *node
	sample  string // JSON of the payload, or ""
	called  string // in a delivery; name if empty

	told  string // what a member of the delivery tells it by, if tells is set
	tells bool
	must  bool // without that member the delivery would be wrong
	other bool // with another value in it, it would be one of another action
}

// wire returns what stands in a delivery for the action.
func (a *action) wire() string {
	if a.called != "" {
		return a.called
	}
	return string(a.name)
}

// newAction is an action that the specification does not know.
var newAction = *newActionOf("an_action_of_tomorrow")

func actionOf(name hooks.Action) *action {
	for i := range actions {
		if actions[i].name == name {
			return &actions[i]
		}
	}
	return newActionOf(string(name))
}

// behind returns what a reference stands for, with the key of its type.
func (n *node) behind(key string) (string, *node) {
	for n.kind == refNode {
		key, n = n.name, types[n.name]
	}
	return key, n
}

// tall is more than the height of any value.
const tall = 1 << 20

// heights says how many levels the lowest value of each declared type has:
// recursive types come to an end by it.
var heights = measure()

func measure() map[string]int {
	h := map[string]int{}
	for name := range types {
		h[name] = tall
	}
	for changed := true; changed; {
		changed = false
		for name, n := range types {
			if now := n.height(h); now < h[name] {
				h[name], changed = now, true
			}
		}
	}
	return h
}

func (n *node) height(h map[string]int) int {
	switch n.kind {
	case refNode:
		return h[n.name]
	case listNode:
		if n.min > 0 {
			return 1 + n.elem.height(h)
		}
	case wrappedNode:
		return n.elem.height(h)
	case objectNode:
		highest := 0
		for _, f := range n.fields {
			if !f.optional && !f.nullable {
				highest = max(highest, 1+f.value.height(h))
			}
		}
		return highest
	case unionNode, kindsNode, trialNode:
		lowest := tall
		for _, v := range n.variants {
			lowest = min(lowest, v.value.height(h))
		}
		return lowest
	}
	return 0
}
