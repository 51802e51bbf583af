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

// An error lists so many violations at most: to describe one costs as much as to
// read some hundreds of bytes, so that a short text has room for fewer. Long
// names, which are the sender's and which each violation repeats, leave less.
const (
	fewViolations     = 4
	maxViolations     = 100
	bytesPerViolation = 256
	maxNames          = 64 << 10 // bytes of all pointers and members
)

// An error counts so many violations at most; what is left of a list or a map
// is then read for its syntax alone.
const (
	maxCounted      = 1000
	bytesPerCounted = 128
)

// ValidationError lists what a value breaks, in the order of the text.
type ValidationError struct {
	Violations []Violation // at least one, at most 100; fewer for a short text
	More       int         // how many were met beyond those listed
	Partial    bool        // the rest of a list or a map was not looked through any more, and may hold others
}

func (e *ValidationError) Error() string {
	text := "invalid: " + e.Violations[0].String()
	more := len(e.Violations) - 1 + e.More
	switch {
	case e.Partial:
		return text + " (and at least " + strconv.Itoa(more) + " more)"
	case more > 0:
		return text + " (and " + strconv.Itoa(more) + " more)"
	}
	return text
}

// findings collects violations on the way through a value.
type findings struct {
	path    []step
	pointer []byte // of the first steps of path
	written int    // how many these are

	list    []Violation // without their pointers
	texts   []byte      // the pointers of list, one behind the other
	ends    []int       // of each in texts
	members int         // bytes of the members in list
	most    int         // how many are listed; 0 for maxViolations
	count   int
	silent  bool // the list is full: places are of no use any more
	counted int  // how many are looked for
	partial bool // not all were
}

// step is one level of a JSON pointer: a member's name, or an index if it is
// at least 0. The name of an entry of a map has the index entryIndex.
type step struct {
	name  string
	index int
	end   int // of its text in findings.pointer, once that is written
}

// entryIndex marks a step into a map.
const entryIndex = -2

func (f *findings) enterMember(name string) { f.enterStep(name, -1) }
func (f *findings) enterEntry(name string)  { f.enterStep(name, entryIndex) }
func (f *findings) enterItem(index int)     { f.enterStep("", index) }

//go:noinline
func (f *findings) enterStep(name string, index int) {
	if !f.silent {
		f.path = append(f.path, step{name: name, index: index})
	}
}

//go:noinline
func (f *findings) leave() {
	if !f.silent {
		last := len(f.path) - 1
		f.path = f.path[:last]
		f.written = min(f.written, last)
	}
}

// add notes v at the current place. Once the list is full it is only counted.
func (f *findings) add(v Violation) {
	if f.count++; f.silent {
		return
	}
	f.texts = append(f.texts, f.place()...)
	f.ends = append(f.ends, len(f.texts))
	f.list = append(f.list, v)
	f.members += len(v.Member)
	most := f.most
	if most == 0 {
		most = maxViolations
	}
	f.silent = len(f.list) >= most || f.members+len(f.texts) > maxNames
}

// keptText is how much room for text findings keep when they are used again.
const keptText = 4 << 10

// emptied returns findings of nothing with the room that f has for some.
func (f *findings) emptied() findings {
	if f.path == nil || cap(f.path) > keptText || cap(f.pointer)+cap(f.texts) > keptText {
		return findings{}
	}
	clear(f.path[:cap(f.path)])
	clear(f.list)
	return findings{path: f.path[:0], pointer: f.pointer[:0], list: f.list[:0], texts: f.texts[:0], ends: f.ends[:0]}
}

// place returns the JSON pointer of the current place. What was written for
// the place before is used as far as the two agree.
func (f *findings) place() []byte {
	from := 0
	if f.written > 0 {
		from = f.path[f.written-1].end
	}
	text := f.pointer[:from]
	for i := f.written; i < len(f.path); i++ {
		s := &f.path[i]
		text = s.appendTo(text)
		s.end = len(text)
	}
	f.pointer, f.written = text, len(f.path)
	return text
}

// appendTo appends the step as a JSON pointer has it.
func (s *step) appendTo(text []byte) []byte {
	text = append(text, '/')
	switch {
	case s.index >= 0:
		return strconv.AppendInt(text, int64(s.index), 10)
	case strings.IndexByte(s.name, '~') < 0 && strings.IndexByte(s.name, '/') < 0:
		return append(text, s.name...)
	}
	return append(text, escapePointer.Replace(s.name)...)
}

var escapePointer = strings.NewReplacer("~", "~0", "/", "~1")

// err returns the findings as a *ValidationError, or nil if there are none.
func (f *findings) err() error {
	if f.count == 0 {
		return nil
	}
	list := append([]Violation(nil), f.list...)
	texts, from := string(f.texts), 0
	for i, to := range f.ends {
		list[i].Pointer, from = texts[from:to], to
	}
	return &ValidationError{Violations: list, More: f.count - len(list), Partial: f.partial}
}
