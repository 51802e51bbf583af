package update

import (
	"fmt"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec"
	"github.com/webhookgen/webhookgen/spec/edit"
)

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
