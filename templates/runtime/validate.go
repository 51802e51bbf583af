package runtime

import (
	"math"
	"sort"
	"strconv"
	"unicode/utf8"
)

// validation walks through a value that was built in Go and notes what keeps
// it from being sent: what the specification forbids, and what JSON cannot say.
type validation struct {
	findings
	depth   int
	endless bool // nested beyond the limit: everything else is left unchecked
}

// checkable is a value that can be checked.
type checkable interface {
	validate(c *validation)
}

// validate checks v and returns a *ValidationError, or nil.
func validate(v checkable) error {
	var c validation
	if isNil(v) {
		c.refuse(RuleType, "a value")
	} else {
		v.validate(&c)
	}
	return c.err()
}

// checkWith checks v with check and returns a *ValidationError, or nil.
func checkWith[T any](v T, check func(*validation, T)) error {
	var c validation
	check(&c, v)
	return c.err()
}

// refuse notes a violation by the current value.
func (c *validation) refuse(rule Rule, want string) { c.add(Violation{Rule: rule, Want: want}) }

// text checks the member name, a string.
//
//go:noinline
func (c *validation) text(name, v string) {
	if !utf8.ValidString(v) {
		member(c, name, v, (*validation).str)
	}
}

// optionalText checks the member name, a string that can be missing or null.
//
//go:noinline
func (c *validation) optionalText(name string, v *string) {
	if v != nil {
		c.text(name, *v)
	}
}

// member checks the member name, whose value check checks.
//
//go:noinline
func member[T any](c *validation, name string, v T, check func(*validation, T)) {
	c.enterMember(name)
	check(c, v)
	c.leave()
}

// optionalMember checks a member that can be missing or null.
//
//go:noinline
func optionalMember[T any](c *validation, name string, v *T, check func(*validation, T)) {
	if v != nil {
		member(c, name, *v, check)
	}
}

// nullableMember checks a member that can be missing or null.
//
//go:noinline
func nullableMember[T any](c *validation, name string, v Nullable[T], check func(*validation, T)) {
	if value, ok := v.Get(); ok {
		member(c, name, value, check)
	}
}

// open goes one level of nesting down, into an object, list or map. It is false
// if that is deeper than the default limit: nothing can be parsed there, and a
// value that contains itself must come to an end. Then the walk is over, and
// there is no call of close.
//
//go:noinline
func (c *validation) open() bool {
	if c.endless {
		return false
	}
	if c.depth++; c.depth > defaultLimits.Depth {
		c.refuse(RuleEncoding, "nesting within the limit")
		c.endless = true
	}
	return !c.endless
}

func (c *validation) close() { c.depth-- }

// object checks the member name, which is a struct.
//
//go:noinline
func (c *validation) object(name string, v checkable) {
	c.enterMember(name)
	v.validate(c)
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
	if !among(v, values) {
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

// checkList checks the elements of a list and its length; high is -1 for no bound.
func checkList[T any](c *validation, v []T, low, high int, check func(*validation, T)) {
	if !c.openList(len(v), low, high) {
		return
	}
	for i := range v {
		c.enterItem(i)
		check(c, v[i])
		c.leave()
	}
	c.close()
}

// openList begins a list of n elements, as open does, and checks how many they are.
func (c *validation) openList(n, low, high int) bool {
	switch {
	case n < low:
		c.refuse(RuleMinItems, "at least "+strconv.Itoa(low)+" elements")
	case high >= 0 && n > high:
		c.refuse(RuleMaxItems, "at most "+strconv.Itoa(high)+" elements")
	}
	return c.open()
}

// checkMap checks the keys and values of a map.
func checkMap[T any](c *validation, v map[string]T, check func(*validation, T)) {
	if !c.open() {
		return
	}
	keys := make([]string, 0, len(v))
	for key := range v {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		c.enterMember(key)
		c.str(key)
		check(c, v[key])
		c.leave()
	}
	c.close()
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
	P(&v).validate(c)
}

// checkVariant checks a variant of a union, which cannot be nil.
// It says whether there is one.
func checkVariant[T checkable](c *validation, v T) bool {
	if isNil(v) {
		c.refuse(RuleType, "a variant")
		return false
	}
	v.validate(c)
	return true
}
