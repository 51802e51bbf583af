package spec

import "slices"

// checkActions checks what the actions must not have in common.
func (r *reader) checkActions(api *API) {
	bySlug := map[string]*Action{}
	byPush := map[string]*Action{}
	unserved := false
	for _, a := range api.Actions {
		if other := bySlug[a.Slug]; other != nil {
			r.add("slug-collision", a.Span, "actions %s and %s need the same file name, %s", quote(a.Name), quote(other.Name), quote(a.Slug)).
				help("file names hold a-z, 0-9 and _ alone: leave one of the two out, and it reaches the receiver as an unknown action").
				related(other.Span, "the other action")
		} else {
			bySlug[a.Slug] = a
		}
		r.checkPushes(a, byPush)
		if len(a.Push) > 0 && api.Push == nil && !unserved {
			unserved = true
			r.add("push-without-envelope", a.Push[0].Span, "this action has a push, and the specification has no `push`").
				help("describe the envelope of pushes: push: {action: {member: action}, payload: {member: payload}}")
		}
	}
}

// checkPushes checks that a push leads to one action.
func (r *reader) checkPushes(a *Action, byPush map[string]*Action) {
	byAPI := map[*PushAPI]Span{}
	for _, p := range a.Push {
		if first, twice := byAPI[p.API]; twice {
			r.add("duplicate-push", p.Span, "action %s has two pushes of %s", quote(a.Name), quote(p.API.ID)).
				help("remove one of them").related(first, "the first one")
			continue
		}
		byAPI[p.API] = p.Span
		if other := byPush[p.Name]; other != nil && other != a {
			r.add("ambiguous-push", p.Span, "push %s belongs to action %s already", quote(p.Name), quote(other.Name)).
				help("a push is told by its name: it can belong to one action").related(other.Span, "the other action")
			continue
		}
		byPush[p.Name] = a
	}
}

// checkPayload checks the declared type that an action has as its payload: an
// object, two shapes of an object or a list, or a union by trial of objects. A bare list can be a payload
// only as one of two shapes, since a payload in Go is a struct.
func (r *reader) checkPayload(d *TypeDecl, at Span) {
	body := d.Body
	if w, ok := body.(*Wrapped); ok {
		ref, isRef := w.Type.(*Ref)
		if w.Type == nil || isRef && ref.Decl.Body == nil {
			return
		}
		if _, isList := w.Type.(*List); isList {
			return
		}
		body = nil
		if isRef {
			body = ref.Decl.Body
		}
	} else if body == nil {
		return
	}
	if union, ok := d.Body.(*TrialUnion); ok && !slices.ContainsFunc(union.Variants, func(v *TrialVariant) bool { return r.notObject(v.Type) }) {
		return
	}
	if _, ok := body.(*Object); !ok {
		r.add("payload-not-object", at, "payload %s is not an object", quote(d.Name)).
			help("name a type that is declared with `fields` or `base`, or with `shapes` around such a type or a list").
			related(d.Span, "it is declared here")
	}
}

// notObject says whether t, a variant of a payload, can be anything but an object.
func (r *reader) notObject(t Type) bool {
	if r.behind(t) == nil {
		return false // has its finding
	}
	switch b := r.bodyOf(t).(type) {
	case *Object, *MemberUnion:
		return false
	case *TrialUnion:
		return !b.Closed || slices.ContainsFunc(b.Variants, func(v *TrialVariant) bool { return r.notObject(v.Type) })
	}
	return true
}
