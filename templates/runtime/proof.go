package runtime

// ProofReason says why the sender of a delivery is not proved: a word for logs
// and metrics.
type ProofReason string

// The reasons.
const (
	ProofNoSecret  ProofReason = "no_secret" // no secret was given that can prove a sender
	ProofMissing   ProofReason = "missing"   // the delivery lacks a part of its proof
	ProofRepeated  ProofReason = "repeated"  // it has a part of its proof twice
	ProofMalformed ProofReason = "malformed" // its proof is not of the form that the sender uses
	ProofWrong     ProofReason = "wrong"     // its proof is that of nobody who has a secret
	ProofTooOld    ProofReason = "too_old"   // its proof is right, and its timestamp too far back
	ProofTooNew    ProofReason = "too_new"   // its proof is right, and its timestamp too far ahead
)

var proofTexts = map[ProofReason]string{
	ProofNoSecret:  "no secret is set that can prove a sender",
	ProofMissing:   "the delivery lacks a part of its proof",
	ProofRepeated:  "the delivery has a part of its proof twice",
	ProofMalformed: "the proof is not of the form that the sender uses",
	ProofWrong:     "the proof does not fit",
	ProofTooOld:    "the timestamp is too far back",
	ProofTooNew:    "the timestamp is too far ahead",
}

// ProofError is the error of a delivery whose sender is not proved. It holds
// neither a secret nor the proof that would have been right.
type ProofError struct{ Reason ProofReason }

func (e *ProofError) Error() string { return "the sender is not proved: " + proofTexts[e.Reason] }

// proofError returns the error for a reason, nil for none.
func proofError(reason ProofReason) error {
	if reason == "" {
		return nil
	}
	return &ProofError{Reason: reason}
}
