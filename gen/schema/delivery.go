package schema

import (
	"slices"

	"github.com/webhookgen/webhookgen/spec"
)

// delivery returns the file of the whole body of a webhook.
func (g *generator) delivery() object {
	out := g.head(deliveryFile, title(g.api)+": delivery")
	return append(out, refsFrom("").deliveryOf(g.api)...)
}

func (r refs) deliveryOf(api *spec.API) object {
	e := api.Envelope
	notes := text("description", []string{e.Notes})
	var body object
	if e.ActionIsMember() {
		env := envelope{action: e.Action, payload: e.Payload, fields: e.Fields, closed: e.Closed, cases: actionCases(api)}
		body = r.envelopeOf(env)
	} else {
		body = r.routedOf(api)
	}
	return append(notes, orHandshake(e.Handshake, body)...)
}

// orHandshake lets a handshake stand in place of a delivery.
func orHandshake(h *spec.Handshake, body object) object {
	if h == nil {
		return body
	}
	return object{
		{"if", has(h.Member, oneOfValues([]string{h.Value}))},
		{"then", has(h.Echo, typed("string", false))},
		{"else", body},
	}
}

func actionCases(api *spec.API) []envelopeCase {
	var out []envelopeCase
	for _, a := range api.Actions {
		out = append(out, envelopeCase{[]string{a.Name}, a})
	}
	return out
}

// envelope is what deliveries and pushes have in common.
type envelope struct {
	action  spec.Place
	payload spec.PayloadPlace
	fields  []*spec.Field
	closed  bool
	cases   []envelopeCase
	refused []string // values of the action member that may not come
}

// envelopeCase says whose payload these values of the action member announce.
type envelopeCase struct {
	values []string
	action *spec.Action
}

func (r refs) envelopeOf(e envelope) object {
	action := typed("string", false)
	if len(e.refused) > 0 {
		action = append(action, member{"not", oneOfValues(e.refused)})
	}
	slots := []slot{{
		names:    []string{e.action.Member},
		notes:    text("description", []string{e.action.Notes}),
		schema:   action,
		required: true,
	}, {
		names:    e.payloadNames(),
		notes:    annotations(spec.Doc{Notes: e.payload.Notes, Remarks: e.payload.Remarks}, nil, nil),
		required: true, // and its schema is up to the action
	}}
	slots = append(slots, r.slots(e.fields)...)
	return objectOf(slots, e.closed, r.envelopeConditions(e)...)
}

// hasPath demands a member in a member, and so on down a path.
func hasPath(path []string, schema object) object {
	for _, name := range slices.Backward(path) {
		schema = has(name, schema)
	}
	return schema
}

func (e envelope) payloadNames() []string {
	return append([]string{e.payload.Member}, e.payload.OlderNames...)
}

// envelopeConditions let the action choose the payload. An unknown action
// demands an object; one that is missing, no string or refused demands
// nothing of a payload that nobody will read.
func (r refs) envelopeConditions(e envelope) []object {
	known := append([]string{}, e.refused...)
	var out []object
	for _, c := range e.cases {
		known = append(known, c.values...)
		out = append(out, e.when(oneOfValues(c.values), object{{"$ref", r.payload(c.action)}}))
	}
	unknown := append(typed("string", false), member{"not", object{{"enum", known}}})
	return append(out, e.when(unknown, typed("object", false)))
}

// when demands a payload where the action fits.
func (e envelope) when(action, payload object) object {
	properties := object{}
	for _, name := range e.payloadNames() {
		properties = append(properties, member{name, payload})
	}
	return object{
		{"if", hasPath(e.action.Path(), action)},
		{"then", object{{"properties", properties}}},
	}
}
