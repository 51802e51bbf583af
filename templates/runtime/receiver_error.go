package runtime

import "errors"

// PermanentError is an error of a handler that the next retry would not mend.
type PermanentError struct{ Err error }

func (e *PermanentError) Error() string { return e.Err.Error() }

// Unwrap returns the error as it was.
func (e *PermanentError) Unwrap() error { return e.Err }

// Permanent marks an error of a handler as one that a retry would not mend: the
// delivery is acknowledged, and reported as OutcomePermanent. Permanent(nil) is nil.
func Permanent(err error) error {
	if err == nil {
		return nil
	}
	return &PermanentError{Err: err}
}

// DeliveryError says why Handle or HandlePush did not handle a delivery.
type DeliveryError struct {
	Outcome ReceiverOutcome
	Err     error // of the handler, the parser or the Deduplicator; may be nil
}

func (e *DeliveryError) Error() string {
	if e.Err == nil {
		return "delivery: " + string(e.Outcome)
	}
	return "delivery: " + string(e.Outcome) + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *DeliveryError) Unwrap() error { return e.Err }

// Retry says whether the delivery can be handled at another time. If not, it
// is to be dropped or put aside.
func (e *DeliveryError) Retry() bool { return !outcomeTable[e.Outcome].final }

// outcomeOf returns the outcome of a handler that returned err.
func outcomeOf(err error) ReceiverOutcome {
	if err == nil {
		return OutcomeHandled
	}
	var permanent *PermanentError
	if errors.As(err, &permanent) {
		return OutcomePermanent
	}
	return OutcomeFailed
}
