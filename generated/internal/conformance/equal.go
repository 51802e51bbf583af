package conformance

import (
	"encoding/json"
	"fmt"
	"math/big"
)

// Difference says where got is not want, as JSON: numbers by value, texts
// exact, members in any order. It is empty if they are equal. Members that
// only want has are reported with missing, which says whether that is right;
// nil means that it never is.
func Difference(want, got any, missing func(pointer string) bool) string {
	return difference("", want, got, missing)
}

func difference(at string, want, got any, missing func(string) bool) string {
	switch want := want.(type) {
	case map[string]any:
		got, ok := got.(map[string]any)
		if !ok {
			break
		}
		return differentMembers(at, want, got, missing)
	case []any:
		got, ok := got.([]any)
		if !ok || len(got) != len(want) {
			break
		}
		for i := range want {
			if d := difference(fmt.Sprintf("%s/%d", at, i), want[i], got[i], missing); d != "" {
				return d
			}
		}
		return ""
	case json.Number:
		if got, ok := got.(json.Number); ok && sameNumber(want, got) {
			return ""
		}
	default:
		if want == got {
			return ""
		}
	}
	return fmt.Sprintf("%s: %s became %s", at, Text(want), Text(got))
}

func differentMembers(at string, want, got map[string]any, missing func(string) bool) string {
	for name, value := range want {
		other, ok := got[name]
		switch {
		case ok:
			if d := difference(at+"/"+name, value, other, missing); d != "" {
				return d
			}
		case missing == nil || !missing(at+"/"+name):
			return fmt.Sprintf("%s/%s is lost", at, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			return fmt.Sprintf("%s/%s is new", at, name)
		}
	}
	return ""
}

func sameNumber(a, b json.Number) bool {
	x, ok1 := new(big.Rat).SetString(a.String())
	y, ok2 := new(big.Rat).SetString(b.String())
	return ok1 && ok2 && x.Cmp(y) == 0
}
