package plan

import (
	"slices"

	"github.com/webhookgen/webhookgen/spec"
)

// Wrapped is a struct that holds a value and remembers whether it came bare.
type Wrapped struct {
	GoName string // of the field that holds the value
	Member string
	Value  *Value
	Always bool // every object is the wrapped shape
}

func (*Wrapped) isBody() {}

// bareField is the field that remembers the shape.
const bareField = "Bare"

func (p *planner) wrapped(goName string, w *spec.Wrapped) *Wrapped {
	scope := newScope("type "+goName, append([]string{bareField}, methodNames...)...)
	out := &Wrapped{
		Member: w.Member,
		Value:  p.value(w.Type, false),
		Always: !slices.Contains(spec.KindsOf(w.Type), spec.KindObject),
	}
	out.GoName = p.name(w.Member, &spec.Doc{GoName: w.GoName}, w.MemberSpan)
	p.claim(scope, out.GoName, `member "`+w.Member+`"`, w.MemberSpan)
	return out
}
