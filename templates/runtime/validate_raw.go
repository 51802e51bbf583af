package runtime

import (
	"encoding/json"
)

// raw checks that v is one JSON value.
func (c *validation) raw(v json.RawMessage) {
	if c.rawKind(v) == kindNone {
		c.refuse(RuleEncoding, "JSON text")
	}
}

// rawObject checks that v is one JSON object, and says whether it is.
func (c *validation) rawObject(v json.RawMessage) bool {
	if c.rawKind(v) == kindObject {
		return true
	}
	c.refuse(RuleType, "object")
	return false
}

// rawKind returns the kind of a JSON text, or kindNone if v is none with the
// nesting that is left at this place.
func (c *validation) rawKind(v json.RawMessage) jsonKind {
	s := scanner{depth: c.depth}
	if s.check(v, Limits{}) != nil {
		return kindNone
	}
	return kindOf(s.text[s.space(0)])
}
