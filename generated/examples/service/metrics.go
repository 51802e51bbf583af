package service

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"sync"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// Metrics counts requests by outcome, in the text that Prometheus reads. With
// its client library, see the example beside this one.
type Metrics struct {
	mu     sync.Mutex
	counts map[livechat.ReceiverOutcome]int
}

// report is for livechat.Receiver.OnReport, which must not block.
func (m *Metrics) report(_ context.Context, r *livechat.ReceiverReport) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.counts == nil {
		m.counts = map[livechat.ReceiverOutcome]int{}
	}
	m.counts[r.Outcome]++
}

// ServeHTTP writes the counts.
func (m *Metrics) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, o := range slices.Sorted(maps.Keys(m.counts)) {
		fmt.Fprintf(w, "webhook_deliveries_total{outcome=%q} %d\n", o, m.counts[o])
	}
}

// Kept holds deliveries that are not what the specification says, for a person
// to look at. It keeps what fits, and has the others refused.
type Kept struct {
	mu     sync.Mutex
	bodies [][]byte
}

const mostKept = 100

// keep is for livechat.Receiver.OnInvalid.
func (k *Kept) keep(_ context.Context, invalid *livechat.InvalidDelivery) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.bodies) >= mostKept {
		return false
	}
	k.bodies = append(k.bodies, invalid.Body)
	return true
}

// Bodies returns what was kept, less the secret.
func (k *Kept) Bodies() [][]byte {
	k.mu.Lock()
	defer k.mu.Unlock()
	return slices.Clone(k.bodies)
}
