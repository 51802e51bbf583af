package schema

import "github.com/webhookgen/webhookgen/spec"

// delivery returns the file of the whole body of a webhook.
func (g *generator) delivery() object {
	out := g.head(deliveryFile, title(g.api)+": delivery")
	return append(out, refsFrom("").deliveryOf(g.api)...)
}

func (r refs) deliveryOf(api *spec.API) object {
	e := api.Envelope
	env := envelope{action: e.Action, payload: e.Payload, fields: e.Fields, closed: e.Closed}
	for _, a := range api.Actions {
		env.cases = append(env.cases, envelopeCase{[]string{a.Name}, a})
	}
	return append(text("description", []string{e.Notes}), r.envelopeOf(env)...)
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
	action := append(text("description", []string{e.action.Notes}), typed("string", false)...)
	if len(e.refused) > 0 {
		action = append(action, member{"not", oneOfValues(e.refused)})
	}
	payload := payloadSlot(e.payload, object{})
	payload.schema = append(annotations(spec.Doc{Notes: e.payload.Notes, Remarks: e.payload.Remarks}, nil, nil), payload.schema...)
	slots := append([]slot{
		{names: []string{e.action.Member}, schema: action, required: true},
		payload,
	}, r.slots(e.fields)...)
	return objectOf(slots, e.closed, r.envelopeConditions(e)...)
}

func payloadSlot(p spec.PayloadPlace, schema object) slot {
	return slot{names: append([]string{p.Member}, p.OlderNames...), schema: schema, required: true}
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
	for _, name := range payloadSlot(e.payload, nil).names {
		properties = append(properties, member{name, payload})
	}
	return object{
		{"if", has(e.action.Member, action)},
		{"then", object{{"properties", properties}}},
	}
}
