package runtime

import (
	"crypto/hmac"
	"hash"
)

// macSigner signs with an HMAC.
type macSigner struct{ hash func() hash.Hash }

func (m macSigner) match(p partsSignature, secrets []Secret, signatures []string, signed [][]byte) ProofReason {
	return matchAny(secrets, signatures, func(s Secret) string {
		if !m.usable(s) {
			return ""
		}
		mac := hmac.New(m.hash, []byte(s))
		for _, part := range signed {
			mac.Write(part)
		}
		return p.prefix + p.encode(mac.Sum(nil))
	})
}

// usable says whether a secret can prove a sender.
func (macSigner) usable(s Secret) bool { return s != "" }
