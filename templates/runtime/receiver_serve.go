package runtime

import (
	"context"
	"net/http"
	"time"
)

// ServeHTTP answers one request.
func (r *Receiver) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	r.configure()
	started := time.Now()
	deadline := started.Add(r.config.timeout)
	x := &exchange{r: r, answer: answer{w: w}}
	defer x.leave(q.Context(), started)
	if b := x.request(w, q, deadline); b != nil {
		x.serve(q.Context(), q.Header, b, deadline)
	}
	mine := x.answer.take()
	if !mine {
		x.report.Outcome = OutcomeTimedOut
	}
	x.finish(q.Context(), started)
	if mine {
		x.answer.write(x.report.Outcome)
	}
}

// serve takes a body to its handler. At the deadline it is answered, whether
// the handler has returned or not.
func (x *exchange) serve(ctx context.Context, header http.Header, b *bodyBuffer, deadline time.Time) {
	x.ctx = deadlineContext{Context: ctx, deadline: deadline}
	defer x.ctx.end()
	accepted := x.accept(&x.ctx, header, b.bytes)
	b.release()
	if accepted {
		late := x.answer.setAlarm(deadline)
		defer late.stop()
		x.deliver(&x.ctx)
	}
}

// request checks a request and returns its body, or nil with the outcome noted.
func (x *exchange) request(w http.ResponseWriter, q *http.Request, deadline time.Time) *bodyBuffer {
	if q.Method != http.MethodPost {
		return x.refuse(OutcomeMethod)
	}
	if o := x.r.checkHeader(q.Header, true); o != "" {
		return x.refuse(o)
	}
	if x.r.config.err != nil {
		x.report.Err = x.r.config.err
		return x.refuse(OutcomeUnset)
	}
	b := bodyBuffers.Get().(*bodyBuffer)
	setReadDeadline(w, deadline)
	if o := x.r.readBody(q, b); o != "" {
		b.release()
		return x.refuse(o)
	}
	setReadDeadline(w, time.Time{})
	return x.plain(q.Header, b)
}

// plain returns the body without its compression, or nil with the outcome noted.
func (x *exchange) plain(header http.Header, b *bodyBuffer) *bodyBuffer {
	if !isGzip(header) {
		return b
	}
	defer b.release()
	out := bodyBuffers.Get().(*bodyBuffer)
	if o := x.r.decompress(b.bytes, out); o != "" {
		out.release()
		return x.refuse(o)
	}
	return out
}

// Handle takes a delivery that did not come over HTTP, such as one from a
// queue, through the same checks, middleware and handlers. header is that of
// the request that brought it, with names as http.Header.Set writes them; it
// may be nil for JSON that is not compressed, if Parse does without it too.
// The error is nil if the delivery was handled or needs no handling, and else a
// *DeliveryError, which says whether to try again.
func (r *Receiver) Handle(ctx context.Context, header http.Header, body []byte) error {
	return r.handle(ctx, func(ctx context.Context, x *exchange) bool {
		if o := r.checkHeader(header, false); o != "" {
			x.refuse(o)
			return false
		}
		if len(body) > r.config.limits.Size {
			x.refuse(OutcomeTooLarge)
			return false
		}
		if !isGzip(header) {
			return x.accept(ctx, header, body)
		}
		b := x.plain(header, &bodyBuffer{bytes: body, borrowed: true})
		if b == nil {
			return false
		}
		defer b.release()
		return x.accept(ctx, header, b.bytes)
	})
}

// handle delivers what accept accepts.
func (r *Receiver) handle(ctx context.Context, accept func(context.Context, *exchange) bool) error {
	r.configure()
	started := time.Now()
	x := &exchange{r: r}
	defer x.leave(ctx, started)
	x.ctx = deadlineContext{Context: ctx, deadline: started.Add(r.config.timeout)}
	defer x.ctx.end()
	if r.config.err != nil {
		x.report.Err = r.config.err
		x.refuse(OutcomeUnset)
	} else if accept(&x.ctx, x) {
		x.deliver(&x.ctx)
	}
	x.finish(ctx, started)
	if o := x.report.Outcome; !o.acknowledged() || o == OutcomePermanent {
		return &DeliveryError{Outcome: o, Err: x.report.Err}
	}
	return nil
}
