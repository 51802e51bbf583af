package runtime

import (
	"errors"
	"strings"
	"testing"
)

// TestElements checks the limit of elements at and beyond it, over lists and
// maps that share it, in a first pass and in one that collects violations.
func TestElements(t *testing.T) {
	integers := function[[]int64]{from: func(d *decoder, p int) ([]int64, int) { return list(d, p, (*decoder).integer) }}
	maps := function[[]map[string]string]{from: func(d *decoder, p int) ([]map[string]string, int) {
		return list(d, p, func(d *decoder, p int) (map[string]string, int) { return mapOf(d, p, (*decoder).str) })
	}}
	for _, test := range []struct {
		text    string
		into    reader
		limit   int
		tooMany bool
	}{
		{`[1,2,3]`, &integers, 3, false},
		{`[1,2,3,4]`, &integers, 3, true},
		{`[{"a":""},{"a":""}]`, &maps, 4, false},
		{`[{"a":""},{"a":"","b":""}]`, &maps, 4, true},
		{`[{"a":0},{"a":""}]`, &maps, 4, false},
		{`[{"a":0},{"a":"","b":""}]`, &maps, 4, true},
		{`[` + strings.Repeat(`0,`, 1<<20-1) + `0]`, &integers, 0, false},
		{`[` + strings.Repeat(`0,`, 1<<20) + `0]`, &integers, 0, true},
	} {
		var d decoder
		var syntax *SyntaxError
		err := d.decode([]byte(test.text), Limits{Elements: test.limit}, test.into)
		if errors.As(err, &syntax) != test.tooMany {
			t.Errorf("%.40s, limit %d: %v", test.text, test.limit, err)
		}
	}
}
