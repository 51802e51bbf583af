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
	var invalid *livechat.ValidationError
	var noPush *livechat.NoPushError
	switch {
	case errors.As(err, &invalid):
		var pointers []string
		for _, v := range invalid.Violations {
			pointers = append(pointers, v.Pointer)
		}
		return conformance.Refused(err, pointers), nil
	case errors.As(err, &noPush):
		return conformance.Refused(err, []string{"/action"}), nil
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

func livechatSchemaOutcome(err error) conformance.Outcome {
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
