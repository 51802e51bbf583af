package update

import (
	"errors"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec/edit"
)

// fieldPath is the path to a member in the text, nil if it is inherited.
func (u *updater) fieldPath(f *drift.Finding, name string) []string {
	base := u.ownerPath(f)
	t, err := edit.Parse(u.text)
	if err != nil || base == nil {
		return nil
	}
	if path := append(base, name); t.Has(path...) {
		return path
	}
	return nil
}

// ownerPath is the path to the mapping of fields that a finding is about.
func (u *updater) ownerPath(f *drift.Finding) []string {
	if f.Owner != nil {
		for _, d := range u.api.Types {
			if d.Name == f.Owner.Name && d.Body == f.Owner.Body {
				return []string{"types", d.Name, "fields"}
			}
		}
	}
	switch {
	case f.Action == drift.EnvelopeName:
		return []string{"envelope", "fields"}
	case f.SpecAction != nil && f.SpecAction.Inline:
		return []string{"actions", f.SpecAction.Name, "fields"}
	}
	return nil
}

var errInherited = errors.New("the field is inherited, or its type is not declared with fields")

// atField edits the member that a finding is about.
func (c *change) atField(f *drift.Finding, do func(*edit.Text, []string) ([]byte, error)) {
	path := c.u.fieldPath(f, f.SpecField.Name)
	if path == nil {
		c.err = errInherited
		return
	}
	c.edit(func(t *edit.Text) ([]byte, error) { return do(t, path) })
}

// setOptional marks a member as optional, in whichever form it is written.
func setOptional(t *edit.Text, path []string) ([]byte, error) {
	if t.Has(append(path, "type")...) {
		return t.Add(edit.Entry{Key: "optional", Flow: "true"}, "type", false, path...)
	}
	typ, err := t.Raw(path...)
	if err != nil {
		return nil, err
	}
	return t.Set("{type: "+typ+", optional: true}", path...)
}

// required takes the mark of a member out, or puts what leaves it open whether
// the member is there in the place of the mark.
func (c *change) required(f *drift.Finding) {
	if f.Value != drift.Observed {
		c.atField(f, func(t *edit.Text, path []string) ([]byte, error) { return t.Delete(append(path, "optional")...) })
		return
	}
	c.atField(f, func(t *edit.Text, path []string) ([]byte, error) {
		return t.Set("observed", append(path, "optional")...)
	})
	doubt := write.Doubt(f.PageField)
	c.atField(f, func(t *edit.Text, path []string) ([]byte, error) {
		if remarks := append(path[:len(path):len(path)], "remarks"); t.Has(remarks...) {
			return t.Append(doubt, remarks...)
		}
		return t.Add(edit.Entry{Key: "remarks", Flow: "[" + doubt + "]"}, "", false, path...)
	})
}

// addField adds a member behind the one that stands before it on the page.
func (c *change) addField(f *drift.Finding) {
	base := c.u.ownerPath(f)
	if base == nil {
		c.err = errInherited
		return
	}
	part := c.u.setting(nil).Field(f.PageField, f.Action)
	if f.Action == drift.EnvelopeName && write.IsSecret(f.PageField) && !strings.Contains(f.Path, ".") {
		part = c.secret(f.PageField.Name)
	}
	c.types(part)
	entry := edit.Entry{Key: write.Quote(f.PageField.Name), Flow: part.Flow, Lines: part.Lines}
	if !c.has(base...) {
		lines := []string{"fields:"}
		for _, line := range part.Lines {
			lines = append(lines, "  "+line)
		}
		c.edit(func(t *edit.Text) ([]byte, error) {
			return t.Add(edit.Entry{Key: "fields", Lines: lines}, "", false, base[:len(base)-1]...)
		})
		return
	}
	after := previous(f)
	c.edit(func(t *edit.Text) ([]byte, error) { return t.Add(entry, after, false, base...) })
}

// secret is the member that proves the sender, and makes it so where nothing
// does yet.
func (c *change) secret(name string) write.Part {
	if !c.has("envelope", "proof") {
		proof := edit.Entry{Key: "proof", Flow: "{scheme: body_secret, member: " + write.Quote(name) + "}"}
		c.edit(func(t *edit.Text) ([]byte, error) { return t.Add(proof, "payload", false, "envelope") })
	}
	flow := "{type: string, sensitive: secret}"
	return write.Part{Flow: flow, Lines: []string{write.Quote(name) + ": " + flow}}
}

// previous is the member before the one of a finding on the page.
func previous(f *drift.Finding) string {
	if f.PageAction == nil {
		return ""
	}
	s := f.PageAction.Payload
	names := strings.Split(f.Path, ".")
	for _, name := range names[:len(names)-1] {
		for s != nil && (s.Kind == infer.List || s.Kind == infer.Map) {
			s = s.Elem
		}
		m := s.Field(name)
		if m == nil {
			return ""
		}
		s = m.Shape
	}
	for s != nil && (s.Kind == infer.List || s.Kind == infer.Map) {
		s = s.Elem
	}
	before := ""
	for i := 0; s != nil && i < len(s.Fields); i++ {
		if s.Fields[i].Name == names[len(names)-1] {
			return before
		}
		before = s.Fields[i].Name
	}
	return ""
}

// retype replaces the type of a member.
func (c *change) retype(f *drift.Finding) {
	if f.SpecField == nil || f.PageField == nil {
		c.err = errors.New("the payload is of another kind: describe it anew")
		return
	}
	path := c.u.fieldPath(holder(f), f.SpecField.Name)
	if path == nil {
		c.err = errInherited
		return
	}
	part := c.u.setting(nil).Type(f.PageField, f.Action)
	c.types(part)
	c.edit(func(t *edit.Text) ([]byte, error) {
		if t.Has(append(path, "type")...) {
			path = append(path, "type")
		}
		return t.Set(part.Flow, path...)
	})
}

// holder is a finding with the declaration that has its field.
func holder(f *drift.Finding) *drift.Finding {
	out := *f
	out.Owner = f.Holder
	return &out
}
