package runtime

import (
	"net/http"
	"strings"
)

// headerToken proves a sender by a header that holds the secret itself.
type headerToken struct {
	header string
	prefix string              // of the header's value
	scheme bool                // prefix is an authentication scheme, whose case does not matter
	encode func(Secret) string // how the header writes a secret; "" for one that proves nothing
}

// verify returns why the sender is not proved, or "".
func (p headerToken) verify(header http.Header, _ []byte, secrets []Secret) ProofReason {
	value, reason := single(header, p.header)
	if reason != "" {
		return reason
	}
	at := min(len(p.prefix), len(value))
	if value[:at] != p.prefix && !(p.scheme && strings.EqualFold(value[:at], p.prefix)) {
		return ProofMalformed
	}
	return matchAny(secrets, []string{value[at:]}, p.encode)
}

// usable says whether a secret can prove a sender.
func (p headerToken) usable(s Secret) bool { return p.encode(s) != "" }
