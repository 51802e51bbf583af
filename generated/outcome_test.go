package generated_test

import (
	"fmt"
	"net/http"
	"reflect"
	"slices"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// judged is a generated package and its schemas, for one kind of input: the
// deliveries that it reads, or the pushes.
type judged struct {
	parse  func(header http.Header, input []byte) (any, error)
	schema func(header http.Header, input []byte) error

	pushName string // the place of what a NoPushError is about, if there can be one
}

// target holds the package against its schemas, for requests with one header.
func (j judged) target(header http.Header) conformance.Target {
	return conformance.Target{
		Code: func(input []byte) (conformance.Outcome, []byte) {
			d, err := j.parse(header, input)
			if err != nil {
				return j.outcomeOf(err), nil
			}
			return written(d, header)
		},
		Schema: func(input []byte) conformance.Outcome { return j.outcomeOf(j.schema(header, input)) },
	}
}

// outcomeOf returns the outcome that an error of any package stands for.
func (j judged) outcomeOf(err error) conformance.Outcome {
	if err == nil {
		return conformance.Outcome{Accepted: true}
	}
	v := reflect.ValueOf(err)
	if v.Kind() != reflect.Pointer {
		return conformance.Refused(err, nil)
	}
	if v.Elem().Type().Name() == "NoPushError" {
		return conformance.Refused(err, []string{j.pushName})
	}
	var pointers []string
	if list := v.Elem().FieldByName("Violations"); list.IsValid() {
		for i := range list.Len() {
			pointers = append(pointers, list.Index(i).FieldByName("Pointer").String())
		}
	}
	outcome := conformance.Refused(err, pointers)
	if more := v.Elem().FieldByName("More"); more.IsValid() {
		outcome.More = more.Int() > 0
	}
	return outcome
}

// written returns what an accepted delivery is written as. What it says of its
// header must be what its header said.
func written(d any, header http.Header) (conformance.Outcome, []byte) {
	delivery := d.(value)
	if err := delivery.Validate(); err != nil {
		return conformance.Outcome{Detail: "accepted, but Validate: " + err.Error()}, nil
	}
	body, err := delivery.AppendJSON(nil)
	if err != nil {
		return conformance.Outcome{Detail: "accepted, but AppendJSON: " + err.Error()}, nil
	}
	if d, ok := d.(interface{ Header() http.Header }); ok {
		for name, values := range d.Header() {
			if !slices.Equal(values, header[name]) {
				return conformance.Outcome{Detail: fmt.Sprintf("accepted, but header %v has become %v", header, d.Header())}, nil
			}
		}
	}
	return conformance.Outcome{Accepted: true}, body
}
