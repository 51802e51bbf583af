package kit

import "github.com/webhookgen/webhookgen/spec"

// envelopeOf returns the node of the object around a payload, whose member for
// the secret, if it has one, is secret.
func envelopeOf(e *spec.Envelope, secret string) *node {
	if e.Payload.Body {
		return &node{Kind: "payload"}
	}
	fields := fieldsOf(e.Fields)
	for i := range fields {
		if f := &fields[i]; e.Proof != nil && e.Proof.Member == f.Name {
			f.Fixed, f.Sample = true, textOf(secret)
		}
	}
	action := ""
	if e.ActionIsMember() {
		action = e.Action.Member
	}
	return &node{Kind: "object", Closed: e.Closed, fields: append(fields, placesOf(action, e.Payload)...)}
}

func pushEnvelopeOf(e *spec.PushEnvelope) *node {
	return &node{Kind: "object", Closed: e.Closed, fields: append(fieldsOf(e.Fields), placesOf(e.Action.Member, e.Payload)...)}
}

// placesOf returns the members that hold the action, if there is one for that
// alone, and the payload.
func placesOf(action string, payload spec.PayloadPlace) []field {
	var out []field
	if action != "" {
		out = append(out, field{Name: action, Value: &node{Kind: "action"}})
	}
	return append(out, field{Name: payload.Member, Older: payload.OlderNames, Value: &node{Kind: "payload"}})
}
