package runtime

import "context"

// HandlePush takes a push message through the same middleware and handlers as
// a webhook. A push bears no proof: the connection that it came over is its
// proof. The error is that of Handle.
func (r *Receiver) HandlePush(ctx context.Context, message []byte) error {
	return r.handle(ctx, func(_ context.Context, x *exchange) bool {
		if len(message) > r.config.limits.Size {
			x.refuse(OutcomeTooLarge)
			return false
		}
		d := decoders.Get().(*decoder)
		defer d.release()
		d.load(message, r.config.limits)
		x.skipped = func(v *Delivery) error { return &NoPushError{Action: Action(v.Push.Name)} }
		return x.decode(d, opened{}, func() (*Delivery, reader) {
			v := d.newDelivery()
			v.Push = new(Push)
			return v, (*pushDelivery)(v)
		})
	})
}
