package schema

import "github.com/webhookgen/webhookgen/spec"

// action returns the file of one action's payload.
func (g *generator) action(a *spec.Action) object {
	return append(g.head(actionFile(a), a.Name), refsFrom("../").payloadOf(a)...)
}

// payloadOf returns the payload of a with what is known of the action: its
// own fields, or a reference to the type that several actions share.
func (r refs) payloadOf(a *spec.Action) object {
	out := annotations(a.Doc, nil, nil)
	if a.Inline {
		out = append(out, r.body(a.Payload.Body)...)
	} else {
		out = append(out, r.decl(a.Payload)...)
	}
	return append(out, examples(a.Sample)...)
}
