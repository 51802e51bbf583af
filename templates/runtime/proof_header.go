package runtime

import (
	"crypto/subtle"
	"net/http"
)

// maxSignatures is how many signatures a delivery may bear: more than any
// rotation of secrets needs, and few enough to try them all.
const maxSignatures = 16

// single returns the one value of a header. It is found by its canonical name,
// as package net/http has it.
func single(header http.Header, name string) (string, ProofReason) {
	switch values := header[name]; {
	case len(values) == 0 || values[0] == "":
		return "", ProofMissing
	case len(values) > 1:
		return "", ProofRepeated
	default:
		return values[0], ""
	}
}

// matchAny says whether one of the proofs that a delivery bears is one that a
// secret makes. All are compared with all, each in constant time: which fits is
// nobody's business. A proof is compared as the text that the sender must have
// written, so that no other writing of the same bytes passes. wanted returns ""
// for a secret that proves nothing, such as an empty one.
func matchAny(secrets []Secret, proofs []string, wanted func(Secret) string) ProofReason {
	usable, matched := false, 0
	for _, s := range secrets {
		want := wanted(s)
		if want == "" {
			continue
		}
		usable = true
		for _, got := range proofs {
			matched |= subtle.ConstantTimeCompare([]byte(want), []byte(got))
		}
	}
	switch {
	case !usable:
		return ProofNoSecret
	case matched == 0:
		return ProofWrong
	}
	return ""
}
