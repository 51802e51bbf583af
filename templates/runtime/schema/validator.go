package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"sync"
)

// Validator validates deliveries, pushes and payloads against the schemas of
// one provider. It is safe for concurrent use.
type Validator struct {
	index   func() (*index, error)
	library *library
}

// New returns a validator over the emitted schema folder. A schema is read
// and compiled when it is first used, and once; a folder that is not whole
// shows itself then, as an error that is no *ValidationError.
func New(files fs.FS) *Validator {
	in := sync.OnceValues(func() (*index, error) { return readIndex(files) })
	return &Validator{index: in, library: newLibrary(files, in)}
}

// Known reports whether the schemas have an action of this name.
func (v *Validator) Known(action string) bool {
	in, err := v.index()
	return err == nil && in.actions[action] != ""
}

// KnownPush reports whether an action has a push of this name.
func (v *Validator) KnownPush(name string) bool {
	in, err := v.index()
	return err == nil && in.pushes[name]
}

// Validate checks the payload of an action. Of an unknown action it asks only
// that the payload is an object. The error is what the strict scanner says of
// text that is not sound JSON, a *ValidationError for a payload that does not
// fit, or a fault of the schema folder.
func (v *Validator) Validate(action string, payload []byte) error {
	in, err := v.index()
	if err != nil {
		return err
	}
	if file := in.actions[action]; file != "" {
		return v.library.validate(file, payload)
	}
	value, err := decode(payload)
	if err != nil {
		return err
	}
	if kindOf(value) != "object" {
		message := "want object, got " + kindOf(value)
		return &ValidationError{Violations: []Violation{{Keyword: "type", Message: message}}}
	}
	return nil
}

// ValidateDelivery checks the whole body of a webhook. The errors are those
// of Validate.
func (v *Validator) ValidateDelivery(body []byte) error {
	return v.library.validate("delivery.schema.json", body)
}

// ValidatePush checks a whole push. The errors are those of Validate; a
// provider without pushes has no schema for them, which is an error too.
func (v *Validator) ValidatePush(message []byte) error {
	return v.library.validate("push.schema.json", message)
}

// decode lets the strict scanner look first.
func decode(text []byte) (any, error) {
	if err := checkJSON(text); err != nil {
		return nil, err
	}
	value, err := decodeNumbers(text)
	if err == nil && pathSize(value, 0) > maxPathSize {
		err = errors.New("schema: the names of members are too long to validate what lies below them")
	}
	return value, err
}

// maxPathSize bounds the bytes of the paths to all values of a text together:
// the validator underneath writes each of them out.
const maxPathSize = 256 << 20

// pathSize adds up the lengths of the paths to all values below value, whose
// own has length above.
func pathSize(value any, above int64) int64 {
	size := above
	switch value := value.(type) {
	case map[string]any:
		for name, v := range value {
			size += pathSize(v, above+1+int64(len(name)))
		}
	case []any:
		for i, v := range value {
			size += pathSize(v, above+1+int64(len(strconv.Itoa(i))))
		}
	}
	return size
}

// decodeNumbers keeps numbers as they are written.
func decodeNumbers(text []byte) (any, error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var value any
	if err := dec.Decode(&value); err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	return value, nil
}
