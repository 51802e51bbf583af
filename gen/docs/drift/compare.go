package drift

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// Compare returns what differs, in the order of the page.
func Compare(says *infer.Says, api *spec.API) []Finding {
	c := &comparer{says: says, api: api, actions: map[string]*spec.Action{}}
	for _, a := range api.Actions {
		c.actions[a.Name] = a
	}
	c.remarks = remarksOf(api)
	c.envelope()
	renamed := c.presence()
	for _, a := range says.Actions {
		if known := c.actions[a.Name]; known != nil {
			c.action(a, known)
		} else if known := renamed[a.Name]; known != nil {
			c.action(a, known)
		}
	}
	c.groups(renamed)
	c.contradictions()
	c.stale()
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.PageAt.Start.Line, b.PageAt.Start.Line), cmp.Compare(a.PageAt.Start.Column, b.PageAt.Start.Column))
	})
	return c.found
}

type comparer struct {
	says    *infer.Says
	api     *spec.API
	actions map[string]*spec.Action
	remarks []remark
	found   []Finding
}

// where is a place on both sides.
type where struct {
	page  *infer.Action
	spec  *spec.Action // nil for the envelope
	path  string
	owner *spec.TypeDecl
}

func (w where) name() string {
	if w.spec == nil {
		return EnvelopeName
	}
	return w.page.Name
}

func (w where) member(name string) where {
	if w.path != "" {
		name = w.path + "." + name
	}
	w.path = name
	return w
}

// add records a finding unless the specification acknowledges it.
func (c *comparer) add(w where, f Finding) {
	f.Action, f.Path, f.PageAction, f.SpecAction = w.name(), w.path, w.page, w.spec
	f.Holder = w.owner
	if f.Owner == nil {
		f.Owner = w.owner
	}
	if c.acknowledged(w, f) {
		return
	}
	c.found = append(c.found, f)
}

// action compares the two sides of one action.
func (c *comparer) action(a *infer.Action, known *spec.Action) {
	w := where{page: a, spec: known, owner: known.Payload}
	c.pushes(w)
	if a.Payload == nil {
		return
	}
	switch body := known.Payload.Body.(type) {
	case *spec.Object:
		if a.Payload.Kind == infer.List {
			c.add(w, Finding{Kind: TypeChanged, Value: "list", Message: "the payload is a list", PageAt: a.Payload.Span, SpecAt: known.Span})
			return
		}
		c.members(w, a.Payload, body)
	case *spec.Wrapped:
		c.wrapped(w, a.Payload, body, nil, nil)
	}
}

// envelope compares the objects around payloads, where the page shows it. A
// page does not show what is told by a header, or below the payload.
func (c *comparer) envelope() {
	env, known := c.says.Envelope, c.api.Envelope
	if env == nil || !known.ActionIsMember() {
		return
	}
	w := where{}
	if env.Action != known.Action.Member {
		c.add(w, Finding{Kind: EnvelopeMember, Value: "action " + env.Action, PageAt: env.Spots[env.Action], SpecAt: known.Action.Span,
			Message: fmt.Sprintf("the member with the action is %q, in the specification %q", env.Action, known.Action.Member)})
	}
	if env.Payload != known.Payload.Member && !slices.Contains(known.Payload.OlderNames, env.Payload) {
		c.add(w, Finding{Kind: EnvelopeMember, Value: "payload " + env.Payload, PageAt: env.Spots[env.Payload], SpecAt: known.Payload.Span,
			Message: fmt.Sprintf("the member with the payload is %q, in the specification %q", env.Payload, known.Payload.Member)})
	}
	c.members(w, &infer.Shape{Kind: infer.Object, Fields: env.Fields, Span: env.Span}, &spec.Object{Fields: known.Fields})
}

// members compares the members of an object.
func (c *comparer) members(w where, s *infer.Shape, o *spec.Object) {
	if s.Kind != infer.Object {
		return // the page names it, or shows free keys
	}
	seen := map[*spec.Field]bool{}
	for _, f := range s.Fields {
		known := fieldOf(o, f.Name)
		if known == nil {
			if usable(f.Name) {
				c.add(w.member(f.Name), Finding{Kind: FieldAdded, Value: f.Name, PageAt: f.Span, SpecAt: c.spanOf(w), PageField: f,
					Message: fmt.Sprintf("field %q is new", f.Name)})
			}
			continue
		}
		seen[known] = true
		c.field(w.member(f.Name), f, known)
	}
	for _, known := range o.Fields {
		if seen[known] || s.Partial || known.Optional == spec.Observed {
			continue
		}
		c.add(w.member(known.Name), Finding{Kind: FieldRemoved, Value: known.Name, PageAt: s.Span, SpecAt: known.Span, SpecField: known,
			Message: fmt.Sprintf("field %q is gone", known.Name)})
	}
}

// usable says whether a specification can have a field of that name.
func usable(name string) bool {
	return name != "" && len([]rune(name)) <= 200 && !strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f || r == 0xfffd })
}

// spanOf is where the specification has what w leads to.
func (c *comparer) spanOf(w where) spec.Span {
	switch {
	case w.owner != nil:
		return w.owner.Span
	case w.spec != nil:
		return w.spec.Span
	}
	return c.api.Envelope.Span
}

func fieldOf(o *spec.Object, name string) *spec.Field {
	for _, f := range o.Fields {
		if f.Name == name || slices.Contains(f.OlderNames, name) {
			return f
		}
	}
	return nil
}

// field compares the two sides of a member.
func (c *comparer) field(w where, f *infer.Field, known *spec.Field) {
	if kind, value, message := optionality(f, known); kind != "" {
		c.add(w, Finding{Kind: kind, Value: value, PageAt: f.Span, SpecAt: known.Span, PageField: f, SpecField: known, Message: message})
	}
	c.enum(w, f, known)
	c.value(w, f.Shape, known.Type, f, known)
}

// optionality says how the two sides differ on whether a member can be missing.
// A mark counts: one that is there or gone. What only some samples or a table
// have may be documented elsewhere, so that nothing is gone there.
func optionality(f *infer.Field, known *spec.Field) (kind Kind, value, message string) {
	switch {
	case f.Optional == infer.Yes && known.Optional == spec.Required:
		return NowOptional, "", fmt.Sprintf("field %q can be missing", known.Name)
	case f.Optional == infer.Yes || known.Optional != spec.Documented, f.Optional == infer.Unstated && (f.Some || f.Table):
		return "", "", ""
	case f.Doubt() != "":
		return NowRequired, Observed, fmt.Sprintf("field %q is no longer marked as optional, though the page does not say that it is always there", known.Name)
	}
	return NowRequired, "", fmt.Sprintf("field %q is no longer marked as optional", known.Name)
}
