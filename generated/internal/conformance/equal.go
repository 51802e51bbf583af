package conformance

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
)

// Difference says where got is not want, as JSON: numbers by value, texts
// exact, members in any order. It is empty if they are equal but for members
// that are lost, whose JSON pointers it returns.
func Difference(want, got any) (difference string, lost []string) {
	c := comparison{}
	c.compare("", want, got)
	slices.Sort(c.lost)
	return c.difference, c.lost
}

type comparison struct {
	difference string
	lost       []string
}

func (c *comparison) compare(at string, want, got any) {
	switch want := want.(type) {
	case map[string]any:
		if got, ok := got.(map[string]any); ok {
			c.members(at, want, got)
			return
		}
	case []any:
		if got, ok := got.([]any); ok && len(got) == len(want) {
			for i := range want {
				c.compare(fmt.Sprintf("%s/%d", at, i), want[i], got[i])
			}
			return
		}
	case json.Number:
		if got, ok := got.(json.Number); ok && sameNumber(want, got) {
			return
		}
	default:
		if want == got {
			return
		}
	}
	c.difference = fmt.Sprintf("%s: %s became %s", at, Text(want), Text(got))
}

func (c *comparison) members(at string, want, got map[string]any) {
	for name, value := range want {
		if other, ok := got[name]; ok {
			c.compare(at+"/"+name, value, other)
		} else {
			c.lost = append(c.lost, at+"/"+name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			c.difference = fmt.Sprintf("%s/%s is new", at, name)
		}
	}
}

func sameNumber(a, b json.Number) bool {
	x, ok1 := new(big.Rat).SetString(a.String())
	y, ok2 := new(big.Rat).SetString(b.String())
	return ok1 && ok2 && x.Cmp(y) == 0
}
