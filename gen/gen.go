package gen

import "github.com/webhookgen/webhookgen/spec"

// Options say what Generate makes beside the specification.
type Options struct {
	// Package is the name of the Go package; the provider's name if empty.
	Package string
	// SchemaValidator adds the validator over github.com/santhosh-tekuri/jsonschema/v5
	// to the schema subpackage.
	SchemaValidator bool
}

// File is one generated file.
type File struct {
	Name string // slash-separated, relative to the output folder
	Data []byte
}

// Check returns the findings that concern the generated code, collisions of
// Go names above all. Together with those of spec.Parse they are all there are.
func Check(api *spec.API) spec.Diagnostics { return nil }

// Generate returns the files for api, sorted by name. The diagnostics are
// those of Check; no files are returned if any of them is an Error. The error
// reports a fault of the generator itself.
func Generate(api *spec.API, opts Options) ([]File, spec.Diagnostics, error) {
	return nil, nil, nil
}
