package spec

func (r *reader) envelope(n *node, at Span) *Envelope {
	m := r.mapping(n, "envelope", "notes", "action", "payload", "proof", "delivery_id", "form", "handshake", "fields", "closed")
	payload := r.payloadPlace(m.need("payload"))
	e := &Envelope{
		Notes:   m.text("notes"),
		Action:  r.actionPlace(m.need("action")),
		Payload: payload.PayloadPlace,
		Proof:   r.proof(m.get("proof")),
		Fields:  r.readFields(m.get("fields"), ""),
		Closed:  m.bool("closed"),
		Span:    at,
	}
	if id := m.get("delivery_id"); id != nil {
		e.DeliveryID = r.idPlace(id)
	}
	e.Form = r.form(m.get("form"))
	e.Handshake = r.handshake(m.get("handshake"))
	if e.Payload.Body {
		m.noEnvelope("fields", "closed")
	}
	var action Place
	if e.ActionIsMember() {
		action = e.Action
	}
	r.members(action, payload, e.Fields)
	return e
}

// noEnvelope reports keys that describe an object around the payload, where
// there is none.
func (m *mapping) noEnvelope(keys ...string) {
	for _, key := range keys {
		if m.get(key) != nil {
			m.add("conflicting-keys", m.keySpan(key), "an envelope whose payload is the whole body has no %s of its own", key).
				help("say it of each payload: actions can share an object, or a base of their objects")
		}
	}
}

// form reads which member of a form holds the JSON.
func (r *reader) form(n *node) *Form {
	if n == nil {
		return nil
	}
	m := r.mapping(n, "form", "member", "required")
	if m.lacks("member") {
		m.add("missing-key", m.node.span, "form lacks the key \"member\"").
			help("it names the member that holds the JSON; forms without JSON are not served")
	}
	return &Form{Member: m.nameText("member"), Required: m.bool("required"), Span: n.span}
}

// handshake reads how a body is told that is answered with a text of its own.
func (r *reader) handshake(n *node) *Handshake {
	if n == nil {
		return nil
	}
	m := r.mapping(n, "handshake", "member", "value", "echo")
	for _, key := range []string{"member", "value", "echo"} {
		m.need(key)
	}
	const instead = "only members of the body itself are served: answer other handshakes before the request reaches the receiver, by Verify and Parse"
	h := &Handshake{Member: m.noPath("member", instead), Value: m.nameText("value"), Echo: m.noPath("echo", instead), Span: n.span}
	if h.Member != "" && h.Member == h.Echo {
		m.add("member-collision", m.get("echo").span, "member %s cannot be the echo: it tells the handshake already", quote(h.Echo)).
			help("name the member that holds the text to answer with").related(m.get("member").span, "the other one")
	}
	return h
}
