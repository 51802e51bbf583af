package runtime

import (
	"strconv"
	"unicode/utf8"
)

// textIn reads a string of low to high characters; high is -1 for no bound.
func (d *decoder) textIn(p, low, high int) (string, int) {
	s, after := d.str(p)
	if after < 0 || d.text[p] != '"' {
		return s, after
	}
	if rule, want, bound := wrongCharacters(s, low, high); rule != "" {
		return "", d.refuse(p, rule, func() string { return characters(want, bound) })
	}
	return s, after
}

// textIn checks a string of low to high characters.
func (c *validation) textIn(v string, low, high int) {
	c.str(v)
	if rule, want, bound := wrongCharacters(v, low, high); rule != "" {
		c.refuse(rule, characters(want, bound))
	}
}

// wrongCharacters returns the rule that the length of s breaks, or "".
func wrongCharacters(s string, low, high int) (rule Rule, want string, bound int) {
	switch n := utf8.RuneCountInString(s); {
	case n < low:
		return RuleMinLength, "at least ", low
	case high >= 0 && n > high:
		return RuleMaxLength, "at most ", high
	}
	return "", "", 0
}

func characters(want string, bound int) string { return want + strconv.Itoa(bound) + " characters" }

// constNull reads a null.
func (d *decoder) constNull(p int) int {
	if after := d.isNull(p); after >= 0 {
		return after
	}
	return d.wrongConst(p, "null")
}

// nothing writes a constant null.
func (e *encoder) nothing(struct{}) { e.null() }
