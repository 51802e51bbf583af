package runtime

import (
	"context"
	"log/slog"
	"net/http"
)

// What stands here is generated in every package. It is written by hand once,
// in the smallest form, so that the files beside it compile where they lie.

// Delivery stands for a generated envelope.
type Delivery struct {
	Action  Action
	Payload Payload
	Push    *Push
	Secret  Secret
	ID      string
}

// The secret, and the identifier, of the deliveries here.
func (v *Delivery) redactProof()       { v.Secret = redacted }
func (v *Delivery) deliveryID() string { return v.ID }

// LogValue stands for the generated method.
func (v Delivery) LogValue() slog.Value { return slog.StringValue(string(v.Action)) }

// Handlers stands for the generated functions.
type Handlers struct {
	Unknown func(context.Context, *Delivery, *UnknownPayload) error
}

// Dispatch calls the function for the payload.
func (v *Handlers) Dispatch(ctx context.Context, d *Delivery) error {
	if v.Unknown != nil {
		return v.Unknown(ctx, d, d.Payload.(*UnknownPayload))
	}
	return nil
}

func (v *Handlers) handles(Payload) bool { return v.Unknown != nil }

var contract = contractInfo{
	provider: "runtime", success: []int{200}, retries: -1, proofMember: "secret", identified: true,
}

// MarshalJSON stands for the generated method.
func (v Delivery) MarshalJSON() ([]byte, error) { return nil, nil }

// Validate stands for the generated method.
func (v *Delivery) Validate() error { return nil }

// Push stands for the generated members of a push.
type Push struct{ Name string }

var (
	actionTable  = map[Action]*actionInfo{}
	actionOrder  []Action
	pushActions  = map[string]Action{}
	deliveryInfo = objectInfo{names: []string{"action", "payload", "secret", "id"}, required: fieldSet{0b11}}
	pushInfo     = deliveryInfo
)

var (
	handshake    = handshakeInfo{member: "action", value: "hello", echo: "secret"}
	route        = routing{header: "X-Event", path: []string{"payload", "type"}, payload: 1}
	eventActions = map[string]map[string]Action{}
)

func (v *Delivery) read(d *decoder, p int) int {
	d.await = awaited{}
	return v.readBody(d, p)
}

func (v *Delivery) readRequest(d *decoder, p int, _ http.Header) int { return v.read(d, p) }

// Header stands for the generated method.
func (v *Delivery) Header() http.Header { return nil }

func (v *Delivery) readBody(d *decoder, p int) int {
	p = d.object(p, v, &deliveryInfo)
	return d.latePayload(p, &v.Payload)
}

func (v *Delivery) encode(e *encoder) { e.payload(v.Payload) }

func (d *decoder) loadBody(_ http.Header, body []byte, limits Limits) bool {
	return d.load(body, limits)
}

func acceptsType(contentType string) bool { return isJSON(contentType) }

func (v *Delivery) field(d *decoder, name string, p int) (int, int) {
	switch name {
	case "action":
		v.Action, p = d.actionName(p)
		return 0, p
	case "payload":
		return 1, d.payload(p, name, &v.Payload)
	case "secret":
		v.Secret, p = text[Secret](d, p)
		return 2, p
	case "id":
		v.ID, p = d.str(p)
		return 3, p
	}
	return d.other(p)
}

func (v *pushDelivery) field(d *decoder, name string, p int) (int, int) {
	switch name {
	case "action":
		v.Push.Name, p = d.pushName(p)
		return 0, p
	case "payload":
		return 1, d.payload(p, name, &v.Payload)
	}
	return d.other(p)
}
