package edit

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"
)

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
