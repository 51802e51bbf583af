package plan

import "github.com/webhookgen/webhookgen/spec"

// Enum is a string type with constants.
type Enum struct {
	Values []*EnumValue
	Closed bool
}

// EnumValue is one constant of an Enum.
type EnumValue struct {
	GoName string // of the constant
	Value  string
	Doc    spec.Doc
	Span   spec.Span
}

func (*Enum) isBody() {}

func (p *planner) enum(goName string, e *spec.Enum) *Enum {
	out := &Enum{Closed: e.Closed}
	for _, v := range e.Values {
		value := &EnumValue{Value: v.Value, Doc: v.Doc, Span: v.Span}
		if part := p.valueName(v); part != "" && goName != "" {
			value.GoName = goName + part
		}
		out.Values = append(out.Values, value)
	}
	return out
}

// valueName returns the part of a constant's name that stands for its value.
// A leading digit is no obstacle there.
func (p *planner) valueName(v *spec.EnumValue) string {
	if v.GoName == "" {
		if name := goName("x_" + v.Value); len(name) > 1 {
			return name[1:]
		}
	}
	return p.name(v.Value, &v.Doc, v.Span)
}
