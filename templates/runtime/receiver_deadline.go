package runtime

import (
	"context"
	"sync"
	"time"
)

// deadlineContext ends at its deadline, as one of context.WithDeadline does. It
// makes one of those when somebody waits for its end: few handlers do.
type deadlineContext struct {
	context.Context // that it is part of
	deadline        time.Time

	mu     sync.Mutex
	made   context.Context // nil until somebody waits
	cancel context.CancelFunc
	over   bool
}

// end cancels the context, once its delivery is handled.
func (c *deadlineContext) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.over = true
	if c.made != nil {
		c.cancel()
	}
}

func (c *deadlineContext) Deadline() (time.Time, bool) {
	if earlier, ok := c.Context.Deadline(); ok && earlier.Before(c.deadline) {
		return earlier, true
	}
	return c.deadline, true
}

func (c *deadlineContext) Done() <-chan struct{} { return c.make().Done() }

func (c *deadlineContext) Err() error {
	if c.running() {
		return nil
	}
	return c.make().Err()
}

// Value lets what is derived from this context find the one that it makes.
func (c *deadlineContext) Value(key any) any {
	if c.running() {
		return c.Context.Value(key)
	}
	return c.make().Value(key)
}

// running says whether nobody waits for the end, and it has not come.
func (c *deadlineContext) running() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.made == nil && !c.over && c.Context.Err() == nil && time.Now().Before(c.deadline)
}

// make returns the context that all others agree with from now on.
func (c *deadlineContext) make() context.Context {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.made == nil {
		c.made, c.cancel = context.WithDeadline(c.Context, c.deadline)
		if c.over {
			c.cancel()
		}
	}
	return c.made
}

// alarm answers requests at their deadline. It is used again, since a timer
// costs more to make than to set.
type alarm struct {
	timer *time.Timer
	a     *answer
}

var alarms = sync.Pool{New: func() any {
	a := new(alarm)
	a.timer = time.AfterFunc(time.Hour, func() { a.a.late() })
	a.timer.Stop()
	return a
}}

// setAlarm has a answer at the deadline.
func (a *answer) setAlarm(deadline time.Time) *alarm {
	l := alarms.Get().(*alarm)
	l.a = a
	l.timer.Reset(time.Until(deadline))
	return l
}

// stop ends the wait. An alarm that has gone off, or is about to, is left to
// itself.
func (l *alarm) stop() {
	if l.timer.Stop() {
		l.a = nil
		alarms.Put(l)
	}
}
