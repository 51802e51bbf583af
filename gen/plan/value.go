package plan

import "github.com/webhookgen/webhookgen/spec"

// Kind is what a value is in Go.
type Kind uint8

// The kinds of value.
const (
	String    Kind = iota // string
	Text                  // string, with bounds
	Bool                  // bool
	Int                   // int64
	Number                // float64
	Timestamp             // Timestamp
	Secret                // Secret
	Any                   // json.RawMessage
	Const                 // the type of its value
	List                  // []Elem
	Map                   // map[string]Elem
	Nullable              // *Elem, or Elem where that has a nil
	Named                 // Decl
)

// Value is the type of a value and what is checked of it.
type Value struct {
	Kind Kind
	Elem *Value // of List, Map and Nullable
	Decl *Decl  // of Named

	Text   *spec.Text   // bounds of a Text
	Int    *spec.Int    // bounds of an Int, or nil
	Number *spec.Number // bounds of a Number, or nil
	Const  any          // string, int64, float64, bool, or nil for null
	Min    int          // elements of a List
	Max    int          // -1 for no bound
}

// HasNil says whether the Go type has a nil that can stand for a missing or
// null value.
func (v *Value) HasNil() bool {
	switch v.Kind {
	case Any, List, Map, Nullable:
		return true
	case Named:
		switch body := v.Decl.Body.(type) {
		case *MemberUnion:
			return true
		case *Alias:
			return body.Value.HasNil()
		}
	}
	return false
}

// InPlace says whether the Go type is a struct, which is read and written
// where it lies.
func (v *Value) InPlace() bool {
	if v.Kind != Named {
		return false
	}
	switch body := v.Decl.Body.(type) {
	case *Object, *Wrapped, *KindUnion, *TrialUnion:
		return true
	case *Alias:
		return body.Same && body.Value.InPlace()
	}
	return false
}

// value returns the Go side of t. secret marks a string that must not be shown.
func (p *planner) value(t spec.Type, secret bool) *Value {
	switch t := t.(type) {
	case *spec.Text:
		return &Value{Kind: Text, Text: t}
	case *spec.Int:
		v := &Value{Kind: Int}
		if t.Min != nil || t.Max != nil {
			v.Int = t
		}
		return v
	case *spec.Number:
		v := &Value{Kind: Number}
		if t.Min != nil || t.Max != nil {
			v.Number = t
		}
		return v
	case *spec.Const:
		return &Value{Kind: Const, Const: t.Value}
	case *spec.List:
		return &Value{Kind: List, Elem: p.value(t.Elem, false), Min: t.Min, Max: t.Max}
	case *spec.Map:
		return &Value{Kind: Map, Elem: p.value(t.Elem, false)}
	case *spec.Nullable:
		return &Value{Kind: Nullable, Elem: p.value(t.Elem, false)}
	case *spec.Ref:
		return &Value{Kind: Named, Decl: p.use(t.Decl)}
	case *spec.Scalar:
		return &Value{Kind: scalarKind(t.Kind, secret)}
	}
	panic("plan: a type that spec does not have")
}

func scalarKind(k spec.ScalarKind, secret bool) Kind {
	switch {
	case secret:
		return Secret
	case k == spec.Bool:
		return Bool
	case k == spec.Timestamp:
		return Timestamp
	case k == spec.Any:
		return Any
	}
	return String
}
