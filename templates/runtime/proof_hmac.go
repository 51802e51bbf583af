package runtime

import (
	"crypto/hmac"
	"hash"
	"net/http"
)

// bodySignature proves a sender by a header with the HMAC of the body.
type bodySignature struct {
	header string
	prefix string // of the header's value
	hash   func() hash.Hash
	encode func([]byte) string
}

// verify returns why the sender is not proved, or "".
func (p bodySignature) verify(header http.Header, body []byte, secrets []Secret) ProofReason {
	got, reason := single(header, p.header)
	if reason != "" {
		return reason
	}
	return matchAny(secrets, []string{got}, func(s Secret) string {
		if !p.usable(s) {
			return ""
		}
		mac := hmac.New(p.hash, []byte(s))
		mac.Write(body)
		return p.prefix + p.encode(mac.Sum(nil))
	})
}

// usable says whether a secret can prove a sender.
func (bodySignature) usable(s Secret) bool { return s != "" }
