package runtime

import (
	"context"
	"time"
)

// ClaimState is what a Deduplicator knows of a key.
type ClaimState int

// The states of a key.
const (
	ClaimTaken ClaimState = iota // it was free and is now the caller's
	ClaimBusy                    // someone else has it
	ClaimDone                    // it was committed
)

// Deduplicator remembers which deliveries were handled. One that several
// receivers share must be safe for that, and should let claims lapse whose
// owner has gone.
type Deduplicator interface {
	// Claim takes key for a delivery that is about to be handled.
	Claim(ctx context.Context, key string) (ClaimState, error)
	// Commit notes that the delivery whose key was claimed is handled.
	Commit(ctx context.Context, key string) error
	// Release gives up a claim: the delivery was not handled.
	Release(ctx context.Context, key string) error
}

// settleTime is how long noting the end of a delivery may take, also where
// that delivery has used up its own time.
const settleTime = 5 * time.Second

// keyOf returns the key of the delivery that d has read, or "" if it has none.
func (x *exchange) keyOf(d *decoder, at opened) string {
	switch {
	case x.r.Digest:
		return d.digest(at, x.delivery.Action)
	case x.skipped != nil:
		return "" // a push: the identifier is a webhook's
	}
	return x.delivery.deliveryID()
}

// once handles the delivery unless that was done before or is being done.
func (x *exchange) once(ctx context.Context) {
	state, err := x.r.Duplicates.Claim(ctx, x.key)
	switch {
	case err != nil:
		x.report.Outcome, x.report.Err = OutcomeUnavailable, err
		return
	case state == ClaimDone:
		x.refuse(OutcomeDuplicate)
		return
	case state != ClaimTaken:
		x.refuse(OutcomeConcurrent)
		return
	}
	handled := false
	defer func() { x.settle(ctx, handled) }() // also after a panic
	x.handle(ctx)
	handled = x.report.Outcome.acknowledged()
}

// settle commits or releases the claim. That it fails does not undo what the
// handler did, and is reported beside it.
func (x *exchange) settle(ctx context.Context, handled bool) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settleTime)
	defer cancel()
	note := x.r.Duplicates.Release
	if handled {
		note = x.r.Duplicates.Commit
	}
	if err := unpanicked(func() error { return note(ctx, x.key) }); err != nil && x.report.Err == nil {
		x.report.Err = err
	}
}
