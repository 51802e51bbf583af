package runtime

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"sync"
	"time"
)

// ReceiverReport is what became of one request or delivery.
type ReceiverReport struct {
	Outcome    ReceiverOutcome
	Status     int           // of the answer; what it would be for Handle and HandlePush
	Action     Action        // "" unless the sender is proved and the envelope is sound
	Duration   time.Duration // from the arrival of the request on
	Violations []Violation   // of an invalid delivery
	Err        error         // of the handler or of what else failed; *ProofError for a refused sender
	Stack      []byte        // of a handler that panicked
}

// PanicError is the error of a handler or hook that panicked. Value is nil if
// it ended its goroutine by runtime.Goexit, as Fatal of a test does.
type PanicError struct{ Value any }

func (e *PanicError) Error() string {
	if e.Value == nil {
		return "the goroutine was ended"
	}
	return fmt.Sprintf("panic: %v", e.Value)
}

// unpanicked returns what f returns, and a panic of f as an error.
func unpanicked(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{Value: v}
		}
	}()
	return f()
}

// tell writes the log and calls the hook. What they break is their own: the
// delivery has been handled, or has not, and is answered so.
func (r *Receiver) tell(ctx context.Context, x *exchange) {
	err := unpanicked(func() error { r.log(ctx, x); return nil })
	if r.OnReport != nil {
		err = errors.Join(err, unpanicked(func() error { r.OnReport(ctx, &x.report); return nil }))
	}
	if err != nil {
		_ = unpanicked(func() error {
			r.config.logger.ErrorContext(ctx, "Logger or OnReport panicked", "error", redactIn(err.Error(), x.secret))
			return nil
		})
	}
}

// log writes at most one line about a delivery. What is not proved is counted,
// and mentioned whenever the count has doubled.
func (r *Receiver) log(ctx context.Context, x *exchange) {
	logger, report := r.config.logger, &x.report
	if !report.Outcome.proved() {
		if n := r.refused.add(report.Outcome); n&(n-1) == 0 {
			attrs := []slog.Attr{slog.String("outcome", string(report.Outcome)), slog.Int64("count", n)}
			if report.Outcome == OutcomeUnset || report.Outcome == OutcomeUnavailable {
				attrs = append(attrs, slog.Any("error", report.Err))
			}
			logger.LogAttrs(ctx, slog.LevelWarn, "requests refused", attrs...)
		}
		return
	}
	level := levelOf(report)
	if !logger.Enabled(ctx, level) {
		return
	}
	attrs := []slog.Attr{slog.String("outcome", string(report.Outcome)), slog.Duration("duration", report.Duration)}
	if x.delivery != nil {
		attrs = append(attrs, slog.Attr{Key: "delivery", Value: redactGroup(x.delivery.LogValue(), x.secret)})
	} else {
		attrs = append(attrs, slog.String("action", string(report.Action)))
	}
	if report.Err != nil {
		attrs = append(attrs, slog.String("error", redactIn(report.Err.Error(), x.secret)))
	}
	if report.Stack != nil {
		attrs = append(attrs, slog.String("stack", string(report.Stack)))
	}
	logger.LogAttrs(ctx, level, "delivery", attrs...)
}

// redactGroup returns the attributes of a delivery without the secret, should
// it stand in a member that is not secret.
func redactGroup(v slog.Value, secret string) slog.Value {
	if v.Kind() != slog.KindGroup {
		return v
	}
	attrs := append([]slog.Attr(nil), v.Group()...)
	for i, a := range attrs {
		if a.Value.Kind() == slog.KindString {
			attrs[i].Value = slog.StringValue(redactIn(a.Value.String(), secret))
		}
	}
	return slog.GroupValue(attrs...)
}

func levelOf(report *ReceiverReport) slog.Level {
	switch report.Outcome {
	case OutcomeHandled, OutcomeIgnored, OutcomeDuplicate, OutcomeHandshake:
		if report.Err == nil {
			return slog.LevelDebug
		}
		return slog.LevelWarn
	case OutcomeFailed, OutcomePanicked, OutcomePermanent:
		return slog.LevelError
	}
	return slog.LevelWarn
}

// refusals counts the requests that were refused before the sender was proved.
type refusals struct {
	mu     sync.Mutex
	counts map[ReceiverOutcome]int64
}

func (r *refusals) add(o ReceiverOutcome) int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.counts == nil {
		r.counts = map[ReceiverOutcome]int64{}
	}
	r.counts[o]++
	return r.counts[o]
}

// Refused returns how many requests were refused before their sender was
// proved, by reason.
func (r *Receiver) Refused() map[ReceiverOutcome]int64 {
	r.refused.mu.Lock()
	defer r.refused.mu.Unlock()
	return maps.Clone(r.refused.counts)
}

// redactViolations returns violations in which no name is the secret.
func redactViolations(violations []Violation, secret string) []Violation {
	out := make([]Violation, len(violations))
	for i, v := range violations {
		v.Pointer, v.Member = redactIn(v.Pointer, secret), redactIn(v.Member, secret)
		out[i] = v
	}
	return out
}
