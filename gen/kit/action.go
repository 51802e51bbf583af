package kit

import (
	"encoding/json"
	"slices"

	"github.com/webhookgen/webhookgen/gen/plan"
)

func actionOf(p *plan.Package, a *plan.Action) action {
	out := action{Name: a.Spec.Name, Sample: json.RawMessage(a.Spec.Sample)}
	if a.Spec.Inline {
		out.payload = bodyOf(a.Spec.Payload.Body)
	} else {
		out.payload = &node{Kind: "ref", Name: a.Spec.Payload.Name}
	}
	if p.Route != nil && p.Route.Path != nil {
		out.tell(p, a)
	}
	return out
}

// tell sets what tells the action where a member below the envelope does.
func (out *action) tell(p *plan.Package, a *plan.Action) {
	value, tells, must, other := a.Spec.Name, true, true, false
	if p.Route.Header != "" {
		var event string
		event, value, tells = a.Spec.Event()
		other = slices.ContainsFunc(p.Actions, func(a *plan.Action) bool { return a.Spec.Name == event })
		must = p.Route.Closed && !other
	}
	if tells {
		out.Told, out.Tells, out.Must, out.Other = value, true, must, other
	}
}
