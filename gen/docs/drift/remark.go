package drift

import (
	"fmt"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// remark is a remark and the type that it stands on, nil for others.
type remark struct {
	spec.Remark
	decl *spec.TypeDecl
}

// remarksOf collects all remarks of a specification.
func remarksOf(api *spec.API) []remark {
	var out []remark
	add := func(decl *spec.TypeDecl, list []spec.Remark) {
		for _, r := range list {
			out = append(out, remark{r, decl})
		}
	}
	fields := func(decl *spec.TypeDecl, list []*spec.Field) {
		for _, f := range list {
			add(decl, f.Remarks)
		}
	}
	add(nil, api.Remarks)
	add(nil, api.Envelope.Payload.Remarks)
	fields(nil, api.Envelope.Fields)
	for _, d := range api.Types {
		add(d, d.Remarks)
		switch b := d.Body.(type) {
		case *spec.Object:
			fields(d, b.Fields)
		case *spec.Enum:
			for _, v := range b.Values {
				add(d, v.Remarks)
			}
		}
	}
	for _, a := range api.Actions {
		add(nil, a.Remarks)
		if o, ok := a.Payload.Body.(*spec.Object); ok && a.Inline {
			fields(nil, o.Fields)
		}
	}
	return out
}

// aspects says what a rule acknowledges. A rule that is not listed
// acknowledges whatever differs at its field.
var aspects = map[string][]Kind{
	"wrong-link": {}, "wrong-caption": {}, "push-column": {PushRemoved},
	"index-incomplete": {}, "index-order": {}, "odd-column": {}, "sample-not-json": {}, "table-incomplete": {},
	"comment-for-object": {}, "comment-for-list": {}, "trailing-ellipsis": {FieldRemoved}, "trailing-comment": {}, "trailing-comma": {},
	"unmatched-brace": {}, "unclosed-brace": {}, "missing-comma": {}, "envelope-missing": {}, "types-unstated": {},
	"copied-description": {}, "id-format": {}, "unit-unstated": {}, "odd-name": {}, "second-table": {}, "action-cell": {}, "sample-action": {},
	"two-shapes": {TypeChanged}, "two-types": {TypeChanged}, "bare-value": {TypeChanged}, "values-unstated": {EnumAdded, EnumRemoved, ValueRemoved},
	"value-unlisted": {ValueRemoved}, "optionality-unstated": {NowOptional, NowRequired, FieldRemoved}, "optional-by-note": {NowRequired, NowOptional},
	"missing-from-deliveries": {NowOptional, NowRequired, FieldRemoved}, "added-later": {FieldRemoved}, "not-in-every-sample": {NowRequired},
	"field-not-in-sample": {FieldRemoved, NowRequired}, "two-optionalities": {NowOptional, NowRequired}, "renamed-later": {EnvelopeMember},
	"duplicate-member": {},
}

// acknowledged says whether a remark speaks of a finding: one on its very
// field that covers what differs.
func (c *comparer) acknowledged(w where, f Finding) bool {
	var list []spec.Remark
	if f.SpecField != nil {
		list = append(list, f.SpecField.Remarks...)
	}
	if w.spec != nil {
		list = append(list, w.spec.Remarks...)
	} else {
		list = append(list, c.api.Envelope.Payload.Remarks...)
	}
	for _, r := range list {
		onField := f.SpecField != nil && slices.ContainsFunc(f.SpecField.Remarks, func(o spec.Remark) bool { return o.Span == r.Span })
		if kinds, listed := aspects[r.Rule]; listed && !slices.Contains(kinds, f.Kind) {
			continue
		}
		if onField || speaksOf(r.Field, f) {
			return true
		}
	}
	return false
}

// speaksOf says whether a remark on an action is about the field or the cell
// that a finding is about.
func speaksOf(field string, f Finding) bool {
	switch f.Kind {
	case PushAdded, PushRemoved:
		return field == "push"
	case GroupChanged:
		return field == "group"
	case EnvelopeMember:
		return true
	}
	return field != "" && (field == f.Path || field == lastName(f.Path))
}

func lastName(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// contradictions reports what the page contradicts in a way that bears on
// deliveries, where no remark of the specification speaks of it.
func (c *comparer) contradictions() {
	seen := map[string]bool{}
	for _, f := range c.says.Findings {
		known := c.actions[f.Section]
		if !f.Meaning || f.Section != "" && known == nil || seen[f.Section+" "+f.Code] {
			continue
		}
		if slices.ContainsFunc(c.remarks, func(r remark) bool {
			return r.Rule == f.Code && (f.Section == "" || r.Section == f.Section)
		}) {
			continue
		}
		seen[f.Section+" "+f.Code] = true
		at := spec.Span{Start: spec.Position{Line: 1, Column: 1}, Width: 1}
		if known != nil {
			at = known.Span
		}
		c.found = append(c.found, Finding{Kind: Contradiction, Action: f.Section, Value: f.Code, PageAt: f.Span, SpecAt: at,
			PageAction: c.says.Action(f.Section), SpecAction: known, Message: f.Message + ", and no remark says so"})
	}
}

// stale reports remarks on contradictions that the page no longer has.
func (c *comparer) stale() {
	for _, r := range c.remarks {
		section := ""
		a := c.says.Action(r.Section)
		switch {
		case a != nil && c.actions[a.Name] != nil:
			section = a.Name
		case c.actions[r.Section] != nil || !c.pageRemark(r):
			continue // the action is gone, or the remark is about another page
		}
		if !c.says.IsSound(section, r.Rule) && !filled(a, r) {
			continue
		}
		at := spec.Span{Start: spec.Position{Line: 1, Column: 1}, Width: 1}
		if a != nil {
			at = a.Span
		}
		c.found = append(c.found, Finding{Kind: StaleRemark, Action: section, Path: r.Field, Value: r.Rule, PageAt: at, SpecAt: r.Span,
			PageAction: a, SpecAction: c.actions[section], Message: fmt.Sprintf("the remark %q no longer applies: the page has mended it", r.Rule)})
	}
}

// pageRemark says whether a remark is about the page as a whole: it stands at
// the top of the specification.
func (c *comparer) pageRemark(r remark) bool {
	return slices.ContainsFunc(c.api.Remarks, func(o spec.Remark) bool { return o.Span == r.Span })
}

// filled says whether the page now shows the object or list of which a remark
// says that a comment stands for it.
func filled(a *infer.Action, r remark) bool {
	if a == nil || r.Rule != "comment-for-object" && r.Rule != "comment-for-list" {
		return false
	}
	s := a.Payload
	for _, name := range strings.Split(r.Field, ".") {
		f := s.Field(name)
		if f == nil {
			return false
		}
		s = f.Shape
	}
	return s.Kind == infer.Object || s.Kind == infer.List && s.Elem != nil
}
