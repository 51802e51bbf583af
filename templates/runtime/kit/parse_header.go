//go:build webhookgen_header

package kit

import (
	"net/http"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// parse returns the delivery that the case is, or why it is none.
func (c Case) parse() (*hooks.Delivery, error) { return hooks.Parse(c.sent()) }

// headerOf returns what a request for d says in its header.
func headerOf(d *hooks.Delivery) http.Header { return d.Header() }

// header returns what a request for the action says in its header.
func (a *action) header() http.Header {
	d := hooks.Delivery{Action: a.Name}
	identify(&d)
	return d.Header()
}
