package jsonschema

import (
	"path"
	"slices"
	"strings"
)

// found is an action that the schemas describe.
type found struct {
	name   string
	event  string // that it belongs to, if events have several
	schema *node
}

// findActions says which schemas are actions: the files of a folder; the
// definitions that are named like events; the choices of one schema, or that
// schema alone.
func (e *evaluator) findActions() []found {
	if len(e.docs.names) > 1 {
		return e.fileActions()
	}
	f := e.docs.files[e.docs.names[0]]
	if actions := namedEvents(f.root); actions != nil {
		return actions
	}
	for _, key := range []string{"oneOf", "anyOf"} {
		if choices := f.root.members[key]; choices != nil && choices.kind == listNode {
			return e.choiceActions(choices.items)
		}
	}
	if f.root.kind == objectNode && isContainer(f.root) {
		return definedActions(f.root)
	}
	return []found{{name: e.title(f.root, stem(f.name)), schema: f.root}}
}

// stem is the name of a file without what says that it is a schema.
func stem(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, path.Ext(name)), ".schema")
}

// isContainer says whether a document holds definitions, and no schema of its own.
func isContainer(root *node) bool {
	holds := false
	for _, key := range root.order {
		holds = holds || containers[key]
		if !containers[key] && !annotations[key] {
			return false
		}
	}
	return holds
}

// eachDefinition calls do for the definitions of a document.
func eachDefinition(root *node, do func(name string, schema *node)) {
	for _, key := range []string{"$defs", "definitions"} {
		if defs := root.members[key]; defs != nil {
			for _, name := range defs.order {
				do(name, defs.members[name])
			}
		}
	}
}

// namedEvents finds definitions named `event$action`, or `event$event` for
// events without actions.
func namedEvents(root *node) []found {
	var out []found
	eachDefinition(root, func(name string, schema *node) {
		event, action, ok := strings.Cut(name, "$")
		switch {
		case !ok || event == "" || action == "":
		case action == "event":
			out = append(out, found{name: event, event: event, schema: schema})
		default:
			out = append(out, found{name: event + "." + action, event: event, schema: schema})
		}
	})
	return out
}

// definedActions takes the definitions that no other refers to for actions.
func definedActions(root *node) []found {
	used := map[string]bool{}
	refersTo(root, used)
	var out []found
	eachDefinition(root, func(name string, schema *node) {
		if !used[name] && schema.kind == objectNode {
			out = append(out, found{name: name, schema: schema})
		}
	})
	return out
}

// refersTo collects the last parts of references.
func refersTo(n *node, used map[string]bool) {
	if ref, ok := n.text("$ref"); ok {
		used[ref[strings.LastIndexByte(ref, '/')+1:]] = true
	}
	for _, item := range n.items {
		refersTo(item, used)
	}
	for _, member := range n.members {
		refersTo(member, used)
	}
}

// choiceActions takes each branch of a choice for an action; one that is a
// choice itself, for those.
func (e *evaluator) choiceActions(branches []*node) []found {
	var out []found
	for i, branch := range branches {
		schema, name := e.target(branch)
		if name == "" {
			name = e.title(schema, "action_"+branches[i].key)
		}
		out = append(out, found{name: name, schema: schema})
	}
	return out
}

// target follows references, and returns the name of the last definition.
func (e *evaluator) target(n *node) (schema *node, name string) {
	for range 100 {
		ref, ok := n.text("$ref")
		if !ok {
			break
		}
		next, err := e.docs.resolve(n, ref)
		if err != nil {
			e.failed(n.members["$ref"], err)
			break
		}
		if n = next; n.up != nil && containers[n.up.key] {
			name = n.key
		} else if n.up == nil {
			name = path.Base(stem(n.file.name))
		}
	}
	return n, name
}

func (e *evaluator) title(n *node, otherwise string) string {
	if title, ok := n.text("title"); ok && title != "" {
		return title
	}
	return otherwise
}

// told looks for the member that tells the actions apart by its value, and
// names them by it. wanted is the member to take, if that is known.
func (e *evaluator) told(actions []found, wanted string) (member string, values []string) {
	if len(actions) == 0 {
		return "", nil
	}
	names := []string{wanted}
	if wanted == "" {
		names = []string{"type", "event", "action", "event_type", "eventType", "topic", "name", "kind"}
		if o, ok := e.eval(actions[0].schema).kinds[objectKind].(*object); ok {
			for _, f := range o.fields {
				if !slices.Contains(names, f.name) {
					names = append(names, f.name)
				}
			}
		}
	}
	for _, name := range names {
		if values := e.valuesOf(actions, name); values != nil {
			return name, values
		}
	}
	return "", nil
}

// valuesOf returns the text that a required member has in each action, nil if
// there is no single one or two are the same.
func (e *evaluator) valuesOf(actions []found, name string) []string {
	var out []string
	for _, a := range actions {
		o, ok := e.eval(a.schema).kinds[objectKind].(*object)
		if !ok {
			return nil
		}
		f := o.field(name)
		if f == nil || !f.required {
			return nil
		}
		s := e.all(f.values)
		t, ok := s.kinds[textKind].(*texts)
		if !ok || len(t.enum) != 1 || t.enum[0] == "" || *s.only(textKind) != *s || slices.Contains(out, t.enum[0]) {
			return nil
		}
		out = append(out, t.enum[0])
	}
	return out
}
