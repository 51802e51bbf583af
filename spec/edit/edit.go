package edit

import (
	"bytes"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// Entry is an entry to be added to a mapping: a key and its value, in the form
// of lines for a block and on one line for a flow mapping.
type Entry struct {
	Key   string   // as YAML
	Flow  string   // the value on one line
	Lines []string // the whole entry, unindented, if the block form is another
}

// splice returns the text with what stands between two offsets replaced.
func (t *Text) splice(from, to int, with string) ([]byte, error) {
	if from > to || to > len(t.src) {
		return nil, ErrForm
	}
	return bytes.Join([][]byte{t.src[:from], []byte(with), t.src[to:]}, nil), nil
}

func missing(path []string) error { return fmt.Errorf("there is no %s", strings.Join(path, ".")) }

// Set replaces the scalar or flow value at path.
func (t *Text) Set(value string, path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	end, err := t.end(e.value)
	if err != nil {
		return nil, err
	}
	return t.splice(t.offset(e.value), end, value)
}

// Rename replaces the key at path.
func (t *Text) Rename(key string, path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	end, err := t.end(e.key)
	if err != nil {
		return nil, err
	}
	return t.splice(t.offset(e.key), end, key)
}

// Delete takes the entry at path out, with the comments that belong to it. Of a
// mapping whose last entry goes, {} stays.
func (t *Text) Delete(path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	if len(e.parent.Content) == 2 {
		return t.empty(path[:len(path)-1])
	}
	if isFlow(e.parent) {
		return t.deleteFlow(e)
	}
	first, last := t.extent(e)
	// Of the blank lines around it one side is enough.
	if first > 0 && isBlank(t.line(first-1)) {
		for first > 0 && isBlank(t.line(first-1)) {
			first--
		}
	} else {
		for last+1 < len(t.lines)-1 && isBlank(t.line(last+1)) && e.index == 0 {
			last++
		}
	}
	return t.splice(t.lines[first], t.lineEnd(last), "")
}

// empty leaves nothing of the mapping at path but its braces.
func (t *Text) empty(path []string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok || e.key == nil {
		return nil, ErrForm
	}
	if isFlow(e.value) {
		return t.Set("{}", path...)
	}
	end, err := t.end(e.key)
	if err != nil {
		return nil, err
	}
	return t.splice(end, t.lineEnd(t.lastLine(e)), ": {}"+t.newline())
}

func (t *Text) deleteFlow(e entry) ([]byte, error) {
	if next := 2*e.index + 2; next < len(e.parent.Content) {
		return t.splice(t.offset(e.key), t.offset(e.parent.Content[next]), "")
	}
	end, err := t.end(e.value)
	if err != nil {
		return nil, err
	}
	from := bytes.LastIndexByte(t.src[:t.offset(e.key)], ',')
	if from < 0 {
		return nil, ErrForm
	}
	return t.splice(from, end, "")
}

// Add adds an entry to the mapping at path, behind the entry of the name after,
// or as the last one. blank puts an empty line before it.
func (t *Text) Add(x Entry, after string, blank bool, path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	if e.value.Kind != yaml.MappingNode {
		return nil, ErrForm
	}
	if isFlow(e.value) {
		return t.addFlow(e, x)
	}
	n := len(e.value.Content)
	at := entry{e.value.Content[n-2], e.value.Content[n-1], e.value, n/2 - 1}
	if found, ok := t.find(append(path[:len(path):len(path)], after)...); ok {
		at = found
	}
	lines := x.lines()
	indent := at.key.Column - 1
	if len(path) == 0 {
		indent = 0
	}
	return t.insertLines(t.lastLine(at), lines, indent, blank)
}

// lines are the lines of an entry in block form.
func (x Entry) lines() []string {
	if len(x.Lines) > 0 {
		return x.Lines
	}
	return []string{x.Key + ": " + x.Flow}
}

// insertLines puts lines behind a line.
func (t *Text) insertLines(after int, lines []string, indent int, blank bool) ([]byte, error) {
	var b strings.Builder
	at := t.lineEnd(after)
	if at > 0 && t.src[at-1] != '\n' {
		b.WriteString(t.newline())
	}
	if blank {
		b.WriteString(t.newline())
	}
	for _, line := range lines {
		if line != "" {
			b.WriteString(strings.Repeat(" ", indent) + line)
		}
		b.WriteString(t.newline())
	}
	return t.splice(at, at, b.String())
}

// addFlow adds an entry to a flow mapping. An empty one that stands alone
// behind its key becomes a block.
func (t *Text) addFlow(e entry, x Entry) ([]byte, error) {
	end, err := t.closing(t.offset(e.value))
	if err != nil {
		return nil, err
	}
	if len(e.value.Content) > 0 {
		return t.splice(trimmed(t.src, end-1), end-1, ", "+x.Key+": "+x.Flow)
	}
	if e.key == nil || len(x.Lines) == 0 || isFlow(e.parent) {
		return t.splice(t.offset(e.value), end, "{"+x.Key+": "+x.Flow+"}")
	}
	indent := strings.Repeat(" ", e.key.Column+1)
	var b strings.Builder
	for _, line := range x.lines() {
		b.WriteString(t.newline() + indent + line)
	}
	from := bytes.LastIndexByte(t.src[:t.offset(e.value)], ':') + 1
	return t.splice(from, end, b.String())
}

// trimmed is the offset before the blanks that end at offset end.
func trimmed(src []byte, end int) int {
	for end > 0 && (src[end-1] == ' ' || src[end-1] == '\n' || src[end-1] == '\r' || src[end-1] == '\t') {
		end--
	}
	return end
}

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

// Raw returns the text of the scalar or flow value at path.
func (t *Text) Raw(path ...string) (string, error) {
	e, ok := t.find(path...)
	if !ok {
		return "", missing(path)
	}
	end, err := t.end(e.value)
	if err != nil {
		return "", err
	}
	return string(t.src[t.offset(e.value):end]), nil
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

// Replace replaces the value at path, whatever its form, by one on one line.
func (t *Text) Replace(value string, path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	if _, err := t.end(e.value); err == nil || e.key == nil {
		return t.Set(value, path...)
	}
	end, err := t.end(e.key)
	if err != nil {
		return nil, err
	}
	return t.splice(end, t.lineEnd(t.lastLine(e)), ": "+value+t.newline())
}
