package spec

import (
	"encoding/json"
	"strings"
	"unicode"
)

// checkRoute checks that each action can be told by what the envelope says
// tells it. A member that tells it, where that is not all it does, is declared
// by the fields that it lies in: they are what is written again.
func (r *reader) checkRoute(api *API) {
	e := api.Envelope
	if e.Action.Header != "" {
		for _, a := range api.Actions {
			r.checkHeaderValue(e, a)
		}
	}
	path := e.Action.Path()
	inPayload, below := e.PathInPayload()
	switch {
	case e.ActionIsMember() || len(path) == 0:
	case below:
		r.checkPathInPayload(e, api.Actions, inPayload)
	default:
		r.checkPathInEnvelope(e, api.Actions, path)
	}
}

// checkHeaderValue checks that a header can have the value that tells a.
func (r *reader) checkHeaderValue(e *Envelope, a *Action) {
	value := a.Name
	if e.Action.Member != "" {
		value, _, _ = a.Event()
	}
	if value != "" && value == strings.TrimSpace(value) && !strings.ContainsFunc(value, unicode.IsControl) {
		return
	}
	r.add("header-value", a.Span, "no header %s can have the value %s, which would tell action %s", e.Action.Header, quote(value), quote(a.Name)).
		help("name the action as the header has it; where a member tells it too, join the two with a dot: issues.opened").
		related(e.Action.Span, "where the action stands")
}

func (r *reader) checkPathInPayload(e *Envelope, actions []*Action, path []string) {
	if !e.Payload.Body && len(e.Payload.OlderNames) > 0 {
		r.add("action-member", e.Action.Span, "the path to the action leads through the payload, which has older names").
			help("name a member of the envelope, or leave the older names out")
		return
	}
	for _, a := range actions {
		value, told := e.told(a)
		if a.Payload == nil || !told {
			continue
		}
		w := wayToAction{reader: r, path: path, needed: e.Action.Header == "", fits: func(t Type) string {
			if r.admits(t, value) {
				return ""
			}
			return "has a member " + quote(strings.Join(path, ".")) + " that cannot be " + quote(value)
		}}
		if f, problem := w.from(&Ref{Decl: a.Payload}, 0); problem != "" {
			r.add("action-member", a.Span, "the payload of action %s cannot tell it: it %s", quote(a.Name), problem).
				help("declare it as a required field with a string, an enum or a constant that can be %s", quote(value)).
				relatedField(f)
		} else if a.Sample != nil && textAt(a.Sample, path) != value {
			r.add("bad-sample", a.Span, "the sample of action %s is of another action: its member %s is not %s",
				quote(a.Name), quote(strings.Join(path, ".")), quote(value))
		}
	}
}

// checkPathInEnvelope checks the one field that tells all actions. It can have
// any text, so that there can be unknown actions.
func (r *reader) checkPathInEnvelope(e *Envelope, actions []*Action, path []string) {
	var alone *Action
	for _, a := range actions {
		if _, told := e.told(a); !told {
			alone = a
		}
	}
	w := wayToAction{reader: r, path: path, needed: e.Action.Header == "", fits: func(t Type) string {
		if r.anyText(t) {
			return ""
		}
		return "has a member " + quote(strings.Join(path, ".")) + " that is neither a string nor an open enum"
	}}
	f, problem := w.from(&Ref{Decl: &TypeDecl{Body: &Object{Fields: e.Fields}}}, 0)
	if problem == "" && f != nil && f.Optional == Required && alone != nil {
		problem = "has the member " + quote(strings.Join(path, ".")) + " always, and action " + quote(alone.Name) + " comes without"
	}
	if problem != "" {
		r.add("action-member", e.Action.Span, "the envelope cannot tell the actions: it %s", problem).
			help("declare it under `fields` of the envelope, as a string or an open enum; optional if an action has a name without a dot").
			relatedField(f)
	}
}

// textAt returns the text at a path in a sample, or "".
func textAt(sample Sample, path []string) string {
	text := json.RawMessage(sample)
	for _, name := range path {
		var members map[string]json.RawMessage
		if json.Unmarshal(text, &members) != nil {
			return ""
		}
		text = members[name]
	}
	var value string
	_ = json.Unmarshal(text, &value) // what is no text leaves it empty
	return value
}

// told returns what the member that tells a has, and whether there is one.
func (e *Envelope) told(a *Action) (string, bool) {
	if e.Action.Header == "" {
		return a.Name, true
	}
	_, value, told := a.Event()
	return value, told
}

// anyText says whether a value of type t can be any text.
func (r *reader) anyText(t Type) bool {
	if enum, ok := r.bodyOf(t).(*Enum); ok {
		return !enum.Closed
	}
	end := r.behind(t)
	s, ok := end.(*Scalar)
	return end == nil || ok && s.Kind == String
}
