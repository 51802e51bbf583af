package gen

import (
	"cmp"
	"slices"
	"sync"

	"github.com/webhookgen/webhookgen/gen/golang"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/gen/reference"
	"github.com/webhookgen/webhookgen/gen/schema"
	"github.com/webhookgen/webhookgen/spec"
	"github.com/webhookgen/webhookgen/templates"
)

// Options say what Generate makes beside the specification.
type Options struct {
	// Package is the name of the Go package; the provider's name if empty.
	Package string
	// SchemaValidator adds the validator over github.com/santhosh-tekuri/jsonschema/v5
	// to the schema subpackage.
	SchemaValidator bool
	// Borrow adds the function Borrow to the package: Parse whose result is used
	// again. It is the one part that needs unsafe.
	Borrow bool
	// ImportPath is what the Go package will be imported as. It is what the
	// test kit, a subpackage, needs: without it there is none.
	ImportPath string
}

// IsPackageName says whether name can be that of a generated package.
func IsPackageName(name string) bool { return plan.IsPackageName(name) }

// File is one generated file.
type File struct {
	Name string // slash-separated, relative to the output folder
	Data []byte
}

// Parse checks the specification in src for generating from it: its findings
// are those of spec.Parse and those that concern the generated code, collisions
// of Go names above all. name is the file's base name. The API is nil if any
// finding is an Error.
func Parse(name string, src []byte) (*spec.API, spec.Diagnostics) {
	api, found := spec.Draft(name, src)
	if api == nil {
		return nil, found
	}
	_, names := plan.New(api, "")
	if found = found.And(names); found.HasErrors() {
		return nil, found
	}
	return api, found
}

// Generate returns the files for api, sorted by name. The diagnostics are
// those on the generated code; no files are returned if any of them is an Error. The error
// reports a fault of the generator itself.
func Generate(api *spec.API, opts Options) ([]File, spec.Diagnostics, error) {
	p, diags := plan.New(api, opts.Package)
	if diags.HasErrors() {
		return nil, diags, nil
	}
	files, err := together(
		func() ([]File, error) { return converted(golang.Files(p, golang.Options{Borrow: opts.Borrow})) },
		func() ([]File, error) {
			if opts.ImportPath == "" {
				return nil, nil
			}
			return converted(golang.Kit(p, opts.ImportPath))
		},
		func() ([]File, error) { return converted(schema.Files(api)) },
		func() ([]File, error) {
			return converted(schema.GoFiles(api, schema.GoOptions{Validator: opts.SchemaValidator, Scanner: templates.Scanner()}))
		},
		func() ([]File, error) {
			page, err := reference.Markdown(api)
			return []File{{Name: reference.FileName, Data: page}}, err
		},
	)
	if err != nil {
		return nil, diags, err
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return files, diags, nil
}

// together runs stages that know nothing of each other and returns the files
// of all, or the first error.
func together(stages ...func() ([]File, error)) ([]File, error) {
	files := make([][]File, len(stages))
	errs := make([]error, len(stages))
	var wait sync.WaitGroup
	for i, stage := range stages {
		wait.Add(1)
		go func() {
			defer wait.Done()
			files[i], errs[i] = stage()
		}()
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return slices.Concat(files...), nil
}

// converted returns the files of a stage as those of this package.
func converted[F ~struct {
	Name string
	Data []byte
}](files []F, err error) ([]File, error) {
	out := make([]File, len(files))
	for i, f := range files {
		out[i] = File(f)
	}
	return out, err
}
