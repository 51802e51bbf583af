package generated_test

import (
	"errors"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	livechat "github.com/webhookgen/webhookgen/generated/livechat/v36"
	"github.com/webhookgen/webhookgen/generated/livechat/v36/schema"
)

// livechat36Deliveries holds Parse against the schema of deliveries.
var livechat36Deliveries = conformance.Target{
	Code: func(input []byte) (conformance.Outcome, []byte) {
		return livechat36Outcome(livechat.Parse(input))
	},
	Schema: func(input []byte) conformance.Outcome {
		return livechat36SchemaOutcome(schema.ValidateDelivery(input))
	},
}

// livechat36Pushes holds ParsePush against the schema of pushes.
var livechat36Pushes = conformance.Target{
	Code: func(input []byte) (conformance.Outcome, []byte) {
		return livechat36Outcome(livechat.ParsePush(input))
	},
	Schema: func(input []byte) conformance.Outcome {
		return livechat36SchemaOutcome(schema.ValidatePush(input))
	},
}

func livechat36Outcome(d *livechat.Delivery, err error) (conformance.Outcome, []byte) {
	return deliveryOutcome(d, err, func(err error) ([]string, bool) {
		var invalid *livechat.ValidationError
		var noPush *livechat.NoPushError
		switch {
		case errors.As(err, &invalid):
			return pointersOf(invalid.Violations, func(v livechat.Violation) string { return v.Pointer }), true
		case errors.As(err, &noPush):
			return []string{"/action"}, true
		}
		return nil, false
	})
}

func livechat36SchemaOutcome(err error) conformance.Outcome {
	return schemaOutcome(err, func(err error) ([]string, bool) {
		var invalid *schema.ValidationError
		if !errors.As(err, &invalid) {
			return nil, false
		}
		return pointersOf(invalid.Violations, func(v schema.Violation) string { return v.Pointer }), true
	})
}

const livechat36Corpus = "../spec/livechat/testdata/v3.6/"

func TestLiveChat36Valid(t *testing.T) {
	testValid(t, livechat36Deliveries, livechat36Corpus+"valid")
	testValid(t, livechat36Pushes, livechat36Corpus+"push")
}

func TestLiveChat36Invalid(t *testing.T) {
	testInvalid(t, livechat36Deliveries, livechat36Corpus+"invalid")
	testInvalid(t, livechat36Pushes, livechat36Corpus+"push-invalid")
}

func TestLiveChat36Mutations(t *testing.T) {
	t.Parallel()
	testMutations(t, livechat36Deliveries, livechat36Corpus+"valid", 80_000)
	testMutations(t, livechat36Pushes, livechat36Corpus+"push", 5_000)
}
