package golang

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/dave/jennifer/jen"
)

// methodsMark begins the line that stands for the methods of methodsOf while a
// file is formatted; the type comes after it. Most types have these methods, a
// quarter of their files, and no length of a name changes how gofmt lays them
// out: they are formatted once. No text of a specification can look like a
// mark, as there is a space after the slashes of every comment.
const methodsMark = "//webhookgen:methods "

// publicMethods returns the methods of a type that is read and written in
// place, by their mark.
func publicMethods(typ string) *jen.Statement { return jen.Comment(methodsMark + typ).Line() }

// placeholder is the type of the methods that are formatted.
const placeholder = "Placeholder0"

// formattedMethods returns the methods of placeholder.
var formattedMethods = sync.OnceValues(func() ([]byte, error) {
	f := jen.NewFile("p")
	f.NoFormat = true // formatted does it
	f.Add(methodsOf(placeholder))
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return nil, fmt.Errorf("golang: methods: %w", err)
	}
	data, err := formatted("methods", b.Bytes())
	_, data, _ = bytes.Cut(data, []byte("package p\n\n"))
	return data, err
})

// withMethods returns a formatted file with the methods in place of their marks.
func withMethods(data []byte) ([]byte, error) {
	methods, err := formattedMethods()
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(data)+2*len(methods))
	for line := range bytes.Lines(data) {
		if typ, ok := bytes.CutPrefix(line, []byte(methodsMark)); ok {
			line = bytes.ReplaceAll(methods, []byte(placeholder), bytes.TrimSpace(typ))
		}
		out = append(out, line...)
	}
	return out, nil
}
