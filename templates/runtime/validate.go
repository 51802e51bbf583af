package runtime

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
)

// validation walks through a value that was built in Go and notes what keeps
// it from being sent: what the specification forbids, and what JSON cannot say.
type validation struct {
	findings
	depth int
}

// checkable is a value that can be checked.
type checkable interface {
	validate(c *validation)
}

// validate checks v and returns a *ValidationError, or nil.
func validate(v checkable) error {
	var c validation
	c.nested(v)
	return c.err()
}

// validateWith checks v with check and returns a *ValidationError, or nil.
func validateWith[T any](v T, check func(*validation, T)) error {
	var c validation
	check(&c, v)
	return c.err()
}

// refuse notes a violation by the current value.
func (c *validation) refuse(rule Rule, want string) { c.add(Violation{Rule: rule, Want: want}) }

// member checks the member name, whose value check checks.
func member[T any](c *validation, name string, v T, check func(*validation, T)) {
	c.enterMember(name)
	check(c, v)
	c.leave()
}

// optionalMember checks a member that can be missing or null.
func optionalMember[T any](c *validation, name string, v *T, check func(*validation, T)) {
	if v != nil {
		member(c, name, *v, check)
	}
}

// nullableMember checks a member that can be missing or null.
func nullableMember[T any](c *validation, name string, v Nullable[T], check func(*validation, T)) {
	if value, ok := v.Get(); ok {
		member(c, name, value, check)
	}
}

// inline is a checkable that is not always an object: where it says so, its
// JSON has no brackets of its own, and what is inside stands at the same level.
type inline interface {
	inline() bool
}

// nested checks v one level deeper, as far as it is an object.
func (c *validation) nested(v checkable) {
	if i, ok := v.(inline); ok && i.inline() {
		v.validate(c)
		return
	}
	c.deeper(func() { v.validate(c) })
}

// deeper runs walk one level down. Deeper than the default limit nothing can
// be parsed again, and a value that contains itself must come to an end.
func (c *validation) deeper(walk func()) {
	if c.depth++; c.depth > defaultLimits.Depth {
		c.refuse(RuleEncoding, "nesting within the limit")
	} else {
		walk()
	}
	c.depth--
}

// object checks the member name, which is a struct.
func (c *validation) object(name string, v checkable) {
	c.enterMember(name)
	c.nested(v)
	c.leave()
}

func (c *validation) str(v string) {
	if !utf8.ValidString(v) {
		c.refuse(RuleEncoding, "valid UTF-8")
	}
}

// checkText checks a value of a string type.
func checkText[T ~string](c *validation, v T) { c.str(string(v)) }

// checkOneOf checks a value of a closed enum.
func checkOneOf[T ~string](c *validation, v T, values []T) {
	if !slices.Contains(values, v) {
		c.refuse(RuleEnum, "one of "+quoteAll(values))
	}
}

// checkConst checks a value that can only be want, which text says.
func checkConst[T comparable](c *validation, v, want T, text string) {
	if v != want {
		c.refuse(RuleConst, text)
	}
}

func (c *validation) integerIn(v, low, high int64) {
	switch {
	case v < low:
		c.refuse(RuleMinimum, "at least "+strconv.FormatInt(low, 10))
	case v > high:
		c.refuse(RuleMaximum, "at most "+strconv.FormatInt(high, 10))
	}
}

func (c *validation) float(v float64) { c.floatIn(v, -maxNumber, maxNumber) }

func (c *validation) floatIn(v, low, high float64) {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		c.refuse(RuleEncoding, "a finite number")
	case v < low:
		c.refuse(RuleMinimum, "at least "+formatFloat(low))
	case v > high:
		c.refuse(RuleMaximum, "at most "+formatFloat(high))
	}
}

// raw checks that v is one JSON value.
func (c *validation) raw(v json.RawMessage) {
	if err := c.nestedJSON(v); err != nil {
		c.refuse(RuleEncoding, "JSON text")
	}
}

// nestedJSON checks raw JSON with the nesting that is left at this place.
func (c *validation) nestedJSON(v json.RawMessage) error {
	s := scanner{depth: c.depth}
	return s.check(v)
}

// rawObject checks that v is one JSON object.
func (c *validation) rawObject(v json.RawMessage) {
	if err := c.nestedJSON(v); err != nil || firstByte(v) != '{' {
		c.refuse(RuleType, "object")
	}
}

// firstByte returns the first byte of a JSON text that is no white space.
func firstByte(v json.RawMessage) byte {
	for _, b := range v {
		if b > ' ' {
			return b
		}
	}
	return 0
}

// checkList checks the elements of a list and its length; high is -1 for no bound.
func checkList[T any](c *validation, v []T, low, high int, check func(*validation, T)) {
	switch {
	case len(v) < low:
		c.refuse(RuleMinItems, "at least "+strconv.Itoa(low)+" elements")
	case high >= 0 && len(v) > high:
		c.refuse(RuleMaxItems, "at most "+strconv.Itoa(high)+" elements")
	}
	c.deeper(func() {
		for i := range v {
			c.enterItem(i)
			check(c, v[i])
			c.leave()
		}
	})
}

// checkMap checks the keys and values of a map.
func checkMap[T any](c *validation, v map[string]T, check func(*validation, T)) {
	c.deeper(func() {
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			c.enterMember(key)
			c.str(key)
			check(c, v[key])
			c.leave()
		}
	})
}

// checkAny checks nothing: every value of its type is good.
func checkAny[T any](*validation, T) {}

// checkOrNull checks what v points to.
func checkOrNull[T any](c *validation, v *T, check func(*validation, T)) {
	if v != nil {
		check(c, *v)
	}
}

// checkInPlace checks an object that is a value.
func checkInPlace[T any, P interface {
	*T
	checkable
}](c *validation, v T) {
	c.nested(P(&v))
}

// checkVariant checks a variant of a union, which cannot be nil.
// It says whether there is one.
func checkVariant[T checkable](c *validation, v T) bool {
	if isNil(v) {
		c.refuse(RuleType, "a variant")
		return false
	}
	c.nested(v)
	return true
}
