package write

import (
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
)

// Part is a piece of a specification to be put into one that is there: lines
// without indentation, and the types that they need.
type Part struct {
	Lines []string
	Flow  string     // the value on one line, for fields
	Types [][]string // declarations, each without indentation
}

// Setting is what a part has to fit into.
type Setting struct {
	Taken map[string]bool   // names that no new type can have
	APIs  map[string]string // ids of the push APIs by what the page calls them
	Says  *infer.Says
}

func (s Setting) emitter() *emitter {
	e := newEmitter()
	for name := range s.Taken {
		e.taken[name] = true
	}
	e.apis = s.APIs
	e.says = s.Says.Findings
	return e
}

// Action writes an action.
func (s Setting) Action(a *infer.Action) Part {
	e := s.emitter()
	return e.part(e.action(a), 2)
}

// Field writes a member of an object of the action owner.
func (s Setting) Field(f *infer.Field, owner string) Part {
	e := s.emitter()
	lines := e.field(f, owner, "", "", true)
	typ := e.fieldType(f, owner)
	p := e.part(lines, 0)
	p.Flow = typ
	if extra := e.extras(f, typ, ""); len(extra) > 0 {
		p.Flow = "{type: " + typ + ", " + strings.Join(extra, ", ") + "}"
	}
	return p
}

// Type writes the type of a member.
func (s Setting) Type(f *infer.Field, owner string) Part {
	e := s.emitter()
	typ := e.fieldType(f, owner)
	p := e.part(nil, 0)
	p.Flow = typ
	return p
}

// Remark writes a remark on a contradiction.
func Remark(f infer.Finding) string {
	lines := (&emitter{says: []infer.Finding{f}}).remarks(f.Section, "")
	if len(lines) < 2 {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSpace(lines[1].text), "- ")
}

// part cuts the lines out of their place.
func (e *emitter) part(lines []line, indent int) Part {
	var p Part
	for _, l := range lines {
		p.Lines = append(p.Lines, cutIndent(l.text, indent))
	}
	for _, l := range e.types {
		if l.text == "" {
			p.Types = append(p.Types, nil)
			continue
		}
		n := len(p.Types) - 1
		p.Types[n] = append(p.Types[n], cutIndent(l.text, 2))
	}
	return p
}

func cutIndent(s string, n int) string {
	for ; n > 0 && strings.HasPrefix(s, " "); n-- {
		s = s[1:]
	}
	return s
}
