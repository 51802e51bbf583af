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
