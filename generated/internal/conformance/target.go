package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// Outcome is what a judge says of one input.
type Outcome struct {
	Accepted bool
	Pointers []string // of the violations, sorted, each once; empty for broken syntax
	More     bool     // there are violations beyond those that Pointers are of
	Detail   string   // for messages
}

// finds says whether an outcome has the violations of another, as far as that
// lists them.
func (o Outcome) finds(other Outcome) bool {
	if !other.More {
		return slices.Equal(o.Pointers, other.Pointers)
	}
	for _, pointer := range other.Pointers {
		if _, found := slices.BinarySearch(o.Pointers, pointer); !found {
			return false
		}
	}
	return len(other.Pointers) > 0
}

// Target is a generated package and its schemas, for one kind of input.
type Target struct {
	// Code is the verdict of the generated code. again is the input as the
	// code writes it, nil if it is refused.
	Code func(input []byte) (outcome Outcome, again []byte)
	// Schema is the verdict of the emitted schemas.
	Schema func(input []byte) Outcome
}

// Refused returns the outcome of an error. pointers is nil for broken syntax.
func Refused(err error, pointers []string) Outcome {
	slices.Sort(pointers)
	return Outcome{Pointers: slices.Compact(pointers), Detail: err.Error()}
}

// Agree returns an error unless both judges say the same of input: the
// verdict, and where the violations are.
func (t Target) Agree(input []byte) (accepted bool, err error) {
	code, _ := t.Code(input)
	schema := t.Schema(input)
	switch {
	case code.Accepted != schema.Accepted:
		return false, fmt.Errorf("code: %v; schema: %v\ninput: %s", code, schema, input)
	case !schema.finds(code):
		return false, fmt.Errorf("code finds %q (%s), schema %q (%s)\ninput: %s",
			code.Pointers, code.Detail, schema.Pointers, schema.Detail, input)
	}
	return code.Accepted, nil
}

// RoundTrip returns an error unless input is accepted, comes back as JSON that
// the schemas accept and that reads as the same again. It returns what came
// back.
func (t Target) RoundTrip(input []byte) ([]byte, error) {
	outcome, again := t.Code(input)
	if !outcome.Accepted {
		return nil, fmt.Errorf("refused: %s", outcome.Detail)
	}
	if s := t.Schema(again); !s.Accepted {
		return nil, fmt.Errorf("encoded to what the schema refuses: %s\n%s", s.Detail, again)
	}
	outcome, third := t.Code(again)
	if !outcome.Accepted {
		return nil, fmt.Errorf("encoded to what is refused: %s\n%s", outcome.Detail, again)
	}
	if !bytes.Equal(again, third) {
		return nil, fmt.Errorf("not stable:\n%s\n%s", again, third)
	}
	return again, nil
}

// Tree returns input as a tree in which numbers keep their text.
func Tree(input []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(input))
	d.UseNumber()
	var tree any
	if err := d.Decode(&tree); err != nil {
		return nil, err
	}
	return tree, nil
}

// Text returns a tree as JSON.
func Text(tree any) []byte {
	text, err := json.Marshal(tree)
	if err != nil {
		panic(err) // trees are made of JSON
	}
	return text
}
