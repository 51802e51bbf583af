package update

import (
	"fmt"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec/edit"
)

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
