package jsonschema

import (
	"cmp"
	"fmt"
	"slices"
)

// Note is something that the specification says in another way than the
// schema, or not at all.
type Note struct {
	File         string
	Pointer      string // of the schema
	Line, Column int
	Code         string
	Message      string
	Help         string
	Count        int  // of the places, of which this is the first
	Refuses      bool // values that the schema accepts are refused
}

// String returns the note as one line.
func (n Note) String() string {
	text := fmt.Sprintf("%s:%d:%d: note: #%s: %s", n.File, n.Line, n.Column, n.Pointer, n.Message)
	if n.Count > 1 {
		text += fmt.Sprintf(" (and in %d other places)", n.Count-1)
	}
	if n.Help != "" {
		text += "; " + n.Help
	}
	return text + " [" + n.Code + "]"
}

// notes collects notes: each once for a place, and those that concern
// annotations alone once for all places.
type notes struct {
	seen   map[string]*Note
	places map[string]bool // that were counted
	list   []*Note
}

func (ns *notes) add(n *node, code, format string, args ...any) *Note {
	return ns.addAs(code+" "+n.file.name+" "+fmt.Sprint(n.offset), n, code, format, args...)
}

// once notes the first of many places.
func (ns *notes) once(n *node, code, format string, args ...any) *Note {
	key := code + " " + fmt.Sprintf(format, args...)
	place := key + " " + n.file.name + " " + fmt.Sprint(n.offset)
	note := ns.addAs(key, n, code, format, args...)
	if !ns.places[place] {
		if ns.places == nil {
			ns.places = map[string]bool{}
		}
		ns.places[place] = true
		note.Count++
	}
	return note
}

func (ns *notes) addAs(key string, n *node, code, format string, args ...any) *Note {
	if have := ns.seen[key]; have != nil {
		return have
	}
	line, column := n.file.position(n.offset)
	note := &Note{File: n.file.name, Pointer: n.pointer(), Line: line, Column: column, Code: code, Message: fmt.Sprintf(format, args...)}
	if ns.seen == nil {
		ns.seen = map[string]*Note{}
	}
	ns.seen[key] = note
	ns.list = append(ns.list, note)
	return note
}

func (ns *notes) sorted() []Note {
	var out []Note
	for _, n := range ns.list {
		out = append(out, *n)
	}
	slices.SortStableFunc(out, func(a, b Note) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code))
	})
	return out
}
