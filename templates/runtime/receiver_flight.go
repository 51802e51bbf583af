package runtime

import (
	"context"
	"fmt"
	"sync"
)

// flight counts the deliveries that are being handled.
type flight struct {
	mu      sync.Mutex
	limit   int
	count   int
	closing bool
	landed  chan struct{} // closed when the last one lands after Shutdown
}

// enter takes a place, unless the outcome says why not.
func (f *flight) enter() ReceiverOutcome {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case f.closing:
		return OutcomeClosing
	case f.count >= f.limit:
		return OutcomeOverloaded
	}
	f.count++
	return ""
}

func (f *flight) leave() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.count--; f.count == 0 && f.closing {
		close(f.landed)
	}
}

// close lets nothing enter any more and returns a channel that is closed when
// nothing is left.
func (f *flight) close() <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.closing {
		f.closing, f.landed = true, make(chan struct{})
		if f.count == 0 {
			close(f.landed)
		}
	}
	return f.landed
}

func (f *flight) number() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.count
}

// InFlightNow returns how many deliveries are being handled.
func (r *Receiver) InFlightNow() int { return r.flight.number() }

// Shutdown refuses further deliveries with 503 and waits until those in flight
// are handled and answered. After it has returned nil, nothing is handled. If
// ctx ends first, it returns an error that says how many are left. Call it
// after Shutdown of the http.Server, which waits for the answers to be sent, or
// before it to turn deliveries away early.
func (r *Receiver) Shutdown(ctx context.Context) error {
	landed := r.flight.close()
	select {
	case <-landed:
		return nil
	case <-ctx.Done():
	}
	select {
	case <-landed:
		return nil
	default:
		return fmt.Errorf("receiver: %d deliveries are still being handled: %w", r.flight.number(), ctx.Err())
	}
}
