package spec

// Type is the type of a field, list element or map value: *Scalar, *Text, *Int,
// *Number, *Const, *List, *Map, *Nullable or *Ref.
type Type interface{ isType() }

// ScalarKind names a built-in type that has no parameters.
type ScalarKind string

// The built-in types without parameters. Int and Number have bounds and are
// types of their own.
const (
	String    ScalarKind = "string"
	Bool      ScalarKind = "bool"
	Timestamp ScalarKind = "timestamp" // a text; its form is not checked
	Any       ScalarKind = "any"       // any JSON value, null too
)

// Scalar is a string, bool, timestamp or any.
type Scalar struct{ Kind ScalarKind }

// Text is a string of Min to Max characters; Max is -1 where there is no upper
// bound. A string without bounds is a Scalar.
type Text struct{ Min, Max int }

// Int is a whole number of 64 bits, between Min and Max where these are set.
type Int struct{ Min, Max *int64 }

// Number is a finite 64-bit float, between Min and Max where these are set.
type Number struct{ Min, Max *float64 }

// Const is a single value: string, int64, float64, bool, or nil for null.
type Const struct{ Value any }

// List is an array; Max is -1 where there is no upper bound.
type List struct {
	Elem     Type
	Min, Max int
}

// Map is an object with free keys.
type Map struct{ Elem Type }

// Nullable is a list element, map value or union variant that may be null. A
// field that may be null says so itself: see Field.Nullable.
type Nullable struct{ Elem Type }

// Ref is a use of a declared type.
type Ref struct {
	Decl *TypeDecl
	Span Span
}

func (*Scalar) isType()   {}
func (*Text) isType()     {}
func (*Int) isType()      {}
func (*Number) isType()   {}
func (*Const) isType()    {}
func (*List) isType()     {}
func (*Map) isType()      {}
func (*Nullable) isType() {}
func (*Ref) isType()      {}

// TypeDecl is a declared type.
type TypeDecl struct {
	Name   string
	Body   Body
	Sample Sample
	Doc
	Span Span // of the name
}

// Body is what a declared type is: *Object, *Enum, *MemberUnion, *KindUnion,
// *TrialUnion, *Wrapped or *Alias.
type Body interface{ isBody() }

// Object is an object with known members. Fields holds the fields of Base
// too, in their order, with overrides in place.
type Object struct {
	Base   *TypeDecl
	Fields []*Field
	Closed bool // unknown members are refused
}

// Optionality says whether and on whose word a member can be missing.
type Optionality uint8

// The grades of optionality. Both optional ones decode alike.
const (
	Required   Optionality = iota
	Documented             // the page says so
	Observed               // the page says or implies required; deliveries lack it
)

// Sensitivity says what a value must be kept from.
type Sensitivity string

// The marks of sensitivity.
const (
	NotSensitive Sensitivity = ""
	Secret       Sensitivity = "secret"   // grants something: never shown
	Personal     Sensitivity = "personal" // about a person: kept out of errors and logs
)

// Field is a member of an object.
type Field struct {
	Name       string
	Type       Type // never *Nullable
	Optional   Optionality
	Nullable   bool
	OlderNames []string // earlier names of the member, still met
	Unit       string
	Sensitive  Sensitivity
	Sample     Sample
	Doc
	Span     Span // of the name
	TypeSpan Span
}

// Enum is a set of strings.
type Enum struct {
	Values []*EnumValue
	Closed bool // other strings are refused
}

// EnumValue is one string of an Enum.
type EnumValue struct {
	Value string
	Doc
	Span Span
}

// MemberUnion is an object whose kind is told by the string in Member.
type MemberUnion struct {
	Member   string
	Variants []*MemberVariant // one for each type, in the order of first mention
	Closed   bool             // other values of Member are refused
}

// MemberVariant is one object of a MemberUnion.
type MemberVariant struct {
	Decl   *TypeDecl // its Body is *Object, and it has the field Member
	Values []string  // of Member, at least one
	Span   Span
}

// JSONKind is a kind of JSON value.
type JSONKind string

// The kinds that a KindUnion tells apart.
const (
	KindString JSONKind = "string"
	KindNumber JSONKind = "number"
	KindBool   JSONKind = "bool"
	KindObject JSONKind = "object"
	KindList   JSONKind = "list"
)

// KindUnion is a value whose type is told by its JSON kind.
type KindUnion struct {
	Variants []*KindVariant
	Closed   bool // other kinds are refused
}

// KindVariant is the type of one JSON kind.
type KindVariant struct {
	Kind JSONKind
	Type Type
	Span Span
}

// TrialUnion is a value whose type is told by trying one after the other.
type TrialUnion struct {
	Variants []*TrialVariant
	Exactly  bool // no two may fit; otherwise the first that fits counts
	Closed   bool // a value that fits none is refused
}

// TrialVariant is one type of a TrialUnion. No variant admits null.
type TrialVariant struct {
	Type Type
	Span Span
}

// Wrapped is a value that comes in two shapes: as {"member": value}, or bare.
// Where Type can be an object, an object that has Member is the wrapped shape;
// elsewhere every object is.
type Wrapped struct {
	Member     string
	MemberSpan Span
	Type       Type
	GoName     string // of Member; empty if derived
}

// Alias is another name for a type.
type Alias struct{ Type Type }

func (*Object) isBody()      {}
func (*Enum) isBody()        {}
func (*MemberUnion) isBody() {}
func (*KindUnion) isBody()   {}
func (*TrialUnion) isBody()  {}
func (*Wrapped) isBody()     {}
func (*Alias) isBody()       {}

// KindsOf returns the JSON kinds that t names, null left out. The other kinds
// that an open kind union lets pass are not among them.
func KindsOf(t Type) []JSONKind { return kindsOf(t, map[*TypeDecl]bool{}) }

func kindsOf(t Type, seen map[*TypeDecl]bool) []JSONKind {
	switch t := t.(type) {
	case *Scalar:
		switch t.Kind {
		case Bool:
			return []JSONKind{KindBool}
		case Any:
			return []JSONKind{KindString, KindNumber, KindBool, KindObject, KindList}
		}
		return []JSONKind{KindString}
	case *Text:
		return []JSONKind{KindString}
	case *Int, *Number:
		return []JSONKind{KindNumber}
	case *Const:
		return constKind(t)
	case *List:
		return []JSONKind{KindList}
	case *Map:
		return []JSONKind{KindObject}
	case *Nullable:
		return kindsOf(t.Elem, seen)
	case *Ref:
		return kindsOfDecl(t.Decl, seen)
	}
	return nil
}

func constKind(c *Const) []JSONKind {
	switch c.Value.(type) {
	case nil:
		return nil
	case string:
		return []JSONKind{KindString}
	case bool:
		return []JSONKind{KindBool}
	}
	return []JSONKind{KindNumber}
}

func kindsOfDecl(d *TypeDecl, seen map[*TypeDecl]bool) []JSONKind {
	if seen[d] {
		return nil
	}
	seen[d] = true
	switch b := d.Body.(type) {
	case *Enum:
		return []JSONKind{KindString}
	case *Object, *MemberUnion:
		return []JSONKind{KindObject}
	case *KindUnion:
		var kinds []JSONKind
		for _, v := range b.Variants {
			kinds = append(kinds, v.Kind)
		}
		return kinds
	case *TrialUnion:
		var kinds []JSONKind
		for _, v := range b.Variants {
			kinds = append(kinds, kindsOf(v.Type, seen)...)
		}
		return kinds
	case *Wrapped:
		return append([]JSONKind{KindObject}, kindsOf(b.Type, seen)...)
	case *Alias:
		return kindsOf(b.Type, seen)
	}
	return nil
}
