package update

import (
	"encoding/json"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec/edit"
)

// samples keeps the samples of the specification in step with a change of a
// field: a member that is new or of another type takes the value of the page,
// one that is gone goes. The rest of a sample stays as it is. A type that
// several actions use has changed in the samples of all of them.
func (c *change) samples(f *drift.Finding) {
	if c.err != nil || f.SpecAction == nil {
		return
	}
	switch f.Kind {
	case drift.FieldAdded, drift.FieldRemoved, drift.TypeChanged:
	default:
		return
	}
	for _, other := range c.u.current {
		if other.Kind == f.Kind && other.SpecAction != nil && other.Value == f.Value && other.Holder == f.Holder && lastName(other.Path) == lastName(f.Path) {
			c.sample(&other)
		}
	}
}

func lastName(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// sample edits one sample, if the member that a finding is about is in reach:
// not inside of a list.
func (c *change) sample(f *drift.Finding) {
	t, err := edit.Parse(c.text)
	if err != nil || f.Path == "" {
		return
	}
	names := strings.Split(f.Path, ".")
	base := []string{"actions", f.SpecAction.Name, "sample"}
	parent := append(base[:3:3], names[:len(names)-1]...)
	path := append(parent[:len(parent):len(parent)], names[len(names)-1])
	value := shown(f.PageAction, names)
	switch {
	case !t.IsMapping(parent...):
		return
	case f.Kind == drift.FieldRemoved && t.Has(path...):
		c.edit(func(t *edit.Text) ([]byte, error) { return t.Delete(path...) })
	case f.Kind == drift.FieldAdded && !t.Has(path...) && value != "":
		entry := edit.Entry{Key: write.Quote(names[len(names)-1]), Flow: value}
		after := previous(f)
		c.edit(func(t *edit.Text) ([]byte, error) { return t.Add(entry, after, false, parent...) })
	case f.Kind == drift.TypeChanged && t.Has(path...) && value != "":
		c.edit(func(t *edit.Text) ([]byte, error) { return t.Replace(value, path...) })
	}
}

// shown is the value that the page's sample has at a path, as JSON; empty if it
// has none.
func shown(a *infer.Action, names []string) string {
	if a == nil || a.Sample == nil {
		return ""
	}
	at := json.RawMessage(a.Sample)
	for _, name := range names {
		var object map[string]json.RawMessage
		if json.Unmarshal(at, &object) != nil || object[name] == nil {
			return ""
		}
		at = object[name]
	}
	return string(at)
}
