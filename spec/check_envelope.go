package spec

// members reports members of an envelope that claim the same name.
func (r *reader) members(action Place, payload payloadSyntax, fields []*Field) {
	claims := []claim{
		{name: action.Member, at: action.Span, what: "the action"},
		{name: payload.Member, at: payload.Span, what: "the payload"},
	}
	for i, name := range payload.OlderNames {
		claims = append(claims, claim{name: name, at: payload.olderAt[i], what: "an older name of the payload"})
	}
	r.collide(append(claims, bare(fieldClaims(fields, r.older))...))
}

// checkEnvelope checks the fields that the proof and the delivery's identifier
// refer to.
func (r *reader) checkEnvelope(e *Envelope) {
	if p := e.Proof; p != nil && p.Member != "" {
		if f := r.stringField(e, p.Member, p.Span, "proof-member", "the proof"); f != nil && f.Sensitive != Secret {
			r.add("proof-member", p.Span, "the proof stands in the field %s, which is not secret", quote(f.Name)).
				help("add `sensitive: secret` to the field, so that it reaches no log and no error").
				related(f.Span, "the field")
		}
	}
	if id := e.DeliveryID; id != nil && id.Member != "" {
		r.stringField(e, id.Member, id.Span, "delivery-id-member", "the delivery's identifier")
	}
}

// stringField finds the field of the envelope that what stands in. It is nil,
// after a finding, unless it is a text in every delivery.
func (r *reader) stringField(e *Envelope, name string, at Span, code, what string) *Field {
	if e.Payload.Body {
		r.notServed(at, "members of the payload that hold "+what, "where the payload is the whole body, only a header can: leave this out if there is none")
		return nil
	}
	for _, f := range e.Fields {
		if f.Name != name || f.Type == nil {
			continue
		}
		if s, ok := f.Type.(*Scalar); ok && s.Kind == String && f.Optional == Required && !f.Nullable {
			return f
		}
		if r.behind(f.Type) != nil {
			r.add(code, at, "%s stands in the field %s, which is not a required string", what, quote(name)).
				help("give the field the type string, neither optional nor nullable").related(f.Span, "the field")
		}
		return nil
	}
	var names []string
	for _, f := range e.Fields {
		if f.Name == name {
			return nil
		}
		names = append(names, f.Name)
	}
	r.add(code, at, "%s stands in %s, which is no field of the envelope", what, quote(name)).
		help("%s", r.didYouMean(name, names, "declare it under `fields` of the envelope"))
	return nil
}
