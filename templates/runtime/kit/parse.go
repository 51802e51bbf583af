//go:build !webhookgen_header

package kit

import (
	"net/http"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// parse returns the delivery that the case is, or why it is none.
func (c Case) parse() (*hooks.Delivery, error) { return hooks.Parse(c.Body) }

// headerOf returns what a request for d says in its header: nothing.
func headerOf(*hooks.Delivery) http.Header { return nil }

// header returns what a request for the action says in its header: nothing.
func (a *action) header() http.Header { return nil }
