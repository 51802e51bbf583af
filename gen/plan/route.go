package plan

import (
	"net/http"
	"slices"

	"github.com/webhookgen/webhookgen/spec"
)

// Route says what tells the action of a delivery, where that is not a member
// of the envelope for nothing else.
type Route struct {
	Header string   // canonical name of the header, or ""
	Path   []string // names of the members that lead to the one, or nil
	// Payload is how many of the members lead to the payload; -1 if they lead
	// elsewhere.
	Payload int
	Closed  bool
	Events  []*Event // that have actions, if both tell
}

// Event is the value of a header that comes with several actions.
type Event struct {
	Name    string
	Members []string  // what the member has, in the order of the file
	Actions []*Action // that it tells
}

// route returns the route of the package's deliveries, or nil.
func (p *planner) route() *Route {
	e := p.pkg.API.Envelope
	if e.ActionIsMember() {
		return nil
	}
	out := &Route{Header: http.CanonicalHeaderKey(e.Action.Header), Path: e.Action.Path(), Payload: -1, Closed: e.Action.Closed}
	if below, ok := e.PathInPayload(); ok {
		out.Payload = len(out.Path) - len(below)
	}
	if out.Header == "" || out.Path == nil {
		return out
	}
	for _, a := range p.pkg.Actions {
		name, member, ok := a.Spec.Event()
		if !ok {
			continue
		}
		at := slices.IndexFunc(out.Events, func(e *Event) bool { return e.Name == name })
		if at < 0 {
			at = len(out.Events)
			out.Events = append(out.Events, &Event{Name: name})
		}
		event := out.Events[at]
		event.Members, event.Actions = append(event.Members, member), append(event.Actions, a)
	}
	return out
}

// IDHeader returns the canonical name of the header that identifies a
// delivery, or "".
func IDHeader(e *spec.Envelope) string {
	if e.DeliveryID == nil {
		return ""
	}
	return http.CanonicalHeaderKey(e.DeliveryID.Header)
}
