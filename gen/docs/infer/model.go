package infer

import (
	"slices"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/spec"
)

// Says is what a page says.
type Says struct {
	Title    string
	Version  string // of the provider's API
	Groups   []*Group
	Actions  []*Action // in the order of the page
	Envelope *Envelope // nil if the samples show payloads alone
	Indexed  bool      // the page has an index of the actions
	PushPath string    // folder that the page's introduction says pushes are described in
	Findings []Finding
	Sound    []Sound // what the page does not contradict, where that can be told
	Samples  int     // fences that show a payload
	JSON     int     // those of them that are JSON as they stand
}

// Group is a chapter of actions.
type Group struct {
	Name string
	Span spec.Span
}

// Action is what the page says of one action.
type Action struct {
	Name    string
	Group   string // of the index, or of the chapter that the section is in
	Indexed bool   // Group is that of the index
	Notes   string
	Links   []page.Part
	Push    []Push
	HasPush Stated // whether the page speaks of pushes here, and what it says
	Payload *Shape // nil if the page shows none
	Sample  []byte // a payload as repaired JSON; nil if there is none
	Span    spec.Span
	PushAt  spec.Span
}

// Stated is what a page states.
type Stated uint8

// What a page can state. What is Hinted is said in words alone.
const (
	Unstated Stated = iota
	Yes
	No
	Hinted
)

// Push is a push with the same payload.
type Push struct {
	API    string // as the page names it; empty if it does not
	Path   string // folder that the link leads to
	Name   string
	Strong bool // the page names the push in its text, not only by a link
	Span   spec.Span
}

// Envelope is the object around payloads.
type Envelope struct {
	Action  string // name of the member
	Payload string // name of the member
	Fields  []*Field
	Span    spec.Span
	Spots   map[string]spec.Span // of the two named members
}

// Kind is what a value is.
type Kind uint8

// The kinds of shapes. Of an Open shape the page says nothing, or it says
// different things.
const (
	Open Kind = iota
	Null
	Bool
	Int
	Number
	String
	List
	Object // with members that the page shows
	Named  // an object that the page only names
	Map    // an object with free keys
)

// Shape is what the page shows of a value.
type Shape struct {
	Kind      Kind
	Timestamp bool // every text shown is an RFC 3339 time
	Nullable  bool
	Elem      *Shape   // of a list or map; nil if none is shown
	Fields    []*Field // of an Object
	Partial   bool     // an ellipsis says that there is more
	Name      string   // what the page calls a Named shape or its elements
	Text      string   // of a String, that of the first sample
	Span      spec.Span
	index     map[string]*Field // of the first indexed fields, by name
	indexed   int
}

// Field is a member of an Object.
type Field struct {
	Name     string
	Shape    *Shape
	Optional Stated // Yes: it can be missing. No: it cannot, the page says
	Notes    string
	Enum     []Value // the values that the page lists
	Open     bool    // the list of values is one of examples
	Table    bool    // only a table has it, no sample
	Some     bool    // some samples of the section lack it
	Part     bool    // it stands beside an ellipsis
	Span     spec.Span
}

// Doubt says why a member that nothing marks as optional may be missing all the
// same, as the code of a rule; empty if there is no reason to think so.
func (f *Field) Doubt() string {
	switch {
	case f.Optional == Yes || f.Optional == No:
		return ""
	case f.Table:
		return "field-not-in-sample"
	case f.Part:
		return "trailing-ellipsis"
	case f.Some:
		return "not-in-every-sample"
	case f.Optional == Hinted:
		return "optional-by-note"
	}
	return ""
}

// Value is a value of an enum.
type Value struct {
	Text string
	Span spec.Span
}

// Field returns the member of that name, nil if there is none.
func (s *Shape) Field(name string) *Field {
	if s == nil {
		return nil
	}
	if s.index == nil {
		s.index = map[string]*Field{}
	}
	for ; s.indexed < len(s.Fields); s.indexed++ {
		if f := s.Fields[s.indexed]; s.index[f.Name] == nil {
			s.index[f.Name] = f
		}
	}
	return s.index[name]
}

// Finding is a contradiction of the page, or what had to be guessed.
type Finding struct {
	spec.Diagnostic
	Section string // the action's name, empty for the page as a whole
	Field   string
	Meaning bool // it bears on what deliveries are like
}

// Sound says that a rule holds in a section, empty for the page as a whole:
// what the rule is about is there, and it does not contradict anything.
type Sound struct{ Section, Code string }

// IsSound says whether a rule holds in a section.
func (s *Says) IsSound(section, code string) bool {
	return slices.Contains(s.Sound, Sound{section, code})
}

// Action returns the action of that name, nil if the page has none.
func (s *Says) Action(name string) *Action {
	for _, a := range s.Actions {
		if a.Name == name {
			return a
		}
	}
	return nil
}
