package runtime

import (
	"encoding/json"
	"slices"
	"strconv"
)

// variant checks the string by which a union tells its variant.
func (c *validation) variant(name, value string, values ...string) {
	if !among(value, values) {
		c.enterMember(name)
		c.refuse(RuleEnum, "one of "+quoteAll(values))
		c.leave()
	}
}

// unknownVariant checks a variant of no known kind: raw is an object in which
// the member name is value, and value is none of known.
func (c *validation) unknownVariant(name, value string, raw json.RawMessage, known ...string) {
	if among(value, known) {
		c.enterMember(name)
		c.refuse(RuleEnum, "none of "+quoteAll(known))
		c.leave()
	}
	if !c.rawObject(raw) {
		return
	}
	if text, ok := stringMember(raw, name); !ok || text != value {
		c.enterMember(name)
		c.refuse(RuleConst, "the text that tells the variant")
		c.leave()
	}
}

// stringMember returns the string in a member of a valid object, if there is one.
func stringMember(raw json.RawMessage, name string) (string, bool) {
	var d decoder
	if !d.load(raw, Limits{}) {
		return "", false
	}
	value, _, ok := d.variant(d.space(0), name)
	return value, ok
}

// unknownKind checks a value of a kind that a union does not list.
func (c *validation) unknownKind(raw json.RawMessage, listed ...jsonKind) {
	kind := c.rawKind(raw)
	if kind == kindNone || kind == kindNull || slices.Contains(listed, kind) {
		c.refuse(RuleType, "JSON of another kind")
	}
}

// checkBare checks that a value without its wrapping would not be taken for a
// wrapped one: it is no object that has the member (or, where always is set,
// no object at all).
func checkBare[T any](c *validation, v T, member string, always bool, write func(*encoder, T)) {
	text, err := appendWith(nil, v, write)
	var d decoder
	if err != nil || !d.load(text, Limits{}) {
		return // what is wrong with the value itself is found where it is checked
	}
	if d.isWrapped(0, member, always) {
		c.refuse(RuleType, "a value that can stand without its wrapping")
	}
}

// name checks the field that remembers under which name a member came.
func (c *validation) name(member, name string, there bool, older ...string) {
	if name != "" && !(there && among(name, older)) {
		c.enterMember(member)
		c.refuse(RuleOneName, "one of "+quoteAll(older)+", or nothing")
		c.leave()
	}
}

// payload checks the payload of a delivery.
func (c *validation) payload(name string, action Action, v Payload) {
	c.enterMember(name)
	c.payloadOf(action, v)
	c.leave()
}

// payloadOf checks the current value as the payload of an action.
func (c *validation) payloadOf(action Action, v Payload) {
	switch {
	case isNil(v):
		c.refuse(RuleType, "a payload")
	case v.payloadAction() != action:
		c.refuse(RuleConst, "the payload of action "+strconv.Quote(string(action)))
	default:
		v.validate(c)
	}
}
