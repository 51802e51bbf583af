package kit

import (
	"context"
	"sync"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// Recorder is a set of handlers that keep what they are given. It is safe for
// use by several goroutines.
type Recorder struct {
	mu         sync.Mutex
	deliveries []*hooks.Delivery
	err        error
}

// Deliveries returns what was handled, in order.
func (r *Recorder) Deliveries() []*hooks.Delivery {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]*hooks.Delivery(nil), r.deliveries...)
}

// Fail has the handlers return err from now on; nil has them succeed again.
func (r *Recorder) Fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.err = err
}

// recording returns a handler that keeps what it is given. Inlined, it would be
// compiled once for each action.
//
//go:noinline
func recording[P any](r *Recorder) func(context.Context, *hooks.Delivery, P) error {
	return func(_ context.Context, d *hooks.Delivery, _ P) error {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.deliveries = append(r.deliveries, d)
		return r.err
	}
}
