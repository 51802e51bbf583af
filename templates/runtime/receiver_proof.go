package runtime

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// opened is what is known of a body once its syntax is checked: where the
// secret stands, quotes included. Both are 0 if there is none.
type opened struct{ from, to int }

// restart makes d read the loaded text from the start again.
func (d *decoder) restart() {
	d.cutNames(0)
	d.depth, d.elements, d.late, d.await = 0, 0, nil, awaited{}
	d.offset, d.problem = 0, ""
}

// withoutProof returns a copy of the loaded text in which the secret is redacted.
func (d *decoder) withoutProof(at opened) []byte {
	text := d.text[:d.end]
	if at.to == 0 {
		return []byte(text)
	}
	return []byte(text[:at.from] + `"` + redacted + `"` + text[at.to:])
}

// longSecret is the length from which on a secret is no part of other words.
const longSecret = 8

// redactedBody is withoutProof with the secret redacted wherever it stands.
func (d *decoder) redactedBody(at opened, secret string) []byte {
	body := d.withoutProof(at)
	if len(secret) < longSecret {
		return body
	}
	return bytes.ReplaceAll(body, []byte(secret), []byte(redacted))
}

// digest returns a digest of the loaded text less the secret, and of its action,
// which need not stand in it.
func (d *decoder) digest(at opened, action Action) string {
	sum := sha256.Sum256(append(d.withoutProof(at), action...))
	return hex.EncodeToString(sum[:])
}

// redactIn returns text with the secret in it redacted.
func redactIn(text, secret string) string {
	if secret == "" {
		return text
	}
	return strings.ReplaceAll(text, secret, redacted)
}
