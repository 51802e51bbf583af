package spec

import "strings"

// Path returns the members that lead to the place, from the body down: nil if
// it is not in the body.
func (p Place) Path() []string {
	if p.Member == "" {
		return nil
	}
	return strings.Split(p.Member, ".")
}

// ActionIsMember says whether the action is a member of the envelope that
// holds nothing else. In all other cases the member that tells the action, if
// any, is one of the declared fields of the envelope or of the payload.
func (e *Envelope) ActionIsMember() bool {
	return e.Action.Header == "" && !e.Payload.Body && len(e.Action.Path()) == 1
}

// PathInPayload returns the part of the action's path that lies below the
// payload, and whether there is one.
func (e *Envelope) PathInPayload() ([]string, bool) {
	path := e.Action.Path()
	switch {
	case len(path) == 0:
		return nil, false
	case e.Payload.Body:
		return path, true
	case len(path) > 1 && path[0] == e.Payload.Member:
		return path[1:], true
	}
	return nil, false
}

// NeedsHeader says whether a delivery cannot be understood, or its sender not
// proved, by its body alone.
func (e *Envelope) NeedsHeader() bool {
	return e.Action.Header != "" || e.DeliveryID != nil && e.DeliveryID.Header != "" || e.Form != nil ||
		e.Proof != nil && e.Proof.Scheme != ProofBodySecret
}

// Event splits the name of an action into the value of the header and that of
// the member, where both tell it. The member is missing if there is no dot.
func (a *Action) Event() (event, member string, hasMember bool) {
	return strings.Cut(a.Name, ".")
}
