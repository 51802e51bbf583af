package generated_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	hooks "github.com/webhookgen/webhookgen/generated/standardwebhooks"
	"github.com/webhookgen/webhookgen/generated/standardwebhooks/schema"
)

// standardPayloads has the type of every action's payload.
var standardPayloads = map[hooks.Action]any{
	hooks.ActionUserCreated:          hooks.UserCreated{},
	hooks.ActionUserPlanChanged:      hooks.UserPlanChanged{},
	hooks.ActionUserDeleted:          hooks.UserDeleted{},
	hooks.ActionInvoiceCreated:       hooks.InvoiceCreated{},
	hooks.ActionInvoicePaid:          hooks.InvoicePaid{},
	hooks.ActionInvoicePaymentFailed: hooks.InvoicePaymentFailed{},
}

func standardBuilder(seed uint64) *conformance.Builder {
	b := conformance.NewBuilder(seed)
	b.Variants((*hooks.Card)(nil), (*hooks.Transfer)(nil), (*hooks.UnknownMethod)(nil), (*hooks.UnknownPayload)(nil))
	for _, action := range hooks.Actions() {
		b.Variants(reflect.New(reflect.TypeOf(standardPayloads[action])).Interface())
	}
	b.Makers(
		func(kind string) hooks.UnknownMethod {
			return hooks.UnknownMethod{Type: kind, Raw: object("type", kind)}
		},
		func(raw json.RawMessage) hooks.UnknownPayload { return hooks.UnknownPayload{Action: "zzz", Raw: raw} },
	)
	return b
}

func TestStandardWebhooksPayloadValues(t *testing.T) {
	for _, action := range hooks.Actions() {
		b := standardBuilder(1)
		testValues(t, 50, func() value { return b.Build(standardPayloads[action]).(value) },
			func(text []byte) (any, error) { return hooks.ParsePayload(action, text) },
			func(text []byte) error { return schema.Validate(string(action), text) })
	}
}

func TestStandardWebhooksDeliveryValues(t *testing.T) {
	b := standardBuilder(2)
	b.Mend(func(d *hooks.Delivery) { d.Action = actionOf(standardPayloads, d.Payload) })
	var built *hooks.Delivery
	testValues(t, 300, func() value {
		built = b.Build(hooks.Delivery{}).(*hooks.Delivery)
		return built
	}, func(text []byte) (any, error) { return hooks.Parse(built.Header(), text) }, schema.ValidateDelivery)
}
