package generated_test

import "github.com/webhookgen/webhookgen/generated/internal/conformance"

// delivery is what the deliveries of all generated packages have.
type delivery interface {
	Validate() error
	AppendJSON(dst []byte) ([]byte, error)
}

// deliveryOutcome is the verdict of generated code on one input. pointers
// returns the places of an error that has some.
func deliveryOutcome(d delivery, err error, pointers func(error) ([]string, bool)) (conformance.Outcome, []byte) {
	if err != nil {
		found, _ := pointers(err)
		return conformance.Refused(err, found), nil
	}
	if err := d.Validate(); err != nil {
		return conformance.Outcome{Detail: "accepted, but Validate: " + err.Error()}, nil
	}
	again, err := d.AppendJSON(nil)
	if err != nil {
		return conformance.Outcome{Detail: "accepted, but AppendJSON: " + err.Error()}, nil
	}
	return conformance.Outcome{Accepted: true}, again
}

// schemaOutcome is the verdict of emitted schemas on one input.
func schemaOutcome(err error, pointers func(error) ([]string, bool)) conformance.Outcome {
	if err == nil {
		return conformance.Outcome{Accepted: true}
	}
	found, _ := pointers(err)
	return conformance.Refused(err, found)
}

func pointersOf[V any](violations []V, pointer func(V) string) []string {
	var out []string
	for _, v := range violations {
		out = append(out, pointer(v))
	}
	return out
}
