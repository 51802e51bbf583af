package plan

import "github.com/webhookgen/webhookgen/spec"

// MaxFields is the largest number of names that an object can have, older ones
// included: the decoder keeps a set of bits.
const MaxFields = 256

// Object is a struct.
type Object struct {
	Fields []*Field
	Closed bool
}

// Field is a member of an object.
type Field struct {
	GoName string // "" for a Constant
	Spec   *spec.Field
	Value  *Value
	Number int // in the object's list of names
	Older  *Older
}

// Older is what an object keeps about a member that has been renamed.
type Older struct {
	GoName  string // of the field that remembers the name
	Names   []string
	Numbers []int // of the names, in the object's list of names
}

// Hold is how a Go struct holds a member that can be missing or null.
type Hold uint8

// The ways to hold a member.
const (
	Plain    Hold = iota // always there and never null
	Pointer              // a pointer, nil if missing or null
	NilValue             // the type's own nil
	ThreeWay             // Nullable[T]: missing, null or a value
)

// Hold returns how the struct holds the field.
func (f *Field) Hold() Hold {
	switch optional := f.Optional(); {
	case optional && f.Spec.Nullable:
		return ThreeWay
	case !optional && !f.Spec.Nullable:
		return Plain
	case f.Value.HasNil():
		return NilValue
	}
	return Pointer
}

// Optional says whether the member can be missing.
func (f *Field) Optional() bool { return f.Spec.Optional != spec.Required }

// Constant says whether the member is always there with one value, so that
// the struct has no field for it.
func (f *Field) Constant() bool { return f.Value.Kind == Const && f.Hold() == Plain }

func (*Object) isBody() {}

// Names returns the names of the object's members by number.
func (o *Object) Names() []string { return memberNames(o.Fields) }

func memberNames(fields []*Field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Spec.Name
	}
	for _, f := range fields {
		if f.Older != nil {
			names = append(names, f.Older.Names...)
		}
	}
	return names
}

func (p *planner) object(goName string, o *spec.Object) *Object {
	scope := newScope("type "+goName, methodNames...)
	out := &Object{Fields: p.fields(scope, o.Fields), Closed: o.Closed}
	if len(out.Names()) > MaxFields {
		p.tooMany(o.Fields[len(o.Fields)-1].Span)
	}
	return out
}

// tooMany reports an object with more member names than MaxFields.
func (p *planner) tooMany(span spec.Span) {
	p.report("too-many-members", span, "make it a map, or leave out what nobody reads",
		"an object can have at most %d member names, older ones included", MaxFields)
}

// fields plans the fields of a struct and claims their names in scope.
func (p *planner) fields(scope *scope, fields []*spec.Field) []*Field {
	out := make([]*Field, len(fields))
	next := len(fields)
	for i, f := range fields {
		out[i] = &Field{Spec: f, Value: p.value(f.Type, f.Sensitive == spec.Secret), Number: i}
		by := `member "` + f.Name + `"`
		if !out[i].constantType() {
			out[i].GoName = p.name(f.Name, &f.Doc, f.Span)
			p.claim(scope, out[i].GoName, by, f.Span)
		}
		if len(f.OlderNames) > 0 {
			out[i].Older = older(p.memberGoName(out[i])+"Member", f.OlderNames, &next)
			p.claim(scope, out[i].Older.GoName, "the name of "+by, f.Span)
		}
	}
	return out
}

// constantType is Constant without looking into other declarations, which may
// not be planned yet.
func (f *Field) constantType() bool {
	return f.Value.Kind == Const && !f.Optional() && !f.Spec.Nullable
}

// memberGoName returns the Go name of a field, also of one that has no field.
func (p *planner) memberGoName(f *Field) string {
	if f.GoName != "" {
		return f.GoName
	}
	return p.name(f.Spec.Name, &f.Spec.Doc, f.Spec.Span)
}

// older numbers the older names of a member from next on.
func older(goName string, names []string, next *int) *Older {
	o := &Older{GoName: goName, Names: names}
	for range names {
		o.Numbers = append(o.Numbers, *next)
		*next++
	}
	return o
}
