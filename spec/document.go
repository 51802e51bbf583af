package spec

// document reads the whole file.
func (r *reader) document(n *node) *API {
	m := r.mapping(n, "the specification", "webhookgen", "provider", "remarks", "groups", "delivery",
		"envelope", "push", "push_apis", "types", "actions")
	r.languageVersion(m.need("webhookgen"))
	api := &API{
		Provider: r.provider(m.need("provider"), m.keySpan("provider")),
		Remarks:  r.remarks(m.get("remarks"), "", ""),
		Groups:   r.readGroups(m.get("groups")),
		Contract: r.contract(m.get("delivery"), m.keySpan("delivery")),
		PushAPIs: r.pushAPIs(m.get("push_apis")),
		Types:    r.readTypes(m.get("types")),
		Envelope: r.envelope(m.need("envelope"), m.keySpan("envelope")),
		Push:     r.push(m.get("push"), m.keySpan("push")),
	}
	api.Actions = r.actions(m.need("actions"))
	return api
}

func (r *reader) languageVersion(n *node) {
	if n == nil {
		return
	}
	if v, ok := r.whole(n, "webhookgen"); ok && v != 1 {
		r.add("language-version", n.span, "version %s of the language is not known", clip(n.text)).
			help("this webhookgen reads version 1")
	}
}
