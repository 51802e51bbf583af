//go:build webhookgen_header

package kit

import (
	"net/http"
	"slices"
	"testing"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// parse returns the delivery that the case is, or why it is none.
func (c Case) parse() (*hooks.Delivery, error) { return hooks.Parse(c.Header, c.Body) }

// headerOf returns what a request for d says in its header.
func headerOf(d *hooks.Delivery) http.Header { return d.Header() }

// header returns what a request for the action says in its header.
func (a *action) header() http.Header {
	d := hooks.Delivery{Action: a.name}
	identify(&d)
	return d.Header()
}

// Fuzz checks that no body makes the package panic, and that what it accepts
// is written as the same again. Call it from a fuzz test: the valid and broken
// deliveries are its seeds, each with the number of the action that the header
// of its request is for.
func Fuzz(f *testing.F) {
	add := func(c Case) {
		f.Add(slices.IndexFunc(actions, func(a action) bool { return a.name == c.Action }), c.Body)
	}
	for _, c := range Valid() {
		add(c)
	}
	for _, c := range Broken() {
		add(c.Case)
	}
	f.Fuzz(func(t *testing.T, number int, body []byte) {
		a := &newAction
		if 0 <= number && number < len(actions) {
			a = &actions[number]
		}
		if d, err := hooks.Parse(a.header(), body); err == nil {
			again(t, d)
		}
	})
}
