package plan

import "github.com/webhookgen/webhookgen/spec"

// Alias is another name for a type.
type Alias struct {
	Value *Value
	Same  bool // the same Go type; otherwise one of its own
}

func (*Alias) isBody() {}

func (p *planner) alias(a *spec.Alias) *Alias {
	v := p.value(a.Type, false)
	return &Alias{Value: v, Same: v.Kind == Named || v.Kind == Timestamp || v.Kind == Any || v.Kind == Nullable}
}

// Resolve returns what v is behind names for the same Go type.
func (v *Value) Resolve() *Value {
	for v.Kind == Named {
		a, ok := v.Decl.Body.(*Alias)
		if !ok || !a.Same {
			break
		}
		v = a.Value
	}
	return v
}
