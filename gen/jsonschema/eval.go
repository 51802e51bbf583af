package jsonschema

import (
	"fmt"
	"strings"
)

// evaluator finds out what schemas accept.
type evaluator struct {
	docs  *documents
	notes notes
	sets  map[*node]*set
	under map[*node]bool // being evaluated
	meets map[string]*set
	met   map[pair]part
	work  int   // that meeting parts has been
	err   error // the first reference that leads nowhere
}

// maxWork bounds the fields and choices that are brought together: a small
// schema can multiply them without end.
const maxWork = 150_000

// spend adds to the work, and says whether it is within bounds. What goes
// beyond them ends the import.
func (e *evaluator) spend(at *node, work int) bool {
	if e.work += work; e.work <= maxWork {
		return true
	}
	if at != nil {
		e.fail(at, "allOf, anyOf and oneOf, and references among them, multiply to too many schemas")
	}
	return false
}

func newEvaluator(docs *documents) *evaluator {
	return &evaluator{docs: docs, sets: map[*node]*set{}, under: map[*node]bool{}, meets: map[string]*set{}, met: map[pair]part{}}
}

// all returns the values that are in the sets of all nodes: everything if
// there are none.
func (e *evaluator) all(nodes []*node) *set {
	var key strings.Builder
	for _, n := range nodes {
		fmt.Fprintf(&key, "%p ", n)
	}
	if known := e.meets[key.String()]; known != nil {
		return known
	}
	out := everything
	if !e.spend(first(nodes), len(nodes)) {
		return out
	}
	for _, n := range nodes {
		out = e.meet(out, e.eval(n))
	}
	e.meets[key.String()] = out
	return out
}

// eval returns the values that a schema accepts.
func (e *evaluator) eval(n *node) *set {
	if known := e.sets[n]; known != nil {
		return known
	}
	if e.under[n] {
		e.fail(n, "this schema refers to itself and to nothing else")
		return everything
	}
	e.under[n] = true
	defer delete(e.under, n)
	out := e.schema(n)
	e.sets[n] = out
	return out
}

func (e *evaluator) schema(n *node) *set {
	switch n.kind {
	case boolNode:
		if n.value == true {
			return everything
		}
		return &set{}
	case objectNode:
	default:
		e.fail(n, "a schema is an object, true or false")
		return everything
	}
	s := everything
	if ref := n.members["$ref"]; ref != nil {
		s = e.reference(n, ref)
		if n.file.isOld() {
			e.siblings(n)
			return s
		}
	}
	s = e.meet(s, e.types(n))
	for _, own := range []func(*node) *set{e.values, e.textRules, e.numberRules, e.listRules, e.objectRules} {
		s = e.meet(s, own(n))
	}
	s = e.applied(n, s)
	s = e.unevaluated(n, s)
	e.leftOut(n)
	if nullable := n.members["nullable"]; nullable != nil && nullable.value == true && !s.null {
		e.notes.once(nullable, "nullable", "nullable is no keyword of JSON Schema; it is taken for that of OpenAPI")
		wider := *s
		wider.null = true
		return &wider
	}
	return s
}

// isOld says whether a file is of a draft that ignores what stands beside $ref.
func (f *file) isOld() bool {
	name, _ := f.root.text("$schema")
	for _, old := range []string{"draft-03", "draft-04", "draft-05", "draft-06", "draft-07"} {
		if strings.Contains(name, old) {
			return true
		}
	}
	return false
}

func (e *evaluator) reference(n, ref *node) *set {
	name, ok := ref.value.(string)
	if !ok {
		e.fail(ref, "$ref has to be a text")
		return everything
	}
	target, err := e.docs.resolve(n, name)
	if err != nil {
		e.failed(ref, err)
		return everything
	}
	return e.eval(target)
}

// siblings notes what an old draft ignores.
func (e *evaluator) siblings(n *node) {
	for _, key := range n.order {
		if key != "$ref" && !annotations[key] && !containers[key] {
			e.notes.once(n.members[key], "beside-ref", "%s beside $ref means nothing in this draft", key)
		}
	}
}

// applied adds what allOf, anyOf and oneOf say.
func (e *evaluator) applied(n *node, s *set) *set {
	for _, sub := range e.subschemas(n, "allOf") {
		s = e.meet(s, e.eval(sub))
	}
	for _, key := range []string{"anyOf", "oneOf"} {
		subs := e.subschemas(n, key)
		if len(subs) == 0 {
			continue
		}
		var sets []*set
		for _, sub := range subs {
			sets = append(sets, e.eval(sub))
		}
		s = e.meet(s, e.choose(n, sets, key == "oneOf"))
	}
	return s
}

// subschemas returns the schemas in a list.
func (e *evaluator) subschemas(n *node, key string) []*node {
	l := n.members[key]
	if l == nil {
		return nil
	}
	if l.kind != listNode || len(l.items) == 0 {
		e.fail(l, "%s has to be a list of schemas", key)
		return nil
	}
	return l.items
}

// fail notes a schema that is none. The first one ends the import.
func (e *evaluator) fail(n *node, format string, args ...any) {
	e.failed(n, fmt.Errorf(format, args...))
}

func (e *evaluator) failed(n *node, err error) {
	if e.err == nil {
		e.err = n.file.fail(n.offset, "#%s: %v", n.pointer(), err)
	}
}
