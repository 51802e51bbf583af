package runtime

import (
	linked "container/list"
	"context"
	"sync"
	"time"
)

// MemoryDeduplicator is a Deduplicator for one process. It forgets a key after
// some time, and the oldest when there are too many. Claims are never
// forgotten: there are as many as deliveries in flight.
type MemoryDeduplicator struct {
	mu    sync.Mutex
	size  int
	ttl   time.Duration
	now   func() time.Time
	keys  map[string]*linked.Element // nil while claimed
	order *linked.List               // of committed keys, oldest first
}

// committedKey is an element of MemoryDeduplicator.order.
type committedKey struct {
	key string
	at  time.Time
}

// NewMemoryDeduplicator returns a Deduplicator that remembers up to size
// deliveries for ttl: longer than the provider goes on sending retries.
func NewMemoryDeduplicator(size int, ttl time.Duration) *MemoryDeduplicator {
	return &MemoryDeduplicator{
		size: max(size, 1), ttl: ttl, now: time.Now,
		keys: map[string]*linked.Element{}, order: linked.New(),
	}
}

// Claim takes key unless it is known.
func (m *MemoryDeduplicator) Claim(_ context.Context, key string) (ClaimState, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.forget()
	switch element, known := m.keys[key]; {
	case !known:
		m.keys[key] = nil
		return ClaimTaken, nil
	case element == nil:
		return ClaimBusy, nil
	}
	return ClaimDone, nil
}

// Commit notes that the delivery is handled.
func (m *MemoryDeduplicator) Commit(_ context.Context, key string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if element, known := m.keys[key]; known && element == nil {
		m.keys[key] = m.order.PushBack(committedKey{key, m.now()})
	}
	m.forget()
	return nil
}

// Release gives up a claim.
func (m *MemoryDeduplicator) Release(_ context.Context, key string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if element, known := m.keys[key]; known && element == nil {
		delete(m.keys, key)
	}
	return nil
}

// forget drops what is too old or too much.
func (m *MemoryDeduplicator) forget() {
	for oldest := m.order.Front(); oldest != nil; oldest = m.order.Front() {
		c := oldest.Value.(committedKey)
		if m.order.Len() <= m.size && m.now().Sub(c.at) < m.ttl {
			return
		}
		m.order.Remove(oldest)
		delete(m.keys, c.key)
	}
}
