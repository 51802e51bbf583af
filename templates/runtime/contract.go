package runtime

import (
	"slices"
	"strconv"
	"time"
)

// contractInfo is what the specification says about delivering: generated code
// fills one in.
type contractInfo struct {
	provider    string
	success     []int         // HTTP status codes that acknowledge a delivery
	timeout     time.Duration // 0 if not stated
	retries     int           // -1 if not stated
	within      time.Duration // of all retries; 0 if not stated
	proofMember string        // of the envelope, holds the secret; "" if nothing proves the sender
	identified  bool          // deliveries have an identifier
	formMember  string        // of a form, holds the JSON; "" if no body is a form
	formAlways  bool          // every body is a form
}

// defaultTimeout stands for the timeout that a provider does not state.
const defaultTimeout = 10 * time.Second

// answerWithin returns how long an answer may take: less than the provider
// waits, since the answer has a way to go.
func (c *contractInfo) answerWithin() time.Duration {
	if c.timeout > 0 {
		return c.timeout * 8 / 10
	}
	return defaultTimeout * 8 / 10
}

// successStatus returns the status that acknowledges a delivery.
func (c *contractInfo) successStatus() int {
	for _, status := range c.success {
		if status >= 200 {
			return status
		}
	}
	return 200
}

// refusalStatus returns want, or a status in its place if the provider takes
// want for an acknowledgement.
func (c *contractInfo) refusalStatus(want int) int {
	for _, status := range []int{want, 503, 500, 400} {
		if !slices.Contains(c.success, status) {
			return status
		}
	}
	return 599
}

// retryAfter returns the seconds after which a delivery that could not be
// taken is best sent again.
func (c *contractInfo) retryAfter() string {
	seconds := 5
	if c.retries > 0 && c.within > 0 {
		seconds = int((c.within / time.Duration(c.retries)).Seconds())
	}
	return strconv.Itoa(min(max(seconds, 1), 60))
}
