package runtime

import (
	"net/http"
	"time"
)

// Verifier is the function Verify with options.
type Verifier struct {
	Secrets []Secret
	// Tolerance is how far a timestamp may be from now, on both sides; that of
	// the specification if not set.
	Tolerance time.Duration
	// Now is the clock; time.Now if not set.
	Now func() time.Time
}

// Verify proves the sender of a delivery, as the function Verify does.
func (v Verifier) Verify(header http.Header, body []byte) error {
	return proofError(proof.within(v.Tolerance, v.Now).verify(header, body, v.Secrets))
}
