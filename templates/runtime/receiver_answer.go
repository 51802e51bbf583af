package runtime

import (
	"net/http"
	"strconv"
	"sync"
	"time"
)

// answer is the one answer to a request. It is made by the goroutine of the
// request, or at the deadline while the handler is still running: by the first
// that takes it.
type answer struct {
	w     http.ResponseWriter
	mu    sync.Mutex
	taken bool
	text  string // of the answer to a handshake
}

// take says whether the answer is the caller's to make.
func (a *answer) take() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	mine := !a.taken
	a.taken = true
	return mine
}

// late answers at the deadline. The connection is closed behind the answer,
// since it is busy until the handler returns.
func (a *answer) late() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.taken {
		return
	}
	a.taken = true
	a.w.Header().Set("Connection", "close")
	a.write(OutcomeTimedOut)
	c := http.NewResponseController(a.w)
	_ = c.SetWriteDeadline(time.Now().Add(settleTime)) // a client that reads nothing must not hold the handler's place
	_ = c.Flush()                                      // what cannot flush answers when the handler returns
}

// write sends the answer for an outcome.
func (a *answer) write(o ReceiverOutcome) {
	status := o.status()
	text := a.text
	if o != OutcomeHandshake {
		if o.acknowledged() {
			a.w.WriteHeader(status)
			return
		}
		text = outcomeTable[o].text + "\n"
	}
	h := a.w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(text)))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	switch o {
	case OutcomeMethod:
		h.Set("Allow", http.MethodPost)
	case OutcomeUnproved:
		h.Set("WWW-Authenticate", `Secret realm="`+contract.provider+`"`)
	case OutcomeTooLarge, OutcomeSlow, OutcomeBroken, OutcomeType, OutcomeEncoding:
		h.Set("Connection", "close") // the rest of the body is not waited for
	}
	if status == http.StatusServiceUnavailable {
		h.Set("Retry-After", contract.retryAfter())
	}
	a.w.WriteHeader(status)
	_, _ = a.w.Write([]byte(text)) // a client that has gone needs no answer
}

// setReadDeadline bounds how long the body of a request may take, where the
// connection can be told.
func setReadDeadline(w http.ResponseWriter, t time.Time) {
	for w != nil {
		if c, ok := w.(interface{ SetReadDeadline(time.Time) error }); ok {
			_ = c.SetReadDeadline(t)
			return
		}
		u, ok := w.(interface{ Unwrap() http.ResponseWriter })
		if !ok {
			return
		}
		w = u.Unwrap()
	}
}
