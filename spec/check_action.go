package spec

import (
	"regexp"
	"slices"
)

// checkActions checks what the actions must not have in common.
func (r *reader) checkActions(api *API) {
	r.nameFiles(api.Actions)
	byPush := map[string]*Action{}
	unserved := false
	for _, a := range api.Actions {
		r.checkPushes(a, byPush)
		if len(a.Push) > 0 && api.Push == nil && !unserved {
			unserved = true
			r.add("push-without-envelope", a.Push[0].Span, "this action has a push, and the specification has no `push`").
				help("describe the envelope of pushes: push: {action: {member: action}, payload: {member: payload}}")
		}
	}
}

// nameFiles gives actions the names of their files, which must differ. Where two
// need the same, one with a go_name has its file called by that.
func (r *reader) nameFiles(actions []*Action) {
	taken := map[string]*Action{}
	for _, a := range actions {
		if a.GoName == "" {
			r.nameFile(a, taken)
		}
	}
	for _, a := range actions {
		if a.GoName == "" {
			continue
		}
		if taken[a.Slug] != nil {
			a.Slug = slug(betweenWords.ReplaceAllString(a.GoName, "${1}_${2}"))
		}
		r.nameFile(a, taken)
	}
}

// betweenWords matches where a word of a Go name ends and another begins.
var betweenWords = regexp.MustCompile(`([a-z0-9])([A-Z])`)

func (r *reader) nameFile(a *Action, taken map[string]*Action) {
	if other := taken[a.Slug]; other != nil {
		r.add("slug-collision", a.Span, "actions %s and %s need the same file name, %s", quote(a.Name), quote(other.Name), quote(a.Slug)).
			help("file names hold a-z, 0-9 and _ alone: give one of the two a go_name, and its file is called by that").
			related(other.Span, "the other action")
		return
	}
	taken[a.Slug] = a
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
