package runtime

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
	"time"
)

// standardSignature proves a sender as Standard Webhooks does: three headers,
// one of them with signatures of the other two and the body.
type standardSignature struct {
	id        string // header with the identifier
	header    string // with the signatures
	timestamp signedTimestamp
}

// The beginnings of keys, and of signatures.
const (
	secretKeyPrefix = "whsec_" // a secret, in base64
	publicKeyPrefix = "whpk_"  // a public key of Ed25519, in base64
	secretVersion   = "v1,"
	publicVersion   = "v1a,"
)

// verify returns why the sender is not proved, or "".
func (p standardSignature) verify(header http.Header, body []byte, secrets []Secret) ProofReason {
	var values [3]string
	for i, name := range []string{p.id, p.timestamp.header, p.header} {
		var reason ProofReason
		if values[i], reason = single(header, name); reason != "" {
			return reason
		}
	}
	id, timestamp, list := values[0], values[1], values[2]
	at, reason := p.timestamp.parse(timestamp)
	if reason != "" {
		return reason
	}
	if strings.Contains(id, ".") {
		return ProofMalformed // what is signed could be read in two ways
	}
	signatures := strings.SplitN(list, " ", maxSignatures+1)
	if len(signatures) > maxSignatures || !areVersioned(signatures) {
		return ProofMalformed
	}
	signed := append([]byte(id+"."+timestamp+"."), body...)
	if reason := p.match(secrets, signatures, signed); reason != "" {
		return reason
	}
	return p.timestamp.check(at)
}

// areVersioned says whether each signature has its version in front.
func areVersioned(signatures []string) bool {
	for _, s := range signatures {
		if version, text, ok := strings.Cut(s, ","); !ok || version == "" || text == "" {
			return false
		}
	}
	return true
}

// match tries each secret on the signatures of its own version; those of
// others are passed over.
func (p standardSignature) match(secrets []Secret, signatures []string, signed []byte) ProofReason {
	reason := matchAny(secrets, signatures, func(s Secret) string {
		key := secretKey(s)
		if len(key) == 0 {
			return ""
		}
		mac := hmac.New(sha256.New, key)
		mac.Write(signed)
		return secretVersion + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	})
	for _, s := range secrets {
		key := publicKey(s)
		if key == nil {
			continue
		}
		if reason == ProofNoSecret {
			reason = ProofWrong
		}
		for _, signature := range signatures {
			if verifiesEd25519(key, signed, signature) {
				reason = ""
			}
		}
	}
	return reason
}

// verifiesEd25519 says whether a signature is one by the owner of a key. There
// is no secret in it, so that its time tells nothing.
func verifiesEd25519(key ed25519.PublicKey, signed []byte, signature string) bool {
	text, ok := strings.CutPrefix(signature, publicVersion)
	if !ok || len(text) != base64.StdEncoding.EncodedLen(ed25519.SignatureSize) {
		return false
	}
	bytes, err := base64.StdEncoding.Strict().DecodeString(text)
	return err == nil && ed25519.Verify(key, signed, bytes)
}

// secretKey returns the key that a secret holds, nil if it holds none: a public
// key is none, since base64 has no underscore.
func secretKey(s Secret) []byte {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(string(s), secretKeyPrefix))
	if err != nil {
		return nil
	}
	return key
}

// publicKey returns the public key that a secret holds, nil if it holds none. A
// key of zeros is one that was never set, and anyone could sign for it.
func publicKey(s Secret) ed25519.PublicKey {
	text, ok := strings.CutPrefix(string(s), publicKeyPrefix)
	key, err := base64.StdEncoding.DecodeString(text)
	if !ok || err != nil || len(key) != ed25519.PublicKeySize || [ed25519.PublicKeySize]byte(key) == [ed25519.PublicKeySize]byte{} {
		return nil
	}
	return key
}

// usable says whether a secret can prove a sender.
func (standardSignature) usable(s Secret) bool { return len(secretKey(s)) > 0 || publicKey(s) != nil }

// within returns the proof with another tolerance and clock: see Verifier.
func (p standardSignature) within(tolerance time.Duration, now func() time.Time) standardSignature {
	p.timestamp = p.timestamp.within(tolerance, now)
	return p
}
