package generated_test

import (
	"errors"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/internal/everything/schema"
)

// everythingDeliveries holds Parse against the schema of deliveries.
var everythingDeliveries = conformance.Target{
	Code: func(input []byte) (conformance.Outcome, []byte) {
		return everythingOutcome(everything.Parse(input))
	},
	Schema: func(input []byte) conformance.Outcome {
		return everythingSchemaOutcome(schema.ValidateDelivery(input))
	},
}

// everythingPushes holds ParsePush against the schema of pushes.
var everythingPushes = conformance.Target{
	Code: func(input []byte) (conformance.Outcome, []byte) {
		return everythingOutcome(everything.ParsePush(input))
	},
	Schema: func(input []byte) conformance.Outcome {
		return everythingSchemaOutcome(schema.ValidatePush(input))
	},
}

func everythingOutcome(d *everything.Delivery, err error) (conformance.Outcome, []byte) {
	var invalid *everything.ValidationError
	var noPush *everything.NoPushError
	switch {
	case errors.As(err, &invalid):
		var pointers []string
		for _, v := range invalid.Violations {
			pointers = append(pointers, v.Pointer)
		}
		return conformance.Refused(err, pointers), nil
	case errors.As(err, &noPush):
		return conformance.Refused(err, []string{"/name"}), nil
	case err != nil:
		return conformance.Refused(err, nil), nil
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

func everythingSchemaOutcome(err error) conformance.Outcome {
	var invalid *schema.ValidationError
	switch {
	case errors.As(err, &invalid):
		var pointers []string
		for _, v := range invalid.Violations {
			pointers = append(pointers, v.Pointer)
		}
		return conformance.Refused(err, pointers)
	case err != nil:
		return conformance.Refused(err, nil)
	}
	return conformance.Outcome{Accepted: true}
}

const everythingCorpus = "internal/testdata/everything/"

func TestEverythingValid(t *testing.T) {
	testValid(t, everythingDeliveries, everythingCorpus+"valid")
	testValid(t, everythingPushes, everythingCorpus+"push")
}

func TestEverythingMutations(t *testing.T) {
	t.Parallel()
	testMutations(t, everythingDeliveries, everythingCorpus+"valid", 20_000)
	testMutations(t, everythingPushes, everythingCorpus+"push", 2_000)
}
