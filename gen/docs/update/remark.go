package update

import (
	"slices"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec/edit"
)

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
