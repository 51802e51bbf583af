package judges

import (
	"bytes"
	"errors"
	"io"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// V5 is jsonschema/v5.
type V5 struct {
	schemas map[*Subject]map[string]*jsonschema.Schema
}

// NewV5 compiles the schemas of all subjects.
func NewV5() (*V5, error) {
	v := &V5{schemas: map[*Subject]map[string]*jsonschema.Schema{}}
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.LoadURL = func(url string) (io.ReadCloser, error) {
		text, err := schemaAt(url)
		return io.NopCloser(bytes.NewReader(text)), err
	}
	for _, s := range Subjects {
		v.schemas[s] = map[string]*jsonschema.Schema{}
		base, err := s.base()
		if err != nil {
			return nil, err
		}
		for _, root := range s.roots() {
			if v.schemas[s][root], err = compiler.Compile(base + root); err != nil {
				return nil, err
			}
		}
	}
	return v, nil
}

// Name returns the judge's name.
func (*V5) Name() string { return "jsonschema/v5" }

// Judge holds each case against its schema.
func (v *V5) Judge(cases []Case) ([]bool, error) {
	verdicts := make([]bool, len(cases))
	for i := range cases {
		tree, err := conformance.Tree(cases[i].Text)
		if err != nil {
			return nil, err
		}
		err = v.schemas[cases[i].Subject][cases[i].schemaName()].Validate(tree)
		var refused *jsonschema.ValidationError
		if err != nil && !errors.As(err, &refused) {
			return nil, err
		}
		verdicts[i] = err == nil
	}
	return verdicts, nil
}
