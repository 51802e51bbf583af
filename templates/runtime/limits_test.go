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
		{`[` + strings.Repeat(`0,`, 1<<18-1) + `0]`, &integers, 0, false},
		{`[` + strings.Repeat(`0,`, 1<<18) + `0]`, &integers, 0, true},
	} {
		var d decoder
		var syntax *SyntaxError
		err := d.decode([]byte(test.text), Limits{Elements: test.limit}, test.into)
		if errors.As(err, &syntax) != test.tooMany {
			t.Errorf("%.40s, limit %d: %v", test.text, test.limit, err)
		}
	}
}

// TestFewMembers checks that members of every sort count: known ones too, and
// those of an object that is passed over.
func TestFewMembers(t *testing.T) {
	within, beyond := `{"a":0,"b":0,"c":0}`, `{"a":0,"b":0,"c":0,"d":0}`
	limits := Limits{Members: 3}
	readers := map[string]reader{
		"map":    &function[map[string]int64]{from: func(d *decoder, p int) (map[string]int64, int) { return mapOf(d, p, (*decoder).integer) }},
		"object": &knownMembers{},
		"raw":    &function[string]{from: (*decoder).rawText},
	}
	for name, into := range readers {
		if err := new(decoder).decode([]byte(within), limits, into); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := new(decoder).decode([]byte(beyond), limits, into); err == nil {
			t.Errorf("%s: accepted beyond the limit", name)
		}
	}
}

// knownMembers is an object with fields a to d.
type knownMembers struct{}

func (v *knownMembers) read(d *decoder, p int) int {
	return d.object(p, v, &objectInfo{names: []string{"a", "b", "c", "d"}})
}

func (v *knownMembers) field(d *decoder, name string, p int) (int, int) {
	return int(name[0] - 'a'), d.skip(p)
}

// TestShortNumbers checks a limit that is shorter than the numbers with a fast path.
func TestShortNumbers(t *testing.T) {
	for name, read := range map[string]func(*decoder, int) (int64, int){
		"integer":   (*decoder).integer,
		"integerIn": func(d *decoder, p int) (int64, int) { return d.integerIn(p, 0, 1e9) },
	} {
		for text, want := range map[string]bool{"12345": true, "123456": false} {
			err := new(decoder).decode([]byte(text), Limits{Number: 5}, &function[int64]{from: read})
			if (err == nil) != want {
				t.Errorf("%s of %s: %v", name, text, err)
			}
		}
	}
}
