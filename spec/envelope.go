package spec

func (r *reader) envelope(n *node, at Span) *Envelope {
	m := r.mapping(n, "envelope", "notes", "action", "payload", "proof", "delivery_id", "fields", "closed")
	payload := r.payloadPlace(m.need("payload"))
	e := &Envelope{
		Notes:   m.text("notes"),
		Action:  r.place(m.need("action"), "action"),
		Payload: payload.PayloadPlace,
		Proof:   r.proof(m.get("proof")),
		Fields:  r.readFields(m.get("fields"), ""),
		Closed:  m.bool("closed"),
		Span:    at,
	}
	if id := m.get("delivery_id"); id != nil {
		place := r.place(id, "delivery_id")
		e.DeliveryID = &place
	}
	r.members(e.Action, payload, e.Fields)
	return e
}

// proof reads what proves the sender.
func (r *reader) proof(n *node) *Proof {
	if n == nil {
		return nil
	}
	m := r.mapping(n, "proof", "scheme", "member", "header")
	scheme := m.need("scheme")
	p := &Proof{
		Scheme: ProofScheme(m.choice("scheme", string(ProofBodySecret), string(ProofHMAC), string(ProofStandardWebhooks),
			string(ProofBasic), string(ProofBearer))),
		Span: m.placeSpan("member", "scheme"),
	}
	switch p.Scheme {
	case "":
	case ProofBodySecret:
		m.need("member")
		p.Member, p.Header = m.member(), m.header()
	default:
		if member := m.get("member"); member != nil {
			m.add("conflicting-keys", m.keySpan("member"), "a proof by %s stands in a header, not in a member", p.Scheme)
		}
		m.need("header")
		p.Header = m.nameText("header")
		r.notServed(scheme.span, "proofs by "+string(p.Scheme), "only body_secret is served")
	}
	return p
}
