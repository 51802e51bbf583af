package generated_test

import (
	"errors"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/livechat/schema"
)

// livechatDeliveries holds Parse against the schema of deliveries.
var livechatDeliveries = conformance.Target{
	Code: func(input []byte) (conformance.Outcome, []byte) {
		return livechatOutcome(livechat.Parse(input))
	},
	Schema: func(input []byte) conformance.Outcome {
		return livechatSchemaOutcome(schema.ValidateDelivery(input))
	},
}

// livechatPushes holds ParsePush against the schema of pushes.
var livechatPushes = conformance.Target{
	Code: func(input []byte) (conformance.Outcome, []byte) {
		return livechatOutcome(livechat.ParsePush(input))
	},
	Schema: func(input []byte) conformance.Outcome {
		return livechatSchemaOutcome(schema.ValidatePush(input))
	},
}

func livechatOutcome(d *livechat.Delivery, err error) (conformance.Outcome, []byte) {
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

func livechatSchemaOutcome(err error) conformance.Outcome {
	return schemaOutcome(err, func(err error) ([]string, bool) {
		var invalid *schema.ValidationError
		if !errors.As(err, &invalid) {
			return nil, false
		}
		return pointersOf(invalid.Violations, func(v schema.Violation) string { return v.Pointer }), true
	})
}

const livechatCorpus = "../spec/livechat/testdata/v3.0/"

func TestLiveChatValid(t *testing.T) {
	testValid(t, livechatDeliveries, livechatCorpus+"valid")
	testValid(t, livechatPushes, livechatCorpus+"push")
}

func TestLiveChatInvalid(t *testing.T) {
	testInvalid(t, livechatDeliveries, livechatCorpus+"invalid")
	testInvalid(t, livechatPushes, livechatCorpus+"push-invalid")
}

func TestLiveChatMutations(t *testing.T) {
	t.Parallel()
	testMutations(t, livechatDeliveries, livechatCorpus+"valid", 100_000)
	testMutations(t, livechatPushes, livechatCorpus+"push", 5_000)
}
