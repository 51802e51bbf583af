package golang

import (
	"bytes"
	"fmt"
	"go/format"
	"slices"
)

// formatted returns source as gofmt leaves it. Where gofmt rewrites the
// headings, lists and links of a doc comment, it has more to do the next time.
// Formatting is most of the work of a generation, so it is done twice nowhere else.
func formatted(name string, source []byte) ([]byte, error) {
	source = tidied(source)
	data, err := format.Source(source)
	if err == nil && !bytes.Equal(commentsOf(source), commentsOf(data)) {
		data, err = format.Source(data)
	}
	if err != nil {
		return nil, fmt.Errorf("golang: %s: %w", name, err)
	}
	return data, nil
}

// tidied returns source without the space that jennifer leaves around doc
// comments and before what they are of: gofmt knows a doc comment, and what
// there is to rewrite, only by its place in the first column.
func tidied(source []byte) []byte {
	lines := slices.AppendSeq(make([][]byte, 0, bytes.Count(source, []byte("\n"))+1), bytes.Lines(source))
	declared := false // the line below is a declaration, or a comment on one
	for i, line := range slices.Backward(lines) {
		text := bytes.TrimSpace(line)
		declared = isDeclaration(text) || declared && isComment(text)
		if declared {
			lines[i] = append(text[:len(text):len(text)], '\n')
		}
	}
	return bytes.Join(lines, nil)
}

// isDeclaration says whether a line begins a declaration.
func isDeclaration(line []byte) bool {
	word, _, _ := bytes.Cut(line, []byte(" "))
	switch string(word) {
	case "func", "type", "var", "const":
		return true
	}
	return false
}

func isComment(line []byte) bool { return bytes.HasPrefix(line, []byte("//")) }

// commentsOf returns the lines of source that are comments.
func commentsOf(source []byte) []byte {
	var out []byte
	for line := range bytes.Lines(source) {
		if line = bytes.TrimSpace(line); isComment(line) {
			out = append(append(out, line...), '\n')
		}
	}
	return out
}
