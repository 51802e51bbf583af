package kit

import (
	"encoding/json"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// kind is what a node describes.
type kind string

const (
	textNode     kind = "text"
	boolNode     kind = "bool"
	intNode      kind = "int"
	numberNode   kind = "number"
	anyNode      kind = "any"
	constNode    kind = "const"
	listNode     kind = "list"
	mapNode      kind = "map"
	nullableNode kind = "nullable"
	refNode      kind = "ref"
	objectNode   kind = "object"
	enumNode     kind = "enum"
	unionNode    kind = "union"   // told by a member
	kindsNode    kind = "kinds"   // told by JSON kind
	trialNode    kind = "trial"   // told by trial
	wrappedNode  kind = "wrapped" // in two shapes
	actionNode   kind = "action"  // the action of a delivery
	payloadNode  kind = "payload" // its payload
)

// node describes a type of the specification.
type node struct {
	Kind     kind
	Name     string      // of the declared type, for refNode
	Elem     *node       // of lists, maps, nullable and wrapped values
	Fields   []field     // of an object
	Closed   bool        // for objects, enums and unions
	Texts    []string    // of an enum
	Const    jsonText    // of a constant
	Member   string      // of a union or a wrapped value
	Variants []variant   // of a union
	Low      json.Number // the bounds of a number, or ""
	High     json.Number
	Exactly  bool // for a union told by trial: no two variants may fit
	Min      int  // elements of a list, characters of a text
	Max      int  // -1 for no bound
	Bounded  bool // for a text: Min and Max count
}

// field is a member of an object.
type field struct {
	Name     string
	Older    []string
	Optional bool
	Nullable bool
	Sample   jsonText
	Fixed    bool // the sample is the only value
	Value    *node
}

// variant is one of a union's.
type variant struct {
	Values []string // of the member
	Kind   string   // of JSON
	Value  *node
}

// action is an action and its payload.
type action struct {
	Name    hooks.Action
	Payload *node
	Sample  jsonText // of the payload
	called  string   // in a delivery; Name if empty

	Told  string // what a member of the delivery tells it by, if Tells is set
	Tells bool
	Must  bool // without that member the delivery would be wrong
	Other bool // with another value in it, it would be one of another action
}

// wire returns what stands in a delivery for the action.
func (a *action) wire() string {
	if a.called != "" {
		return a.called
	}
	return string(a.Name)
}

// newAction is an action that the specification does not know.
var newAction = *newActionOf("an_action_of_tomorrow")

func actionOf(name hooks.Action) *action {
	for i := range actions {
		if actions[i].Name == name {
			return &actions[i]
		}
	}
	return newActionOf(string(name))
}

// behind returns what a reference stands for, with the key of its type.
func (n *node) behind(key string) (string, *node) {
	for n.Kind == refNode {
		key, n = n.Name, types[n.Name]
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
	switch n.Kind {
	case refNode:
		return h[n.Name]
	case listNode:
		if n.Min > 0 {
			return 1 + n.Elem.height(h)
		}
	case wrappedNode:
		return n.Elem.height(h)
	case objectNode:
		highest := 0
		for _, f := range n.Fields {
			if !f.Optional && !f.Nullable {
				highest = max(highest, 1+f.Value.height(h))
			}
		}
		return highest
	case unionNode, kindsNode, trialNode:
		lowest := tall
		for _, v := range n.Variants {
			lowest = min(lowest, v.Value.height(h))
		}
		return lowest
	}
	return 0
}
