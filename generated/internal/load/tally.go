package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/livechat/livechattest"
)

// tally counts what handlers did, and what the receiver says of it.
type tally struct {
	calls, succeeded, failed, panicked atomic.Int64

	mu       sync.Mutex
	outcomes map[livechat.ReceiverOutcome]int64
	statuses map[int]int64
	drift    livechat.Drift
}

var errLoad = errors.New("a failure of the load test")

// receiver returns a receiver whose handlers fail 5 % of the time and panic
// 0.1 % of it.
func (t *tally) receiver() *livechat.Receiver {
	t.outcomes, t.statuses = map[livechat.ReceiverOutcome]int64{}, map[int]int64{}
	var recorder livechattest.Recorder
	return &livechat.Receiver{
		Handlers:   recorder.Handlers(),
		Secrets:    []livechat.Secret{"the next secret", livechattest.Secret},
		Middleware: []livechat.Middleware{func(livechat.HandlerFunc) livechat.HandlerFunc { return t.handle }},
		OnReport:   t.report,
		Drift:      &t.drift,
	}
}

func (t *tally) handle(context.Context, *livechat.Delivery) error {
	switch n := t.calls.Add(1); {
	case n%1000 == 0:
		t.panicked.Add(1)
		panic("a panic of the load test")
	case n%20 == 7:
		t.failed.Add(1)
		return errLoad
	}
	t.succeeded.Add(1)
	return nil
}

func (t *tally) report(_ context.Context, r *livechat.ReceiverReport) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.outcomes[r.Outcome]++
	t.statuses[r.Status]++
}

// print says what was counted on both sides.
func (t *tally) print(client *result, before, after level) {
	seconds := float64(client.Micros) / 1e6
	fmt.Printf("%d requests in %.1f s: %.0f a second\n", client.Requests, seconds, float64(client.Requests)/seconds)
	fmt.Printf("latency: p50 %d µs, p99 %d µs, longest %d µs\n", client.P50, client.P99, client.Max)
	fmt.Printf("handlers: %d succeeded, %d failed, %d panicked\n", t.succeeded.Load(), t.failed.Load(), t.panicked.Load())
	for _, o := range slices.Sorted(maps.Keys(t.outcomes)) {
		fmt.Printf("  reported %-18s %d\n", o, t.outcomes[o])
	}
	for _, status := range slices.Sorted(maps.Keys(t.statuses)) {
		fmt.Printf("  answered %d: server %d, client %d\n", status, t.statuses[status], client.Statuses[strconv.Itoa(status)])
	}
	fmt.Printf("client errors: connect %d, read %d, write %d, timeout %d\n", client.Connect, client.Read, client.Write, client.Timeout)
	fmt.Printf("heap at rest: %d KiB before, %d KiB after; goroutines: %d before, %d after\n",
		before.heap>>10, after.heap>>10, before.goroutines, after.goroutines)
}

// compare returns an error unless what was acknowledged was handled, exactly
// as reported. The client misses the answers under way when it stops: at most
// one a connection.
func (t *tally) compare(client *result, connections int, before, after level) error {
	var faults []error
	want := func(what string, got, want int64) {
		if got != want {
			faults = append(faults, fmt.Errorf("%s: %d, want %d", what, got, want))
		}
	}
	want("reported handled", t.outcomes[livechat.OutcomeHandled], t.succeeded.Load())
	want("reported failed", t.outcomes[livechat.OutcomeFailed], t.failed.Load())
	want("reported panicked", t.outcomes[livechat.OutcomePanicked], t.panicked.Load())
	want("acknowledged", t.statuses[200], t.succeeded.Load())
	missed := int64(0)
	for status, sent := range t.statuses {
		received := client.Statuses[strconv.Itoa(status)]
		if received > sent {
			faults = append(faults, fmt.Errorf("the client received %d answers %d, and %d were sent", received, status, sent))
		}
		missed += sent - received
	}
	if missed > int64(connections) {
		faults = append(faults, fmt.Errorf("the client misses %d answers", missed))
	}
	if after.heap > before.heap+8<<20 {
		faults = append(faults, fmt.Errorf("the heap has grown by %d KiB", (after.heap-before.heap)>>10))
	}
	if after.goroutines > before.goroutines {
		faults = append(faults, fmt.Errorf("%d goroutines are left", after.goroutines-before.goroutines))
	}
	return errors.Join(faults...)
}
