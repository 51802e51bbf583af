package jsonschema

import (
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/write"
)

// line is a line of the specification; key names what stands on it.
type line struct{ text, key string }

// emitter writes sets of values as types.
type emitter struct {
	*evaluator
	open    bool
	fixed   map[string]string   // Go names, by key
	shut    map[string]bool     // types that stay closed
	types   [][]line            // by place in the file
	names   map[string]bool     // taken, in lower case
	numbers map[string]int      // the next one to try behind a name
	byPart  map[part]string     // names of declared types
	bodies  map[string]string   // names of declared types by what they are
	trials  map[string][]string // the objects that are variants, by the name of a union
	payload map[part]bool       // that are a choice told by trial, whatever they are
	places  map[string]*node    // of the schemas of declared objects and enums
	unions  map[string]trialUnion
	alike   map[*choice]map[int]bool // parts that say what another part says
	within  string                   // the union told by trial whose variants are being written
}

func newEmitter(e *evaluator, opts Options) *emitter {
	out := &emitter{evaluator: e, open: opts.Open, fixed: map[string]string{}, shut: map[string]bool{}, alike: map[*choice]map[int]bool{}}
	out.restart()
	return out
}

// restart forgets what was written, and nothing of what was learned from it.
func (e *emitter) restart() {
	e.types, e.names, e.byPart, e.bodies = nil, map[string]bool{}, map[part]string{}, map[string]string{}
	e.numbers, e.unions = map[string]int{}, map[string]trialUnion{}
	e.trials, e.payload, e.places = map[string][]string{}, map[part]bool{}, map[string]*node{}
	for _, name := range reserved {
		e.names[name] = true
	}
}

// reserved are names that no type can have, in lower case.
var reserved = []string{"string", "bool", "int", "number", "timestamp", "any", "delivery", "payload", "push", "action", "actions", "handlers",
	"limits", "null", "nullable", "parse", "rule", "secret", "violation", "permanent", "receiver", "drift", "middleware", "deduplicator"}

// claim returns the first of hints that is free, or the first with a number.
func (e *emitter) claim(hints ...string) string {
	for _, hint := range hints {
		if name := typeNameOf(hint); !e.names[strings.ToLower(name)] {
			e.names[strings.ToLower(name)] = true
			return name
		}
	}
	last := typeNameOf(hints[len(hints)-1])
	for n := max(e.numbers[last], 2); ; n++ {
		if name := fmt.Sprintf("%s%d", last, n); !e.names[strings.ToLower(name)] {
			e.names[strings.ToLower(name)], e.numbers[last] = true, n+1
			return name
		}
	}
}

// hints are names for what stands in a member of a type, better ones first. A
// definition has its own.
func hints(at *node, owner, member string) []string {
	var out []string
	if at != nil && at.up != nil && containers[at.up.key] {
		out = append(out, at.key)
	}
	if at != nil && at.up == nil {
		out = append(out, stem(at.file.name[strings.LastIndexByte(at.file.name, '/')+1:]))
	}
	return append(out, member, owner+" "+member)
}

// declare reserves a place in the file for a type, and returns what fills it.
func (e *emitter) declare(name string, at *node) func(lines ...string) {
	place := len(e.types)
	e.types = append(e.types, nil)
	return func(lines ...string) {
		out := []line{{}, {"  " + name + ":", "type " + name}}
		if goName := e.fixed["type "+name]; goName != "" {
			out = append(out, line{text: "    go_name: " + goName})
		}
		for _, note := range documentation(at) {
			out = append(out, line{text: "    " + note})
		}
		for _, text := range lines {
			text, key, _ := strings.Cut(text, "\x00")
			out = append(out, line{"    " + text, key})
		}
		e.types[place] = out
	}
}

// documentation returns what a schema says for people, as keys of a type,
// field or action.
func documentation(at *node) []string {
	if at == nil {
		return nil
	}
	var out []string
	if text, ok := at.text("description"); ok && strings.TrimSpace(text) != "" {
		out = append(out, "notes: "+write.Quote(text))
	}
	if old := at.members["deprecated"]; old != nil && old.value == true {
		out = append(out, "deprecated: The schema says so.")
	}
	return out
}

// typeOf writes the type of a set, and says whether null is in it besides.
// owner and member say what it stands in.
func (e *emitter) typeOf(s *set, at *node, owner, member string) (text string, null bool) {
	if isEverything(s) || e.err != nil {
		return "any", false
	}
	var kinds []string
	if s.bools[0] || s.bools[1] {
		kinds = append(kinds, "bool: "+boolType(s))
	}
	for kind, name := range []string{"string", "number", "list", "object"} {
		if p := s.kinds[kind]; p != nil {
			kinds = append(kinds, name+": "+e.partType(p, owner, member))
		}
	}
	switch {
	case len(kinds) == 1:
		_, text, _ = strings.Cut(kinds[0], ": ")
		return text, s.null
	case len(kinds) == 0 && s.null:
		return "{const: null}", false
	case len(kinds) == 0:
		if at != nil {
			e.notes.add(at, "unsatisfiable", "no value fits this schema: any is taken")
		}
		return "any", false
	}
	body := "union: {kinds: {" + strings.Join(kinds, ", ") + "}, closed: true}"
	if name := e.bodies[body]; name != "" {
		return name, s.null
	}
	name := e.claim(hints(nil, owner, member)...)
	e.bodies[body] = name
	e.declare(name, nil)(body)
	return name, s.null
}

func isEverything(s *set) bool {
	for _, p := range s.kinds {
		if p == nil || !isAny(p) {
			return false
		}
	}
	return s.null && s.bools == [2]bool{true, true}
}

func boolType(s *set) string {
	switch s.bools {
	case [2]bool{true, true}:
		return "bool"
	case [2]bool{false, true}:
		return "{const: true}"
	}
	return "{const: false}"
}

// elemType writes the type of an element, or of a map's value.
func (e *emitter) elemType(nodes []*node, owner, member string) string {
	if e.err != nil {
		return "any"
	}
	text, null := e.typeOf(e.all(nodes), first(nodes), owner, singular(member))
	if null {
		return "{nullable: " + text + "}"
	}
	return text
}

func first(nodes []*node) *node {
	if len(nodes) == 0 {
		return nil
	}
	return nodes[0]
}

func singular(s string) string {
	if strings.HasSuffix(s, "ss") || len(s) < 4 {
		return s + " item"
	}
	if one, ok := strings.CutSuffix(s, "ies"); ok {
		return one + "y"
	}
	if one, ok := strings.CutSuffix(s, "s"); ok {
		return one
	}
	return s + " item"
}
