package update

import (
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/write"
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
		c.required(f)
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
