package jsonschema

import (
	"maps"
	"path"
	"strings"
)

// fileActions takes each file of a folder for an action, but those that hold
// definitions alone, that others refer to, or that list others.
func (e *evaluator) fileActions() []found {
	common := path.Dir(e.docs.names[0])
	for _, name := range e.docs.names {
		for common != "." && !strings.HasPrefix(name, common+"/") {
			common = path.Dir(common)
		}
	}
	shared := e.sharedFiles()
	var out []found
	for _, name := range e.docs.names {
		root := e.docs.files[name].root
		switch {
		case root.kind != objectNode || isContainer(root) || e.isIndex(root):
			continue
		case shared[name]:
			e.notes.add(root, "shared-file", "other files refer to this one: it is taken for a type that they share, and for no action")
			continue
		}
		short := stem(strings.TrimPrefix(name, common+"/"))
		out = append(out, found{name: strings.ReplaceAll(short, "/", "."), schema: root})
	}
	return out
}

// sharedFiles returns the files that others refer to and no index lists. A
// folder whose files all refer to each other has none.
func (e *evaluator) sharedFiles() map[string]bool {
	shared, listed := map[string]bool{}, map[string]bool{}
	for _, name := range e.docs.names {
		root := e.docs.files[name].root
		if e.isIndex(root) {
			e.filesOf(root, listed)
		} else {
			e.filesOf(root, shared)
		}
	}
	maps.DeleteFunc(shared, func(name string, _ bool) bool { return listed[name] })
	for _, name := range e.docs.names {
		if root := e.docs.files[name].root; !shared[name] && root.kind == objectNode && !isContainer(root) && !e.isIndex(root) {
			return shared
		}
	}
	return nil
}

// filesOf notes the other files whose schema as a whole something in n refers to.
func (e *evaluator) filesOf(n *node, out map[string]bool) {
	if ref, ok := n.text("$ref"); ok {
		if to := e.docs.loaded(n, ref); to != nil && to.up == nil && to.file != n.file {
			out[to.file.name] = true
		}
	}
	for _, item := range n.items {
		e.filesOf(item, out)
	}
	for _, member := range n.members {
		e.filesOf(member, out)
	}
}

// isIndex says whether a document is nothing but a choice between other files.
func (e *evaluator) isIndex(root *node) bool {
	choices := 0
	for _, key := range root.order {
		if annotations[key] || containers[key] {
			continue
		}
		if key != "oneOf" && key != "anyOf" || root.members[key].kind != listNode {
			return false
		}
		for _, branch := range root.members[key].items {
			others := map[string]bool{}
			if e.filesOf(branch, others); len(others) != 1 || len(branch.order) != 1 {
				return false
			}
			choices++
		}
	}
	return choices > 0
}
