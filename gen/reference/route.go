package reference

import "github.com/webhookgen/webhookgen/spec"

// routedEnvelope is the envelope, if any, where the action is not a member of
// it for nothing else.
func routedEnvelope(e *spec.Envelope) envelope {
	var members []row
	if !e.Payload.Body {
		members = append(members, payloadRow(e.Payload))
	}
	return envelope{Members: append(members, rows(e.Fields)...), Remarks: withFields(e.Payload.Remarks, e.Fields)}
}

// routeNotes says what tells the action, what else a body can be, and that
// there is no envelope.
func routeNotes(e *spec.Envelope) []markdown {
	var out []markdown
	if e.Payload.Body {
		out = append(append(out, "The body is the payload: there is no object around it."), prose(e.Payload.Notes)...)
	}
	if !e.ActionIsMember() {
		out = append(append(out, tells(e.Action)), prose(e.Action.Notes)...)
	}
	if f := e.Form; f != nil && f.Required {
		out = append(out, "The body is a form with the JSON in the member "+code(f.Member)+".")
	} else if f != nil {
		out = append(out, "The body is JSON, or a form with the JSON in the member "+code(f.Member)+": the content type tells.")
	}
	if h := e.Handshake; h != nil {
		out = append(out, "A body whose member "+code(h.Member)+" is "+code(h.Value)+" tells of nothing. It is answered with the text in "+code(h.Echo)+".")
	}
	return out
}

func tells(a spec.Place) markdown {
	switch {
	case a.Header == "":
		return "The member " + code(a.Member) + " tells the action."
	case a.Member == "":
		return "The header " + code(a.Header) + " tells the action."
	}
	out := "The header " + code(a.Header) + " and the member " + code(a.Member) + " of the body tell the action: its name is the value of the header, " +
		"a dot and that of the member, or the value of the header alone."
	if a.Closed {
		out += " An event that has actions has no others."
	}
	return out
}
