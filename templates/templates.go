package templates

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed *.tmpl
var texts embed.FS

//go:embed runtime/schema/*.go
var schemaRuntime embed.FS

// Text returns the text of a template, such as "reference.md.tmpl". Asking
// for one that does not exist is a fault of the program, and panics.
func Text(name string) string {
	data, err := texts.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("templates: %v", err))
	}
	return string(data)
}

// Source is a Go file that is emitted as it stands.
type Source struct {
	Name string
	Data []byte
}

// SchemaValidator returns the files of runtime/schema that are emitted. The part
// for actions that stand in a header is left out unless routed is set.
func SchemaValidator(routed bool) []Source {
	return slices.DeleteFunc(emitted(schemaRuntime, "runtime/schema"), func(s Source) bool { return !routed && s.Name == "request.go" })
}

// emitted returns the Go files of a folder less those that only serve in
// place: tests, the package's own doc, and names that end in _inplace.go.
func emitted(files embed.FS, folder string) []Source {
	entries, err := files.ReadDir(folder)
	if err != nil {
		panic(fmt.Sprintf("templates: %v", err))
	}
	var out []Source
	for _, e := range entries {
		name := e.Name()
		if name == "doc.go" || strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_inplace.go") {
			continue
		}
		data, err := files.ReadFile(folder + "/" + name)
		if err != nil {
			panic(fmt.Sprintf("templates: %v", err))
		}
		out = append(out, Source{Name: name, Data: data})
	}
	return out
}
