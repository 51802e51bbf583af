package update

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec"
	"github.com/webhookgen/webhookgen/spec/edit"
)

// change is a text in the course of one change, which can take several edits.
type change struct {
	u    *updater
	text []byte
	err  error
}

// edit carries out one edit.
func (c *change) edit(do func(*edit.Text) ([]byte, error)) {
	if c.err != nil {
		return
	}
	t, err := edit.Parse(c.text)
	if err != nil {
		c.err = err
		return
	}
	if text, err := do(t); err != nil {
		c.err = err
	} else {
		c.text = text
	}
}

func (c *change) has(path ...string) bool {
	t, err := edit.Parse(c.text)
	return err == nil && t.Has(path...)
}

// carry carries one change into the specification.
func (u *updater) carry(f *drift.Finding) error {
	c := &change{u: u, text: u.text}
	switch f.Kind {
	case drift.ActionAdded:
		c.addAction(f)
	case drift.ActionRemoved:
		c.edit(func(t *edit.Text) ([]byte, error) { return t.Delete("actions", f.Action) })
	case drift.ActionRenamed:
		c.edit(func(t *edit.Text) ([]byte, error) { return t.Rename(write.Quote(f.Action), "actions", f.Value) })
	case drift.GroupChanged:
		c.regroup(f)
	case drift.FieldAdded:
		c.addField(f)
	case drift.FieldRemoved:
		c.atField(f, func(t *edit.Text, path []string) ([]byte, error) { return t.Delete(path...) })
	case drift.TypeChanged, drift.EnumAdded, drift.EnumRemoved:
		c.retype(f)
	case drift.NowOptional:
		c.atField(f, setOptional)
	case drift.NowRequired:
		c.atField(f, func(t *edit.Text, path []string) ([]byte, error) { return t.Delete(append(path, "optional")...) })
	case drift.ValueAdded, drift.ValueRemoved:
		c.value(f)
	case drift.PushAdded:
		c.addPush(f)
	case drift.PushRemoved:
		c.removePush(f)
	case drift.EnvelopeMember:
		what, name, _ := strings.Cut(f.Value, " ")
		c.edit(func(t *edit.Text) ([]byte, error) { return t.Set(write.Quote(name), "envelope", what, "member") })
	case drift.Contradiction:
		c.remark(f)
	case drift.StaleRemark:
		c.unremark(f)
	}
	c.samples(f)
	if c.err != nil {
		return c.err
	}
	return u.commit(c.text)
}

// setting is what new parts have to fit into.
func (u *updater) setting(apis map[string]string) write.Setting {
	s := write.Setting{Taken: map[string]bool{}, APIs: apis, Says: u.now}
	for _, d := range u.api.Types {
		s.Taken[d.Name] = true
		s.Taken[d.GoName] = true
	}
	for _, a := range u.api.Actions {
		s.Taken[write.Pascal(a.Name)] = true
		s.Taken[a.GoName] = true
	}
	for _, a := range u.now.Actions {
		s.Taken[write.Pascal(a.Name)] = true
	}
	return s
}

// types adds the declarations that a part needs.
func (c *change) types(p write.Part) {
	for _, lines := range p.Types {
		if len(lines) == 0 {
			continue
		}
		name, _, _ := strings.Cut(lines[0], ":")
		entry := edit.Entry{Key: name, Lines: lines}
		if c.has("types") {
			c.edit(func(t *edit.Text) ([]byte, error) { return t.Add(entry, "", true, "types") })
			continue
		}
		whole := []string{"types:"}
		for _, line := range lines {
			whole = append(whole, "  "+line)
		}
		c.topLevel(whole, "push_apis", "push", "envelope")
	}
}

// topLevel adds an entry of the document behind the first of those named that
// is there.
func (c *change) topLevel(lines []string, after ...string) {
	for _, name := range after {
		if c.has(name) {
			c.edit(func(t *edit.Text) ([]byte, error) { return t.Add(edit.Entry{Lines: lines}, name, true) })
			return
		}
	}
}

// addAction adds an action behind the last one of its group.
func (c *change) addAction(f *drift.Finding) {
	a := *f.PageAction
	if a.Group != "" {
		a.Group = c.group(a.Group)
	}
	apis := c.apis(a.Push)
	part := c.u.setting(apis).Action(&a)
	c.types(part)
	after := ""
	for _, known := range c.u.api.Actions {
		if known.Group != nil && known.Group.Name == a.Group {
			after = known.Name
		}
	}
	c.edit(func(t *edit.Text) ([]byte, error) {
		return t.Add(edit.Entry{Lines: part.Lines}, after, true, "actions")
	})
}

// group is the group of the specification for one of the page, added if it
// has none.
func (c *change) group(name string) string {
	votes, best := map[string]int{}, ""
	for _, a := range c.u.now.Actions {
		if a.Group != name {
			continue
		}
		for _, known := range c.u.api.Actions {
			if known.Name == a.Name && known.Group != nil {
				votes[known.Group.Name]++
				if best == "" || votes[known.Group.Name] > votes[best] {
					best = known.Group.Name
				}
			}
		}
	}
	for _, g := range c.u.api.Groups {
		if strings.EqualFold(g.Name, name) {
			return g.Name
		}
	}
	if best != "" && !c.onPage(best) {
		return best
	}
	item := "name: " + write.Quote(name)
	if c.has("groups") {
		c.edit(func(t *edit.Text) ([]byte, error) {
			if t.Items("groups") > 0 && t.Item(0, "name", "groups") != "" {
				return t.Append("{"+item+"}", "groups")
			}
			return nil, edit.ErrForm
		})
	} else {
		c.topLevel([]string{"groups:", "  - " + item}, "remarks", "provider")
	}
	return name
}

// onPage says whether the page has a group of that name.
func (c *change) onPage(name string) bool {
	return slices.ContainsFunc(c.u.now.Groups, func(g *infer.Group) bool { return strings.EqualFold(g.Name, name) })
}

func (c *change) regroup(f *drift.Finding) {
	name := c.group(f.Value)
	c.edit(func(t *edit.Text) ([]byte, error) {
		return t.Set(write.Quote(name), "actions", f.SpecAction.Name, "group")
	})
}

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

// value adds a value to an enum, or takes one out.
func (c *change) value(f *drift.Finding) {
	path := []string{"types", f.Owner.Name, "enum"}
	c.edit(func(t *edit.Text) ([]byte, error) {
		if f.Kind == drift.ValueAdded {
			return t.Append(write.Quote(f.Value), path...)
		}
		for i := range t.Items(path...) {
			if t.Item(i, "value", path...) == f.Value {
				return t.Remove(i, path...)
			}
		}
		return nil, fmt.Errorf("the enum has no value %q", f.Value)
	})
}

// apis gives each API of the pushes its id, and adds those that are missing.
func (c *change) apis(pushes []infer.Push) map[string]string {
	out := map[string]string{}
	for _, p := range pushes {
		if api := drift.APIOf(c.u.now, c.u.api, p); api != nil {
			out[p.API] = api.ID
			continue
		}
		id := write.APIName(c.u.now, p)
		for slices.ContainsFunc(c.u.api.PushAPIs, func(a *spec.PushAPI) bool { return a.ID == id }) {
			id += "_2"
		}
		out[p.API] = id
		c.addAPI(id, p.API)
	}
	return out
}

func (c *change) addAPI(id, title string) {
	value := "{}"
	if title != "" {
		value = "{title: " + write.Quote(title) + "}"
	}
	if c.has("push_apis") {
		c.edit(func(t *edit.Text) ([]byte, error) {
			return t.Add(edit.Entry{Key: id, Flow: value}, "", false, "push_apis")
		})
		return
	}
	if !c.has("push") {
		c.topLevel([]string{"push:", "  action: {member: action}", "  payload: {member: payload}"}, "envelope")
	}
	c.topLevel([]string{"push_apis:", "  " + id + ": " + value}, "push")
}

func (c *change) addPush(f *drift.Finding) {
	if name, ok := strings.CutPrefix(f.Value, "name "); ok {
		c.renamePush(f, name)
		return
	}
	item := c.apis([]infer.Push{*f.PagePush})[f.PagePush.API]
	if f.PagePush.Name != f.Action {
		item = fmt.Sprintf("{api: %s, name: %s}", item, write.Quote(f.PagePush.Name))
	}
	path := []string{"actions", f.SpecAction.Name}
	c.edit(func(t *edit.Text) ([]byte, error) {
		if t.Items(append(path, "push")...) > 0 {
			return t.Append(item, append(path, "push")...)
		}
		after := ""
		for _, name := range []string{"notes", "group"} {
			if after == "" && t.Has(append(path, name)...) {
				after = name
			}
		}
		return t.Add(edit.Entry{Key: "push", Flow: "[" + item + "]"}, after, false, path...)
	})
}

func (c *change) renamePush(f *drift.Finding, name string) {
	path := []string{"actions", f.SpecAction.Name, "push"}
	c.removeItem(f.API.ID, path)
	item := fmt.Sprintf("{api: %s, name: %s}", f.API.ID, write.Quote(name))
	if c.has(path...) {
		c.edit(func(t *edit.Text) ([]byte, error) { return t.Append(item, path...) })
		return
	}
	c.edit(func(t *edit.Text) ([]byte, error) {
		return t.Add(edit.Entry{Key: "push", Flow: "[" + item + "]"}, "group", false, path[:2]...)
	})
}

func (c *change) removePush(f *drift.Finding) {
	c.removeItem(f.API.ID, []string{"actions", f.SpecAction.Name, "push"})
}

func (c *change) removeItem(id string, path []string) {
	c.edit(func(t *edit.Text) ([]byte, error) {
		for i := range t.Items(path...) {
			if t.Item(i, "api", path...) == id {
				return t.Remove(i, path...)
			}
		}
		return nil, edit.ErrForm
	})
}

// remark records a contradiction of the page.
func (c *change) remark(f *drift.Finding) {
	i := slices.IndexFunc(c.u.now.Findings, func(x infer.Finding) bool { return x.Section == f.Action && x.Code == f.Value })
	if i < 0 {
		c.err = edit.ErrForm
		return
	}
	item := write.Remark(c.u.now.Findings[i])
	path := []string{}
	if f.Action != "" {
		path = []string{"actions", f.SpecAction.Name}
	}
	list := append(path[:len(path):len(path)], "remarks")
	c.edit(func(t *edit.Text) ([]byte, error) {
		if t.Items(list...) > 0 {
			return t.Append(item, list...)
		}
		after := ""
		for _, name := range []string{"push", "notes", "group", "provider"} {
			if after == "" && t.Has(append(path[:len(path):len(path)], name)...) {
				after = name
			}
		}
		lines := []string{"remarks:", "  - " + item}
		return t.Add(edit.Entry{Key: "remarks", Flow: "[" + item + "]", Lines: lines}, after, false, path...)
	})
}

// unremark takes out a remark that no longer applies.
func (c *change) unremark(f *drift.Finding) {
	c.edit(func(t *edit.Text) ([]byte, error) {
		path, i, ok := t.FindItem("remarks", f.SpecAt.Start.Line, f.SpecAt.Start.Column)
		if !ok {
			return nil, edit.ErrForm
		}
		return t.Remove(i, path...)
	})
}
