package spec

import (
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
		value, told := a.Name, true
		if e.Action.Header != "" {
			_, value, told = a.Event()
		}
		if a.Payload == nil || !told {
			continue
		}
		if problem, at := r.untold(&Ref{Decl: a.Payload}, path, value, false); problem != "" {
			f := r.add("action-member", a.Span, "the payload of action %s %s, and it tells the action", quote(a.Name), problem).
				help("declare it as a field with a string, an enum or a constant that can be %s", quote(value))
			if at != a.Span && at != (Span{}) {
				f.related(at, "here")
			}
		}
	}
}

func (r *reader) checkPathInEnvelope(e *Envelope, actions []*Action, path []string) {
	envelope := &Ref{Decl: &TypeDecl{Body: &Object{Fields: e.Fields}}}
	for _, a := range actions {
		value, told := a.Name, true
		if e.Action.Header != "" {
			_, value, told = a.Event()
		}
		if !told {
			continue
		}
		if problem, _ := r.untold(envelope, path, value, e.Action.Header == ""); problem != "" {
			r.add("action-member", e.Action.Span, "the envelope %s, and it tells the actions", problem).
				help("declare it under `fields` of the envelope, as a string or an enum that can be %s", quote(value)).
				related(a.Span, "one of the actions")
			return // the others have the same problem
		}
	}
}

// untold says why the member at path below a value of type t cannot be value:
// "" if it can, or if that is not to be known, as in a union. at is the field
// in question.
func (r *reader) untold(t Type, path []string, value string, required bool) (problem string, at Span) {
	for i, name := range path {
		object, ok := r.bodyOf(t).(*Object)
		if !ok {
			return "", at
		}
		f := r.index(object).byName[name]
		shown := quote(strings.Join(path[:i+1], "."))
		switch {
		case f == nil:
			return "lacks the member " + shown, at
		case f.Type == nil:
			return "", at
		case len(f.OlderNames) > 0:
			return "has older names for the member " + shown, f.Span
		case required && (f.Optional != Required || f.Nullable):
			return "need not have the member " + shown, f.Span
		}
		t, at = f.Type, f.Span
	}
	if !r.admits(t, value) {
		return "has a member " + quote(strings.Join(path, ".")) + " that cannot be " + quote(value), at
	}
	return "", at
}
