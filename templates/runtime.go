package templates

import (
	"embed"
	"slices"
)

//go:embed runtime/*.go
var runtimeFiles embed.FS

// Features says what a package's deliveries need of the runtime beyond what
// all of them do.
type Features struct {
	Push      bool // there are pushes
	Header    bool // the header of a request tells something
	ID        bool // it tells what identifies the delivery
	Route     bool // the action is not a member of the envelope
	Form      bool // bodies can be forms
	Handshake bool // bodies can be handshakes
}

// wants says whether a file of the runtime is needed.
func (f Features) wants(name string) bool {
	switch name {
	case "push.go", "receiver_push.go": // of the runtime and of the kit
		return f.Push
	case "parse.go":
		return !f.Header
	case "parse_header.go":
		return f.Header
	case "header.go":
		return f.ID || f.Route
	case "route.go":
		return f.Route
	case "form_body.go", "as_form.go":
		return f.Form
	case "handshake.go":
		return f.Handshake
	}
	return true
}

//go:embed runtime/kit/*.go
var kitFiles embed.FS

// KitImport is what the sources of Kit import as the package that they test.
const KitImport = "github.com/webhookgen/webhookgen/templates/runtime"

// Kit returns the part of a test kit that is the same for every package with
// these features.
func Kit(f Features) []Source { return f.of(emitted(kitFiles, "runtime/kit")) }

// of returns those of the sources that are needed.
func (f Features) of(sources []Source) []Source {
	return slices.DeleteFunc(sources, func(s Source) bool { return !f.wants(s.Name) })
}

// scannerFiles are the part of the runtime that knows JSON and nothing else.
// They compile on their own.
var scannerFiles = []string{"limits.go", "names.go", "number.go", "scan.go", "syntax.go", "text.go"}

// Runtime returns the runtime of a generated package with these features,
// sorted by name.
func Runtime(f Features) []Source { return f.of(emitted(runtimeFiles, "runtime")) }

// Scanner returns the part of the runtime that checks JSON text strictly.
func Scanner() []Source {
	return slices.DeleteFunc(emitted(runtimeFiles, "runtime"), func(s Source) bool { return !slices.Contains(scannerFiles, s.Name) })
}
