package runtime

import (
	"context"
	"errors"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

type keyOfTest struct{}

// contextPair is a deadlineContext and what it stands for, to be told apart by
// nothing.
type contextPair struct {
	ours   *deadlineContext
	theirs context.Context
	end    func()
}

func pairOf(parent context.Context, deadline time.Time) contextPair {
	ours := &deadlineContext{Context: parent, deadline: deadline}
	theirs, cancel := context.WithDeadline(parent, deadline)
	return contextPair{ours, theirs, func() { ours.end(); cancel() }}
}

// equal compares what can be asked of a context without waiting.
func (p contextPair) equal(t *testing.T) {
	t.Helper()
	if a, b := p.ours.Err(), p.theirs.Err(); a != b {
		t.Errorf("Err: %v, want %v", a, b)
	}
	if a, b := context.Cause(p.ours), context.Cause(p.theirs); a != b {
		t.Errorf("Cause: %v, want %v", a, b)
	}
	a, given := p.ours.Deadline()
	b, wanted := p.theirs.Deadline()
	if !a.Equal(b) || given != wanted {
		t.Errorf("Deadline: %v, want %v", a, b)
	}
	if a, b := p.ours.Value(keyOfTest{}), p.theirs.Value(keyOfTest{}); a != b {
		t.Errorf("Value: %v, want %v", a, b)
	}
}

func TestDeadlineContext(t *testing.T) {
	errGone := errors.New("the client has gone")
	soon, past := time.Now().Add(time.Hour), time.Now().Add(-time.Hour)
	parent := context.WithValue(context.Background(), keyOfTest{}, "value")
	tests := map[string]func(t *testing.T) contextPair{
		"running": func(*testing.T) contextPair { return pairOf(parent, soon) },
		"past":    func(*testing.T) contextPair { return pairOf(parent, past) },
		"ended": func(*testing.T) contextPair {
			p := pairOf(parent, soon)
			p.end()
			return p
		},
		"ended after a wait": func(*testing.T) contextPair {
			p := pairOf(parent, soon)
			p.ours.Done()
			p.end()
			return p
		},
		"past and then ended": func(*testing.T) contextPair {
			p := pairOf(parent, past)
			p.ours.Done()
			p.end()
			return p
		},
		"parent cancelled": func(*testing.T) contextPair {
			parent, cancel := context.WithCancelCause(parent)
			p := pairOf(parent, soon)
			cancel(errGone)
			return p
		},
		"parent ends first": func(t *testing.T) contextPair {
			parent, cancel := context.WithDeadline(parent, soon.Add(-time.Minute))
			t.Cleanup(cancel)
			return pairOf(parent, soon)
		},
	}
	for name, make := range tests {
		t.Run(name, func(t *testing.T) {
			p := make(t)
			defer p.end()
			p.equal(t)
			derived, cancel := context.WithCancel(p.ours)
			defer cancel()
			if a, b := derived.Err(), p.theirs.Err(); a != b {
				t.Errorf("a derived context: Err %v, want %v", a, b)
			}
			p.equal(t)
			p.end()
			p.equal(t)
			if derived.Err() == nil {
				t.Error("a derived context goes on after the end")
			}
		})
	}
}

// Whoever waits is woken by the deadline, the parent or the end, also by
// several at once.
func TestDeadlineContextWakes(t *testing.T) {
	for name, wake := range map[string]func(c *deadlineContext, parent context.CancelFunc){
		"deadline": func(*deadlineContext, context.CancelFunc) {},
		"parent":   func(_ *deadlineContext, cancel context.CancelFunc) { cancel() },
		"end":      func(c *deadlineContext, _ context.CancelFunc) { c.end() },
	} {
		t.Run(name, func(t *testing.T) {
			parent, cancel := context.WithCancel(context.Background())
			defer cancel()
			c := &deadlineContext{Context: parent, deadline: time.Now().Add(20 * time.Millisecond)}
			defer c.end()
			var waiting sync.WaitGroup
			for range 4 {
				waiting.Add(1)
				go func() {
					defer waiting.Done()
					if c.Err() == nil {
						<-c.Done()
					}
					if c.Err() == nil {
						t.Error("awake without a reason")
					}
				}()
			}
			wake(c, cancel)
			waiting.Wait()
		})
	}
}

// An alarm is used again only if it did not go off.
func TestAlarm(t *testing.T) {
	var calm, alarmed answer
	w := httptest.NewRecorder()
	alarmed.w = w
	calm.setAlarm(time.Now().Add(time.Hour)).stop()
	late := alarmed.setAlarm(time.Now())
	for alarmed.take() { // until it has been taken from us
		alarmed.mu.Lock()
		alarmed.taken = false
		alarmed.mu.Unlock()
		time.Sleep(time.Millisecond)
	}
	late.stop()
	if w.Code != 503 || calm.taken {
		t.Errorf("status %d; the answer of the calm one is taken: %v", w.Code, calm.taken)
	}
}
