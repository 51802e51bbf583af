package write

import (
	"regexp"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// secretName is how providers call the member that proves them.
var secretName = regexp.MustCompile(`(?i)^(secret|secret_?key|verification_?token|token)$`)

// IsSecret says whether a member of the envelope is taken to prove the sender,
// by its name.
func IsSecret(f *infer.Field) bool {
	return f.Shape.Kind == infer.String && secretName.MatchString(f.Name) && !f.Some && f.Optional != infer.Yes
}

// envelope writes the object around payloads: as the samples show it, or as
// most providers have it.
func (e *emitter) envelope(says *infer.Says) []line {
	env := says.Envelope
	if env == nil {
		e.guess("envelope-guessed", says.Actions[0].Span, "correct it under envelope, from a delivery or from another page",
			"the samples show payloads alone: an envelope with the members action and payload is taken")
		return []line{{}, {text: "# The page shows payloads alone: this envelope is a guess."}, {text: "envelope:"},
			{text: "  action: {member: action}"}, {text: "  payload: {member: payload}"}}
	}
	out := []line{{}, {text: "envelope:" + at(env.Span)}, {text: "  action: {member: " + Quote(env.Action) + "}" + at(env.Spots[env.Action])},
		{text: "  payload: {member: " + Quote(env.Payload) + "}" + at(env.Spots[env.Payload])}}
	var fields []line
	for _, f := range env.Fields {
		if !validName(f.Name) {
			continue
		}
		if IsSecret(f) {
			out = append(out, line{text: "  proof: {scheme: body_secret, member: " + Quote(f.Name) + "}"})
			e.guess("proof-guessed", f.Span, "correct it under envelope.proof, or take it out", "the member %q is taken to prove the sender, by its name", f.Name)
			fields = append(fields, line{"    " + Quote(f.Name) + ": {type: string, sensitive: secret}" + at(f.Span), "envelope/fields/" + f.Name})
			continue
		}
		fields = append(fields, e.field(f, "envelope", "    ", "envelope/fields/"+f.Name, true)...)
	}
	if len(fields) == 0 {
		return out
	}
	return append(append(out, line{text: "  fields:"}), fields...)
}

// pushAPIs writes the envelope of pushes and the APIs that have some.
func (e *emitter) pushAPIs(says *infer.Says) []line {
	ids := map[string]bool{}
	var first spec.Span
	var apis []line
	for _, a := range says.Actions {
		for _, p := range a.Push {
			if _, seen := e.apis[p.API]; seen {
				continue
			}
			if len(apis) == 0 {
				first = p.Span
			}
			id := APIName(says, p)
			for ids[id] {
				id += "_2"
			}
			ids[id], e.apis[p.API] = true, id
			if p.API == "" {
				e.guess("push-api-guessed", p.Span, "name the API under push_apis, and in the push of each action",
					"the page does not say which API the pushes are of: %q is taken, from where its links lead", id)
			}
			title := ""
			if p.API != "" {
				title = "title: " + Quote(p.API)
			}
			apis = append(apis, line{text: "  " + id + ": {" + title + "}" + at(p.Span)})
		}
	}
	if len(apis) == 0 {
		return nil
	}
	e.guess("push-envelope-guessed", first, "correct it under push, from the description of the API",
		"the page does not show pushes: an envelope with the members action and payload is taken")
	out := []line{{}, {text: "# The page does not show how pushes are wrapped: this envelope is a guess."}, {text: "push:"},
		{text: "  action: {member: action}"}, {text: "  payload: {member: payload}"}, {}, {text: "push_apis:"}}
	return append(out, apis...)
}

// APIName is the id of the API of a push: from its title, or else from the
// folder that the page says it is described in.
func APIName(says *infer.Says, p infer.Push) string {
	switch {
	case p.API != "":
		return ID(p.API)
	case p.Path != "":
		return ID(p.Path)
	}
	return ID(says.PushPath)
}
