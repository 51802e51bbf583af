package runtime

import (
	"strconv"
	"strings"
)

// Rule names what a value breaks.
type Rule string

// The rules. Each has the name of the JSON Schema keyword that says the same.
const (
	RuleType      Rule = "type"                 // another kind of value is wanted, null included
	RuleRequired  Rule = "required"             // Member is missing
	RuleEnum      Rule = "enum"                 // the string is none of a closed set
	RuleConst     Rule = "const"                // one value is wanted
	RuleMinimum   Rule = "minimum"              // the number is too small
	RuleMaximum   Rule = "maximum"              // the number is too large
	RuleMinItems  Rule = "minItems"             // the list is too short
	RuleMaxItems  Rule = "maxItems"             // the list is too long
	RuleUnknown   Rule = "additionalProperties" // Member is none of a closed object's
	RuleOneName   Rule = "oneOf"                // the member is there under several of its names
	RuleVariant   Rule = "anyOf"                // the value fits no variant of a union, or several
	RuleMinLength Rule = "minLength"            // the string is too short
	RuleMaxLength Rule = "maxLength"            // the string is too long
	RuleEncoding  Rule = "encoding"             // a Go value cannot be written as JSON
)

// Violation is one place where a value is not what the specification says. It
// holds no part of the value.
type Violation struct {
	Pointer string // JSON pointer (RFC 6901) of the value, or of the object that lacks Member
	Rule    Rule
	Member  string // for RuleRequired, RuleUnknown and RuleOneName
	Want    string // what was wanted
	Got     string // kind of value that was met, or empty
}

// String returns the violation as one line of text.
func (v Violation) String() string {
	var b strings.Builder
	b.WriteString(quoteName(v.Pointer))
	b.WriteString(": ")
	switch v.Rule {
	case RuleRequired:
		b.WriteString("member " + quoteName(v.Member) + " is missing")
	case RuleUnknown:
		b.WriteString("member " + quoteName(v.Member) + " is not allowed")
	case RuleOneName:
		b.WriteString("member " + quoteName(v.Member) + " is there under more than one of its names")
	default:
		b.WriteString("want " + v.Want)
		if v.Got != "" {
			b.WriteString(", got " + v.Got)
		}
	}
	return b.String()
}

// maxNameText is how many bytes of a name a text shows.
const maxNameText = 200

// quoteName quotes what the sender chose the length of.
func quoteName(name string) string {
	if len(name) > maxNameText {
		name = strings.ToValidUTF8(name[:maxNameText], "") + "..."
	}
	return strconv.Quote(name)
}

// An error lists so many violations, or fewer if they have long names: these
// are the sender's, and each violation repeats them.
const (
	maxViolations = 100
	maxNames      = 64 << 10 // bytes of all pointers and members
)

// ValidationError lists what a value breaks, in the order of the text.
type ValidationError struct {
	Violations []Violation // at least one, at most 100
	More       int         // how many were met beyond those listed
}

func (e *ValidationError) Error() string {
	more := len(e.Violations) - 1 + e.More
	if more == 0 {
		return "invalid: " + e.Violations[0].String()
	}
	return "invalid: " + e.Violations[0].String() + " (and " + strconv.Itoa(more) + " more)"
}

// findings collects violations on the way through a value.
type findings struct {
	path  []step
	list  []Violation
	bytes int // of the pointers and members in list
	count int
}

// step is one level of a JSON pointer: a member's name, or an index if it is
// at least 0. The name of an entry of a map has the index entryIndex.
type step struct {
	name  string
	index int
}

// entryIndex marks a step into a map.
const entryIndex = -2

func (f *findings) enterMember(name string) { f.enterStep(name, -1) }
func (f *findings) enterEntry(name string)  { f.enterStep(name, entryIndex) }
func (f *findings) enterItem(index int)     { f.enterStep("", index) }

//go:noinline
func (f *findings) enterStep(name string, index int) { f.path = append(f.path, step{name, index}) }

//go:noinline
func (f *findings) leave() { f.path = f.path[:len(f.path)-1] }

// add notes v at the current place. Beyond the cap it is only counted.
func (f *findings) add(v Violation) {
	if f.count++; f.count > maxViolations || f.bytes > maxNames {
		return
	}
	v.Pointer = f.pointer()
	f.bytes += len(v.Pointer) + len(v.Member)
	f.list = append(f.list, v)
}

var escapePointer = strings.NewReplacer("~", "~0", "/", "~1")

func (f *findings) pointer() string {
	var b strings.Builder
	for _, s := range f.path {
		b.WriteByte('/')
		if s.index >= 0 {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(escapePointer.Replace(s.name))
		}
	}
	return b.String()
}

// err returns the findings as a *ValidationError, or nil if there are none.
func (f *findings) err() error {
	if f.count == 0 {
		return nil
	}
	return &ValidationError{Violations: f.list, More: f.count - len(f.list)}
}
