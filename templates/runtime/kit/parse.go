//go:build !webhookgen_header

package kit

import (
	"net/http"
	"testing"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// parse returns the delivery that the case is, or why it is none.
func (c Case) parse() (*hooks.Delivery, error) { return hooks.Parse(c.Body) }

// headerOf returns what a request for d says in its header: nothing.
func headerOf(*hooks.Delivery) http.Header { return nil }

// header returns what a request for the action says in its header: nothing.
func (a *action) header() http.Header { return nil }

// Fuzz checks that no body makes the package panic, and that what it accepts
// is written as the same again. Call it from a fuzz test: the valid and broken
// deliveries are its seeds.
func Fuzz(f *testing.F) {
	for _, c := range Valid() {
		f.Add(c.Body)
	}
	for _, c := range Broken() {
		f.Add(c.Body)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if d, err := hooks.Parse(body); err == nil {
			again(t, d)
		}
	})
}
