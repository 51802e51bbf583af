package runtime

import (
	"net/http"
	"slices"
)

// verifySecret proves the sender by the secret in a body. The header tells how
// the body is to be read.
func verifySecret(header http.Header, body []byte, secrets []Secret) error {
	d := decoders.Get().(*decoder)
	defer d.release()
	if !d.loadBody(header, body, Limits{}) {
		return d.syntaxError()
	}
	at, ok := d.openBody(contract.proofMember)
	if !ok {
		return d.syntaxError()
	}
	return proofError(matchSecret(d.secret(at), secrets))
}

// matchSecret returns why a secret is none of secrets, or "". All are compared:
// which fits is nobody's business.
func matchSecret(secret string, secrets []Secret) ProofReason {
	matched := false
	for _, s := range secrets {
		if s.Equal(secret) {
			matched = true
		}
	}
	switch {
	case !slices.ContainsFunc(secrets, isUsable):
		return ProofNoSecret
	case secret == "":
		return ProofMissing
	case !matched:
		return ProofWrong
	}
	return ""
}
