package runtime

import (
	"bytes"
	"crypto/ed25519"
	"strings"
)

// keySigner signs with Ed25519: secrets are public keys, written as signatures
// are. There is nothing secret in a signature, so that the time that a check
// takes tells nothing.
type keySigner struct {
	decode func(string) ([]byte, error)
}

func (k keySigner) match(p partsSignature, secrets []Secret, signatures []string, signed [][]byte) ProofReason {
	message := bytes.Join(signed, nil)
	reason := ProofNoSecret
	for _, s := range secrets {
		key := k.publicKey(s)
		if key == nil {
			continue
		}
		if reason == ProofNoSecret {
			reason = ProofWrong
		}
		for _, signature := range signatures {
			if k.fits(p, key, message, signature) {
				reason = ""
			}
		}
	}
	return reason
}

// fits says whether a signature is that of a message by the owner of a key. Like
// all proofs, it passes in the one writing that the sender has.
func (k keySigner) fits(p partsSignature, key ed25519.PublicKey, message []byte, signature string) bool {
	text, ok := strings.CutPrefix(signature, p.prefix)
	if !ok || len(text) > 2*ed25519.SignatureSize {
		return false
	}
	raw, err := k.decode(text)
	return err == nil && len(raw) == ed25519.SignatureSize && p.encode(raw) == text && ed25519.Verify(key, message, raw)
}

// publicKey returns the key that a secret is, nil if it is none. A key of zeros
// is one that was never set, and anyone could sign for it.
func (k keySigner) publicKey(s Secret) ed25519.PublicKey {
	key, err := k.decode(string(s))
	if err != nil || len(key) != ed25519.PublicKeySize || [ed25519.PublicKeySize]byte(key) == [ed25519.PublicKeySize]byte{} {
		return nil
	}
	return key
}

// usable says whether a secret can prove a sender.
func (k keySigner) usable(s Secret) bool { return k.publicKey(s) != nil }
