package schema

import (
	"slices"

	"github.com/webhookgen/webhookgen/spec"
)

// push returns the file of the whole push.
func (g *generator) push() object {
	out := g.head(pushFile, title(g.api)+": push")
	return append(out, refsFrom("").pushOf(g.api)...)
}

// pushOf refuses what Go code refuses: a push that bears the name of an
// action without push equivalent.
func (r refs) pushOf(api *spec.API) object {
	p := api.Push
	env := envelope{action: p.Action, payload: p.Payload, fields: p.Fields, closed: p.Closed}
	var names []string
	for _, a := range api.Actions {
		if own := pushNames(a); len(own) > 0 {
			env.cases = append(env.cases, envelopeCase{own, a})
			names = append(names, own...)
		}
	}
	for _, a := range api.Actions {
		if len(a.Push) == 0 && !slices.Contains(names, a.Name) {
			env.refused = append(env.refused, a.Name)
		}
	}
	return append(text("description", []string{p.Notes}), r.envelopeOf(env)...)
}

// pushNames returns the names of a's pushes, each once, whatever the API.
func pushNames(a *spec.Action) []string {
	var out []string
	for _, p := range a.Push {
		if !slices.Contains(out, p.Name) {
			out = append(out, p.Name)
		}
	}
	return out
}
