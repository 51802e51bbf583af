package runtime

import (
	"context"
	"errors"
	"net/http"
	"runtime/debug"
	"time"
)

// exchange is one delivery on its way through a Receiver.
type exchange struct {
	r        *Receiver
	ctx      deadlineContext
	report   ReceiverReport
	delivery *Delivery        // less its secret
	invalid  *InvalidDelivery // nil if it is valid
	key      string           // by which duplicates are told, or ""
	secret   string
	inFlight bool
	finished bool
	answer   answer // if it came over HTTP

	skipped func(*Delivery) error // why a payload was passed over; for pushes
}

// InvalidDelivery is a delivery whose sender is proved and that is not what the
// specification says.
type InvalidDelivery struct {
	Delivery *Delivery // its envelope; nil if that is at fault too
	Err      error     // *ValidationError, or *NoPushError for a push
	Body     []byte    // its JSON as it came, less the secret
}

// refuse notes why the delivery goes no further.
func (x *exchange) refuse(o ReceiverOutcome) *bodyBuffer {
	x.report.Outcome = o
	return nil
}

// accept checks the syntax, the sender and the content of a body. It says
// whether there is something to deliver.
func (x *exchange) accept(ctx context.Context, header http.Header, body []byte) bool {
	d := decoders.Get().(*decoder)
	defer d.release()
	if !d.loadBody(header, body, x.r.config.limits) {
		x.report.Err = d.syntaxError()
		x.refuse(OutcomeMalformed)
		return false
	}
	at, ok := x.proveBody(ctx, d)
	if !ok {
		return false
	}
	return x.decode(d, at, func() (*Delivery, reader) { return d.fresh(header) })
}

// decode decodes the text that d has loaded into what fresh returns. The
// delivery has something to deliver even if it is invalid: see OnInvalid.
func (x *exchange) decode(d *decoder, at opened, fresh func() (*Delivery, reader)) bool {
	d.restart()
	v, into := fresh()
	err := d.decodeLoaded(into)
	if err == nil && d.await.skip {
		err = x.skipped(v)
	}
	v, err = v.orSound(d, err)
	if _, syntax := err.(*SyntaxError); syntax {
		x.report.Err = err
		x.refuse(OutcomeMalformed)
		return false
	}
	if v != nil {
		v.redactProof()
		x.report.Action = v.Action
	}
	if err != nil {
		x.invalid = &InvalidDelivery{Delivery: v, Err: err, Body: d.redactedBody(at, x.secret)}
		return true
	}
	if h, ok := v.Payload.(interface{ challenge() string }); ok {
		x.answer.text = h.challenge()
		x.refuse(OutcomeHandshake)
		return false
	}
	x.delivery = v
	if x.r.Duplicates != nil {
		x.key = x.keyOf(d, at)
	}
	if x.r.Drift != nil {
		_, again := fresh()
		x.r.Drift.add(v.Action, d.driftIn(again), x.secret)
	}
	return true
}

// deliver takes the delivery to its handler, or to the hook for invalid ones.
func (x *exchange) deliver(ctx context.Context) {
	if o := x.r.flight.enter(); o != "" {
		x.refuse(o)
		return
	}
	x.inFlight = true
	returned := false
	defer func() {
		if v := recover(); !returned { // v is nil if the handler has ended its goroutine
			x.report.Outcome, x.report.Err, x.report.Stack = OutcomePanicked, &PanicError{Value: v}, debug.Stack()
		}
	}()
	switch {
	case x.invalid != nil:
		x.offer(ctx)
	case x.key != "":
		x.once(ctx)
	default:
		x.handle(ctx)
	}
	returned = true
}

// leave gives the place among the deliveries in flight back.
func (x *exchange) leave(ctx context.Context, started time.Time) {
	if x.inFlight {
		x.finish(ctx, started) // nobody has if a handler has ended the goroutine
		x.r.flight.leave()
	}
}

// offer gives an invalid delivery to the hook.
func (x *exchange) offer(ctx context.Context) {
	x.report.Outcome = OutcomeInvalid
	x.report.Err = x.invalid.Err
	var invalid *ValidationError
	if errors.As(x.invalid.Err, &invalid) {
		x.report.Violations = redactViolations(invalid.Violations, x.secret)
		x.report.Err = &ValidationError{Violations: x.report.Violations, More: invalid.More, Partial: invalid.Partial}
		x.invalid.Err = x.report.Err
	}
	if x.r.OnInvalid != nil && x.r.OnInvalid(ctx, x.invalid) {
		x.report.Outcome, x.report.Err = OutcomeKept, nil
	}
}

// handle calls the handler.
func (x *exchange) handle(ctx context.Context) {
	err := x.r.config.handle(ctx, x.delivery)
	x.report.Outcome, x.report.Err = outcomeOf(err), err
	switch {
	case err == nil && !x.r.Handlers.handles(x.delivery.Payload):
		x.report.Outcome = OutcomeIgnored
	case x.report.Outcome == OutcomeFailed && errors.Is(ctx.Err(), context.DeadlineExceeded):
		x.report.Outcome = OutcomeTimedOut
	}
}

// finish reports what became of the delivery, once.
func (x *exchange) finish(ctx context.Context, started time.Time) {
	if x.finished {
		return
	}
	x.finished = true
	x.report.Duration = time.Since(started)
	x.report.Status = x.report.Outcome.status()
	if !x.report.Outcome.proved() {
		x.report.Action = ""
	} else if !x.report.Action.Known() {
		x.report.Action = Action(redactIn(string(x.report.Action), x.secret))
	}
	x.r.tell(ctx, x)
}
