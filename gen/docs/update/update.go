package update

import (
	"errors"
	"fmt"
	"slices"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// Result is what an update has come to.
type Result struct {
	Text      []byte // of the specification
	Carried   []drift.Finding
	Conflicts []Conflict
}

// Conflict is a change that a person has to decide about.
type Conflict struct {
	drift.Finding
	Why string
}

// maxChanges is how many changes an update carries. A page that differs in more
// is another page, and every change takes a look at the whole specification.
const maxChanges = 1000

// Spec carries the changes of a page into the specification in text. was is
// the page as it was, nil if that is not known: then only what is new is
// carried, and the rest are conflicts. The error says that the text is no
// specification that can be edited, or that the page is about something else.
func Spec(text []byte, was, now *infer.Says) (*Result, error) {
	api, found := plan.Parse("update", text)
	if api == nil {
		return nil, fmt.Errorf("the specification has errors: %s", firstError(found))
	}
	u := &updater{text: text, api: api, was: was, now: now, tried: map[key]bool{}, result: &Result{}}
	if was != nil {
		u.before = drift.Compare(was, api)
		u.imported = importedFrom(was)
	}
	if u.current = drift.Compare(now, api); len(u.current) > maxChanges {
		return nil, fmt.Errorf("the page and the specification differ in %d places, and at most %d are carried: import the page anew", len(u.current), maxChanges)
	}
	u.run()
	u.result.Text = u.text
	return u.result, nil
}

// updater is an update under way.
type updater struct {
	text     []byte
	api      *spec.API
	was, now *infer.Says
	imported *spec.API       // what an import of the old page has; nil if unknown
	before   []drift.Finding // of the old page
	current  []drift.Finding // of the new page, with the specification as it is by now
	tried    map[key]bool
	result   *Result
}

// key identifies a finding.
type key struct {
	kind  drift.Kind
	place [3]string
	value string
}

func keyOf(f *drift.Finding) key { return key{f.Kind, f.Place(), f.Value} }

// firstError is what the first error among findings says; warnings can stand
// before it.
func firstError(found spec.Diagnostics) string {
	return found[slices.IndexFunc(found, func(d spec.Diagnostic) bool { return d.Severity == spec.Error })].Message
}

// importedFrom is the specification that an import of a page yields.
func importedFrom(says *infer.Says) *spec.API {
	text, _, err := write.Spec(says, write.Options{Provider: "imported", Page: "page"})
	if err != nil {
		return nil
	}
	api, _ := spec.Parse("imported", text)
	return api
}

// run carries one change after the other, those first that others build upon.
// What cannot be carried is tried again after the rest: it may have waited for
// something.
func (u *updater) run() {
	var waiting []Conflict
	for {
		carried := len(u.result.Carried)
		waiting = u.pass()
		if len(waiting) == 0 || len(u.result.Carried) == carried {
			break
		}
		for i := range waiting {
			delete(u.tried, keyOf(&waiting[i].Finding))
		}
	}
	u.result.Conflicts = append(u.result.Conflicts, waiting...)
}

// pass tries every finding once and returns those that could not be carried.
func (u *updater) pass() []Conflict {
	var waiting []Conflict
	for {
		f := u.next()
		if f == nil {
			return waiting
		}
		u.tried[keyOf(f)] = true
		if u.known(f) {
			continue
		}
		if why := u.refuses(f); why != "" {
			u.result.Conflicts = append(u.result.Conflicts, Conflict{*f, why})
			continue
		}
		if err := u.carry(f); err != nil {
			waiting = append(waiting, Conflict{*f, err.Error()})
			continue
		}
		u.result.Carried = append(u.result.Carried, *f)
	}
}

// order is that of carrying: what is renamed first, then what is new, then
// what is gone.
var order = []drift.Kind{drift.ActionRenamed, drift.ActionAdded, drift.EnvelopeMember, drift.FieldAdded, drift.EnumAdded, drift.ValueAdded,
	drift.PushAdded, drift.TypeChanged, drift.NowOptional, drift.NowRequired, drift.GroupChanged, drift.Contradiction, drift.StaleRemark,
	drift.ValueRemoved, drift.EnumRemoved, drift.PushRemoved, drift.FieldRemoved, drift.ActionRemoved}

// next is the first finding that has not been tried, nil if there is none.
func (u *updater) next() *drift.Finding {
	for _, kind := range order {
		for i := range u.current {
			if u.current[i].Kind == kind && !u.tried[keyOf(&u.current[i])] {
				return &u.current[i]
			}
		}
	}
	return nil
}

// known says whether the specification differed from the old page in the same
// way: then a person has decided so, and the page has not changed.
func (u *updater) known(f *drift.Finding) bool {
	for i := range u.before {
		if u.before[i].Same(f) {
			return true
		}
	}
	return false
}

// refuses says why a change is not to be carried, empty if it is.
func (u *updater) refuses(f *drift.Finding) string {
	if u.was == nil {
		switch f.Kind {
		case drift.ActionAdded, drift.FieldAdded, drift.ValueAdded, drift.PushAdded:
			return ""
		}
		return "without the page as it was, only what is new is carried"
	}
	for i := range u.before {
		if u.before[i].Place() == f.Place() {
			return "the specification differs from the old page here too: " + u.before[i].Message
		}
	}
	if f.Kind == drift.TypeChanged && !u.asImported(f) {
		return "the type in the specification is not the one that the old page shows"
	}
	if why := u.handMade(f); why != "" {
		return why
	}
	return ""
}

// asImported says whether the type of a field is what an import of the old
// page would have written.
func (u *updater) asImported(f *drift.Finding) bool {
	if u.imported == nil || f.SpecField == nil {
		return false
	}
	for _, a := range u.imported.Actions {
		if a.Name == f.Action || f.SpecAction != nil && a.Name == f.SpecAction.Name {
			return sameType(memberType(a.Payload, f.Path), f.SpecField.Type)
		}
	}
	if f.Action == drift.EnvelopeName {
		return sameType(memberType(&spec.TypeDecl{Body: &spec.Object{Fields: u.imported.Envelope.Fields}}, f.Path), f.SpecField.Type)
	}
	return false
}

var errSpreads = errors.New("the type is used elsewhere too, where the page says something else")

// commit takes a new text, unless that brings errors or differences that were
// not there.
func (u *updater) commit(text []byte) error {
	api, found := plan.Parse("update", text)
	if api == nil {
		return fmt.Errorf("the specification would have errors: %s", firstError(found))
	}
	had := map[key]bool{}
	for i := range u.current {
		had[keyOf(&u.current[i])] = true
	}
	after := drift.Compare(u.now, api)
	for _, f := range after {
		if !had[keyOf(&f)] && !u.follows(&f) {
			return errSpreads
		}
	}
	u.text, u.api, u.current = text, api, after
	return nil
}

// follows says whether a finding may come up in the course of an update: what
// groups correspond to each other changes with every action.
func (u *updater) follows(f *drift.Finding) bool {
	return f.Kind == drift.GroupChanged || f.Kind == drift.StaleRemark && f.SpecAction == nil
}
