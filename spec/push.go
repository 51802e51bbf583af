package spec

func (r *reader) push(n *node, at Span) *PushEnvelope {
	if n == nil {
		return nil
	}
	m := r.mapping(n, "push", "notes", "action", "payload", "fields", "closed")
	payload := r.payloadPlace(m.need("payload"))
	e := &PushEnvelope{
		Notes:   m.text("notes"),
		Action:  r.pushPlace(m.need("action")),
		Payload: payload.PayloadPlace,
		Fields:  r.readFields(m.get("fields"), ""),
		Closed:  m.bool("closed"),
		Span:    at,
	}
	if e.Payload.Body {
		r.notServed(e.Payload.Span, "pushes without an envelope", "only a payload that is a member of the push is served")
	}
	r.members(e.Action, payload, e.Fields)
	return e
}

func (r *reader) pushAPIs(n *node) []*PushAPI {
	if n == nil {
		return nil
	}
	if !r.is(n, "push_apis", mappingNode) {
		r.apis.partial = true
		return nil
	}
	var apis []*PushAPI
	for _, p := range n.pairs {
		r.name(p.key, "the name of a push API")
		m := r.mapping(p.value, "push API "+quote(p.key.text), "title", "url")
		api := &PushAPI{ID: p.key.text, Title: m.text("title"), URL: m.pattern("url", "bad-url", linkForm, linkHelp), Span: p.key.span}
		if api.Title == "" {
			api.Title = api.ID
		}
		r.apis.declare(api.ID, api)
		apis = append(apis, api)
	}
	return apis
}

// equivalents reads the pushes of an action: names of APIs, or APIs with the
// name of the push, which is the action's by default.
func (r *reader) equivalents(n *node, action string) []PushEquivalent {
	var pushes []PushEquivalent
	for _, item := range r.asList(n, "push") {
		if p, ok := r.equivalent(item, action); ok {
			pushes = append(pushes, p)
		}
	}
	return pushes
}

func (r *reader) equivalent(n *node, action string) (PushEquivalent, bool) {
	api, p := n, PushEquivalent{Name: action, Span: n.span}
	if n.kind == mappingNode {
		m := r.mapping(n, "a push", "api", "name")
		api = m.need("api")
		if name := m.get("name"); name != nil {
			p.Name, p.Span = m.nameText("name"), name.span
		}
	}
	if api == nil || !r.is(api, "a push API", textNode) {
		return p, false
	}
	found, ok := r.apis.find(api.text, api.span)
	p.API = found
	return p, ok
}
