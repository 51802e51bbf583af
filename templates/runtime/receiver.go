package runtime

import (
	"context"
	"errors"
	"log/slog"
	//webhookgen:only header
	"net/http"
	//webhookgen:end
	"slices"
	"sync"
	"time"
)

// HandlerFunc handles one delivery.
type HandlerFunc func(ctx context.Context, d *Delivery) error

// Middleware returns a handler that does something around next.
type Middleware func(next HandlerFunc) HandlerFunc

// Receiver is an http.Handler that takes deliveries from the internet to
// Handlers. It is also there for deliveries that come another way: see Handle.
//
// A request is checked in this order, and answered by the first check that it
// fails: method (405), content type and encoding (415), size (413), the time
// that its body takes (408), proof of the sender (401), and only then what the
// delivery is. That a body is not JSON (400) is said after a proof in headers,
// and before one in the body. Nothing of a request whose sender is not proved
// reaches a handler, a hook or a log, beyond the reason of its refusal.
//
// The answer is made after the handler has returned; nothing is queued. A
// delivery is acknowledged if its handler returned nil or a Permanent error, if
// there is no handler for its action, if it is a duplicate of one that was
// acknowledged, or if OnInvalid kept it. All else is answered so that the
// provider sends it again. A panic of a handler or hook is an error like others;
// a handler that ends its goroutine leaves its client without an answer.
//
// A handler that ignores the end of its context is not given up: it keeps its
// place among the deliveries in flight until it returns. Its client is told 503
// at the deadline all the same, and sends the delivery again.
//
// The zero Receiver refuses everything, since no secret is set. The fields are
// not to be changed once it is in use, nor is it to be copied.
type Receiver struct {
	// Handlers is what deliveries go to. It must be set.
	Handlers *Handlers

	// Secrets are what the sender may prove itself with: more than one while a
	// secret is being changed.
	Secrets []Secret

	//webhookgen:only secret

	// SecretsFor returns more of them, by registration. It is given the
	// envelope alone, as it stands in the body, without action, payload and
	// secret; of a handshake, which has none, an empty one. The envelope is not
	// proved yet: look up by it, keep nothing of it. Anyone can cause as many
	// calls as requests, and they do not count as in flight: keep to the end of
	// ctx, which Timeout sets. An error is answered with 503, no secrets with 401.
	SecretsFor func(ctx context.Context, envelope *Delivery) ([]Secret, error)

	//webhookgen:end
	//webhookgen:only header

	// SecretsForHeader returns more of them. It is given the header of the
	// request without the secret or signature. The header is not proved yet: look
	// up by it, keep nothing of it. What the path says can come in ctx, from a
	// handler around the receiver. Anyone can cause as many calls as requests,
	// and they do not count as in flight: keep to the end of ctx, which Timeout
	// sets. An error is answered with 503, no secrets with 401.
	SecretsForHeader func(ctx context.Context, header http.Header) ([]Secret, error)

	//webhookgen:end
	//webhookgen:only timestamp

	// Tolerance is how far the timestamp of a signature may be from now, on both
	// sides; that of the specification if not set. Deliveries that Handle takes
	// from a queue may need more.
	Tolerance time.Duration
	// Now is the clock that timestamps are compared with; time.Now if not set.
	Now func() time.Time

	//webhookgen:end

	// NoProof accepts deliveries from anyone. Set it if something in front of
	// the receiver proves the sender, or if nothing can.
	NoProof bool

	// Limits bounds what one body may cost; Size is 1 MiB if not set.
	Limits Limits
	// Gzip accepts bodies that are compressed. Limits.Size then bounds the
	// compressed body and the decompressed one.
	Gzip bool
	// Timeout is how long an answer may take from the arrival of the request
	// on; most of the provider's own timeout if not set.
	Timeout time.Duration
	// InFlight is how many deliveries are handled at once; 512 if not set.
	// What comes beyond them is answered with 503.
	InFlight int

	// Duplicates has deliveries that were handled before acknowledged without
	// handling them again. See Digest for how they are told apart.
	Duplicates Deduplicator
	// Digest tells duplicates by a digest of the body less the secret, where
	// deliveries have no identifier. It finds the retry of a delivery if that
	// is the same to the byte, and cannot promise more: two events with equal
	// bodies (a tag set, removed, and set again) look like one, and the later
	// is lost. Use it only where an equal body means an equal event.
	Digest bool

	// Middleware goes around every handler, the first outermost.
	Middleware []Middleware
	// ActionMiddleware goes around the handler of one action, inside of
	// Middleware.
	ActionMiddleware map[Action][]Middleware

	// OnInvalid is given each delivery that is not what the specification says.
	// It would be the same on the next retry, so it is acknowledged if the hook
	// has kept it, and else refused with 422.
	OnInvalid func(ctx context.Context, invalid *InvalidDelivery) (kept bool)
	// OnReport is told what became of each request, before its answer is sent:
	// it must not block. Most of what it is told of may be refused requests.
	OnReport func(ctx context.Context, report *ReceiverReport)
	// Drift collects what the provider sends and the specification does not know.
	Drift *Drift
	// Logger is slog.Default() if not set.
	Logger *slog.Logger

	once    sync.Once
	config  receiverConfig
	flight  flight
	refused refusals
}

// receiverConfig is what a Receiver makes of its fields before it is used.
type receiverConfig struct {
	handle  HandlerFunc
	actions map[Action]HandlerFunc
	limits  Limits
	timeout time.Duration
	logger  *slog.Logger
	err     error
}

// Check returns an error if the receiver would refuse every delivery. Call it
// before you serve.
func (r *Receiver) Check() error {
	r.configure()
	switch {
	case r.config.err != nil:
		return r.config.err
	case r.NoProof:
		return nil
	case contract.challenge == "":
		return errors.New("receiver: nothing in a delivery proves its sender: set NoProof to accept it from anyone")
	case !r.looksUp() && !slices.ContainsFunc(r.Secrets, isUsable):
		return errors.New("receiver: no secret is set that can prove a sender")
	}
	return nil
}

// configure fills in the defaults when the receiver is first used.
func (r *Receiver) configure() {
	r.once.Do(func() {
		c := &r.config
		if c.limits = r.Limits; c.limits.Size <= 0 {
			c.limits.Size = 1 << 20
		}
		if c.timeout = r.Timeout; c.timeout <= 0 {
			c.timeout = contract.answerWithin()
		}
		if c.logger = r.Logger; c.logger == nil {
			c.logger = slog.Default()
		}
		if r.flight.limit = r.InFlight; r.flight.limit <= 0 {
			r.flight.limit = 512
		}
		switch {
		case r.Handlers == nil:
			c.err = errors.New("receiver: Handlers is not set")
		case r.Duplicates != nil && !contract.identified && !r.Digest:
			c.err = errors.New("receiver: nothing identifies a delivery: leave Duplicates unset, or set Digest")
		default:
			r.chain()
		}
	})
}

// chain puts the middleware around the handlers.
func (r *Receiver) chain() {
	c := &r.config
	c.actions = map[Action]HandlerFunc{}
	for action, around := range r.ActionMiddleware {
		c.actions[action] = wrap(r.Handlers.Dispatch, around)
	}
	c.handle = r.Handlers.Dispatch
	if len(c.actions) > 0 {
		c.handle = func(ctx context.Context, d *Delivery) error {
			if handle := c.actions[d.Action]; handle != nil {
				return handle(ctx, d)
			}
			return r.Handlers.Dispatch(ctx, d)
		}
	}
	c.handle = wrap(c.handle, r.Middleware)
}

func wrap(handle HandlerFunc, around []Middleware) HandlerFunc {
	for i := len(around) - 1; i >= 0; i-- {
		handle = around[i](handle)
	}
	return handle
}
