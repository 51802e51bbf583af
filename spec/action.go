package spec

import (
	"regexp"
	"strings"
)

// actions reads the actions; those that they refer to are read before.
func (r *reader) actions(n *node) []*Action {
	r.notEmpty(n, "actions")
	if n == nil || !r.is(n, "actions", mappingNode) {
		return nil
	}
	var actions []*Action
	for _, p := range n.pairs {
		actions = append(actions, r.action(p.key, p.value))
	}
	return actions
}

func (r *reader) action(key, n *node) *Action {
	r.name(key, "the name of an action")
	m := r.mapping(n, "action "+quote(key.text), withDoc("group", "push", "fields", "payload", "sample")...)
	a := &Action{Name: key.text, Slug: slug(key.text), Span: key.span, BodySpan: n.span}
	a.Doc = m.doc(key.text, "")
	if group := m.get("group"); group != nil && r.is(group, "group", textNode) {
		a.Group, _ = r.groups.find(group.text, group.span)
	}
	a.Push = r.equivalents(m.get("push"), key.text)
	r.payload(m, a)
	a.Sample = r.sample(m.get("sample"), sampleSyntax{action: a})
	return a
}

// payload reads the action's own fields, or the type that it refers to.
func (r *reader) payload(m *mapping, a *Action) {
	switch m.one("fields", "payload") {
	case "fields":
		a.Inline = true
		object := &Object{Fields: r.readFields(m.get("fields"), a.Name)}
		a.Payload = &TypeDecl{Name: a.Name, Body: object, Span: a.Span}
		r.objects = append(r.objects, &objectSyntax{object: object, own: object.Fields, name: a.Name, at: a.Span})
	case "payload":
		r.use(m.get("payload"), "payload", func(d *TypeDecl) {
			a.Payload = d
			r.checkPayload(d, m.get("payload").span)
		})
	}
}

var notInSlug = regexp.MustCompile(`[^a-z0-9]+`)

// slug is a name as a file name: [a-z0-9_]+.
func slug(name string) string {
	s := strings.Trim(notInSlug.ReplaceAllString(strings.ToLower(name), "_"), "_")
	if s == "" {
		return "x"
	}
	return s
}
