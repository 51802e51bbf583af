package templates

import (
	"embed"
	"slices"
)

//go:embed runtime/*.go
var runtimeFiles embed.FS

// pushFiles are the part of the runtime, and of the kit, that only packages with pushes need.
var pushFiles = []string{"push.go", "receiver_push.go"}

//go:embed runtime/kit/*.go
var kitFiles embed.FS

// KitImport is what the sources of Kit import as the package that they test.
const KitImport = "github.com/webhookgen/webhookgen/templates/runtime"

// Kit returns the part of a test kit that is the same for every package. The
// part for pushes is left out unless push is set.
func Kit(push bool) []Source { return lessPushes(emitted(kitFiles, "runtime/kit"), push) }

// scannerFiles are the part of the runtime that knows JSON and nothing else.
// They compile on their own.
var scannerFiles = []string{"limits.go", "names.go", "number.go", "scan.go", "syntax.go", "text.go"}

// Runtime returns the runtime of a generated package, sorted by name. The
// part for pushes is left out unless push is set.
func Runtime(push bool) []Source {
	return lessPushes(emitted(runtimeFiles, "runtime"), push)
}

func lessPushes(sources []Source, push bool) []Source {
	return slices.DeleteFunc(sources, func(s Source) bool { return !push && slices.Contains(pushFiles, s.Name) })
}

// Scanner returns the part of the runtime that checks JSON text strictly.
func Scanner() []Source {
	return slices.DeleteFunc(emitted(runtimeFiles, "runtime"), func(s Source) bool { return !slices.Contains(scannerFiles, s.Name) })
}
