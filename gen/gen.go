package gen

import (
	"cmp"
	"slices"

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
	code, err := golang.Files(p)
	if err != nil {
		return nil, diags, err
	}
	var kit []golang.File
	if opts.ImportPath != "" {
		if kit, err = golang.Kit(p, opts.ImportPath); err != nil {
			return nil, diags, err
		}
	}
	schemas, err := schema.Files(api)
	if err != nil {
		return nil, diags, err
	}
	access, err := schema.GoFiles(api, schema.GoOptions{Validator: opts.SchemaValidator, Scanner: templates.Scanner()})
	if err != nil {
		return nil, diags, err
	}
	page, err := reference.Markdown(api)
	if err != nil {
		return nil, diags, err
	}
	files := slices.Concat(converted(code), converted(kit), converted(schemas), converted(access))
	files = append(files, File{Name: reference.FileName, Data: page})
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return files, diags, nil
}

// converted returns the files of a stage as those of this package.
func converted[F ~struct {
	Name string
	Data []byte
}](files []F) []File {
	out := make([]File, len(files))
	for i, f := range files {
		out[i] = File(f)
	}
	return out
}
