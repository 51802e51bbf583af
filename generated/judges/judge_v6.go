package judges

import (
	"bytes"
	"errors"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// V6 is jsonschema/v6.
type V6 struct {
	schemas map[*Subject]map[string]*jsonschema.Schema
}

// loader finds the schemas of the subjects, and no others.
type loader struct{}

func (loader) Load(url string) (any, error) {
	text, err := schemaAt(url)
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(text))
}

// NewV6 compiles the schemas of all subjects.
func NewV6() (*V6, error) {
	v := &V6{schemas: map[*Subject]map[string]*jsonschema.Schema{}}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	compiler.UseLoader(loader{})
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
func (*V6) Name() string { return "jsonschema/v6" }

// Judge holds each case against its schema.
func (v *V6) Judge(cases []Case) ([]bool, error) {
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
