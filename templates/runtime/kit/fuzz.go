package kit

import (
	"slices"
	"testing"
)

// Fuzz checks that no body makes the package panic, neither as a webhook nor as
// a push, and that what it accepts is written as the same again. Call it from a
// fuzz test: the valid and broken deliveries and some of the malformed ones are
// its seeds, each with the number of its action, which tells the header of the
// request where there is one.
func Fuzz(t *testing.F) {
	for _, form := range forms {
		form.seed(t)
	}
	t.Fuzz(func(t *testing.T, number int, body []byte) {
		a := &newAction
		if 0 <= number && number < len(actions) {
			a = &actions[number]
		}
		for _, form := range forms {
			if d, err := form.parse(form.caseOf(a, "fuzz", body)); err == nil {
				form.again(t, d)
			}
		}
	})
}

// seed adds what a fuzz test begins with.
func (f *form) seed(t *testing.F) {
	for _, c := range f.valid() {
		t.Add(numberOf(c), c.Body)
	}
	for _, c := range f.broken() {
		t.Add(numberOf(c.Case), c.Body)
	}
	malformed := f.malformed()
	for i := 0; i < len(malformed); i += 1 + len(malformed)/seeds {
		t.Add(numberOf(malformed[i].Case), malformed[i].Body)
	}
}

// seeds is how many of the malformed bodies are seeds: each is tried before a
// fuzz test begins.
const seeds = 500

// numberOf returns the number of the action of a case, or -1.
func numberOf(c Case) int {
	return slices.IndexFunc(actions, func(a action) bool { return a.Name == c.Action })
}
