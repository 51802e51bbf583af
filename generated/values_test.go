package generated_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// value is what every generated struct is behind a pointer.
type value interface {
	Validate() error
	AppendJSON(dst []byte) ([]byte, error)
}

// testValues checks count random values: nothing panics or runs without end,
// and Validate is nil just for the values that are written as JSON that reads
// as the same value.
func testValues(t *testing.T, count int, build func() value, parse func([]byte) (any, error), schema func([]byte) error) {
	t.Helper()
	if *full {
		count *= 10
	}
	valid := 0
	for i := range count {
		v := build()
		good, err := checkValue(v, parse, schema)
		if err != nil {
			t.Fatalf("value %d: %T %v", i, v, err)
		}
		if good {
			valid++
		}
	}
	what := fmt.Sprintf("%d of %d values of %T are valid", valid, count, build())
	t.Log(what)
	if valid < count/5 {
		t.Error("only " + what)
	}
}

// checkValue says whether v is valid, and what is wrong with that.
func checkValue(v value, parse func([]byte) (any, error), schema func([]byte) error) (valid bool, err error) {
	invalid := v.Validate()
	text, err := v.AppendJSON([]byte("kept"))
	if err != nil {
		if invalid == nil {
			return false, fmt.Errorf("is valid, but %v", err)
		}
		return false, nil
	}
	text = bytes.TrimPrefix(text, []byte("kept"))
	again, err := parse(text)
	same := err == nil && conformance.Equal(v, again)
	switch {
	case invalid == nil && !same:
		return true, fmt.Errorf("is valid, but is read as another value: %v\n%s\n%+v\n%+v", err, text, v, again)
	case invalid != nil && same:
		return false, fmt.Errorf("is read as the same value, but is not valid: %v\n%s", invalid, text)
	case invalid != nil:
		return false, nil
	}
	if err := schema(text); err != nil {
		return true, fmt.Errorf("is valid, but the schema refuses it: %v\n%s", err, text)
	}
	if stable, err := again.(value).AppendJSON(nil); err != nil || !bytes.Equal(stable, text) {
		return true, fmt.Errorf("is written as\n%s\nand then as\n%s (%v)", text, stable, err)
	}
	if marshalled, err := json.Marshal(reflect.ValueOf(v).Elem().Interface()); err != nil || !bytes.Equal(marshalled, text) {
		return true, fmt.Errorf("is written as\n%s\nby json.Marshal as\n%s (%v)", text, marshalled, err)
	}
	return true, nil
}

// object returns the JSON of an object with one text.
func object(name, text string) json.RawMessage {
	object, err := json.Marshal(map[string]string{name: text})
	if err != nil {
		panic(err) // texts are JSON
	}
	return object
}

// unmarshal reads a text as a value of the type of example.
func unmarshal(text []byte, example any) (any, error) {
	v := reflect.New(reflect.TypeOf(example))
	return v.Interface(), json.Unmarshal(text, v.Interface())
}

func anything([]byte) error { return nil }

// actionOf returns the action whose payload has the type of payload.
func actionOf[A ~string](payloads map[A]any, payload any) A {
	for action, example := range payloads {
		if reflect.TypeOf(payload) == reflect.PointerTo(reflect.TypeOf(example)) {
			return action
		}
	}
	return "zzz"
}
