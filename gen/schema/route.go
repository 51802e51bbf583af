package schema

import (
	"net/http"

	"github.com/webhookgen/webhookgen/spec"
)

// routedOf returns what can be said of a whole body if the action is not a
// member of the envelope for nothing else. Where a header tells the action, the
// payload is checked apart: see the validator's ValidateRequest.
func (r refs) routedOf(api *spec.API) object {
	e := api.Envelope
	if e.Payload.Body {
		return r.routedBody(api)
	}
	env := envelope{action: e.Action, payload: e.Payload, fields: e.Fields, closed: e.Closed}
	payload := object{}
	var conditions []object
	if e.Action.Header == "" {
		env.cases = actionCases(api)
		conditions = r.envelopeConditions(env)
		if below, ok := e.PathInPayload(); ok {
			payload = hasPath(below, typed("string", false))
		}
	}
	slots := append([]slot{{
		names:    env.payloadNames(),
		notes:    annotations(spec.Doc{Notes: e.Payload.Notes, Remarks: e.Payload.Remarks}, nil, nil),
		schema:   payload,
		required: true,
	}}, r.slots(e.Fields)...)
	return objectOf(slots, e.Closed, conditions...)
}

// routedBody is routedOf for a payload that is the whole body.
func (r refs) routedBody(api *spec.API) object {
	e := api.Envelope
	if e.Action.Header != "" {
		if allObjects(api.Actions) {
			return typed("object", false)
		}
		return object{}
	}
	path := e.Action.Path()
	var conditions []object
	for _, a := range api.Actions {
		conditions = append(conditions, object{
			{"if", hasPath(path, oneOfValues([]string{a.Name}))},
			{"then", object{{"$ref", r.payload(a)}}},
		})
	}
	return append(hasPath(path, typed("string", false)), member{"allOf", conditions})
}

// allObjects says whether every payload is an object.
func allObjects(actions []*spec.Action) bool {
	for _, a := range actions {
		for _, kind := range spec.KindsOf(&spec.Ref{Decl: a.Payload}) {
			if kind != spec.KindObject {
				return false
			}
		}
	}
	return true
}

// routeIndex tells programs how a header tells an action; it is nil where none
// does.
func (g *generator) routeIndex() object {
	e := g.api.Envelope
	if e.Action.Header == "" {
		return nil
	}
	out := object{{"header", http.CanonicalHeaderKey(e.Action.Header)}}
	if path := e.Action.Path(); path != nil {
		out = append(out, member{"path", path})
	}
	if e.Action.Closed {
		out = append(out, member{"closed", true})
	}
	if h := e.Handshake; h != nil {
		out = append(out, member{"handshake", object{{"member", h.Member}, {"value", h.Value}}})
	}
	if !e.Payload.Body {
		out = append(out, member{"payload", append([]string{e.Payload.Member}, e.Payload.OlderNames...)})
	}
	return out
}
