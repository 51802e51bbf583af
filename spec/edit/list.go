package edit

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// Append adds an item to the list at path.
func (t *Text) Append(item string, path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	if e.value.Kind != yaml.SequenceNode {
		return nil, ErrForm
	}
	if !isFlow(e.value) {
		first := e.value.Content[0]
		return t.insertLines(t.lastLine(e), []string{"- " + item}, t.dash(first), false)
	}
	end, err := t.closing(t.offset(e.value))
	if err != nil {
		return nil, err
	}
	if len(e.value.Content) > 0 {
		item = ", " + item
	}
	return t.splice(trimmed(t.src, end-1), end-1, item)
}

// dash is the indentation of the dash before an item.
func (t *Text) dash(item *yaml.Node) int {
	line := t.line(item.Line - 1)
	return max(0, strings.LastIndexByte(line[:min(len(line), item.Column)], '-'))
}

// Items returns how many items the list at path has.
func (t *Text) Items(path ...string) int {
	e, ok := t.find(path...)
	if !ok || e.value.Kind != yaml.SequenceNode {
		return 0
	}
	return len(e.value.Content)
}

// ItemAt returns the line and column of an item, from 1.
func (t *Text) ItemAt(i int, path ...string) (line, column int) {
	e, ok := t.find(path...)
	if !ok || i >= len(e.value.Content) {
		return 0, 0
	}
	return e.value.Content[i].Line, e.value.Content[i].Column
}

// Item returns a scalar item, or the scalar under key of an item.
func (t *Text) Item(i int, key string, path ...string) string {
	e, ok := t.find(path...)
	if !ok || i >= len(e.value.Content) {
		return ""
	}
	item := e.value.Content[i]
	for j := 0; j+1 < len(item.Content) && item.Kind == yaml.MappingNode; j += 2 {
		if item.Content[j].Value == key {
			return item.Content[j+1].Value
		}
	}
	return item.Value
}

// Remove takes an item out of the list at path; a list without items goes with
// its key.
func (t *Text) Remove(i int, path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok || e.value.Kind != yaml.SequenceNode || i >= len(e.value.Content) {
		return nil, missing(path)
	}
	items := e.value.Content
	if len(items) == 1 {
		return t.Delete(path...)
	}
	if isFlow(e.value) {
		return t.removeFlow(items, i)
	}
	first := items[i].Line - 1
	last := t.lastLine(e)
	if i+1 < len(items) {
		last = items[i+1].Line - 2
	}
	for last > first && (isBlank(t.line(last)) || isComment(t.line(last)) && i+1 < len(items)) {
		last--
	}
	return t.splice(t.lines[first], t.lineEnd(last), "")
}

func (t *Text) removeFlow(items []*yaml.Node, i int) ([]byte, error) {
	if i+1 < len(items) {
		return t.splice(t.offset(items[i]), t.offset(items[i+1]), "")
	}
	end, err := t.end(items[i])
	if err != nil {
		return nil, err
	}
	before, err := t.end(items[i-1])
	if err != nil {
		return nil, err
	}
	return t.splice(before, end, "")
}

// FindItem returns the path to the list of that key with an item that begins
// on a line, and the item's index. Of several on one line that of the column
// is meant.
func (t *Text) FindItem(key string, line, column int) (path []string, index int, ok bool) {
	return t.findItem(t.root, nil, key, line, column)
}

func (t *Text) findItem(n *yaml.Node, at []string, key string, line, column int) ([]string, int, bool) {
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		path := append(at[:len(at):len(at)], n.Content[i].Value)
		value := n.Content[i+1]
		if value.Kind == yaml.SequenceNode && n.Content[i].Value == key {
			for j, item := range value.Content {
				if item.Line == line && holds(item, line, column) {
					return path, j, true
				}
			}
		}
		if path, j, ok := t.findItem(value, path, key, line, column); ok {
			return path, j, true
		}
	}
	return nil, 0, false
}

// holds says whether a node, or a key in it, begins at a place.
func holds(n *yaml.Node, line, column int) bool {
	if n.Line == line && n.Column == column {
		return true
	}
	for _, c := range n.Content {
		if holds(c, line, column) {
			return true
		}
	}
	return false
}
