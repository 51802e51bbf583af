package runtime

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// opened is what is known of a body once its syntax is checked: where the
// secret stands, quotes included. Both are 0 if there is none.
type opened struct{ from, to int }

// openBody checks the syntax of the text that d has loaded, all of it and in the
// same way whatever the action, and finds the string in member.
func (d *decoder) openBody(member string) (opened, bool) {
	var at opened
	p := d.document()
	if p >= 0 && d.text[p] == '{' && member != "" {
		p = d.findProof(p, member, &at)
	} else if p >= 0 {
		p = d.skip(p)
	}
	return at, p >= 0 && d.finish(p) >= 0
}

// findProof passes over the object at p as skipObject does.
func (d *decoder) findProof(p int, member string, at *opened) int {
	seen := d.newNames()
	p, more := d.open(p, '}')
	for more {
		start := p
		var name string
		if name, p = d.name(p); p < 0 {
			return p
		}
		if !d.addName(&seen, name, start) {
			return -1
		}
		value := p
		if p = d.skip(p); p < 0 {
			return p
		}
		if name == member && d.text[value] == '"' {
			*at = opened{value, p}
		}
		p, more = d.next(p, '}')
	}
	d.dropNames(&seen)
	return p
}

// secret returns the string at a place, as it is meant.
func (d *decoder) secret(at opened) string {
	if at.to == 0 {
		return ""
	}
	s, _ := d.str(at.from)
	return s
}

// prove returns the outcome of the proof, or "".
func (r *Receiver) prove(ctx context.Context, d *decoder, secret string) (ReceiverOutcome, error) {
	if r.NoProof {
		return "", nil
	}
	secrets := r.Secrets
	if r.SecretsFor != nil && secret != "" {
		if v := d.envelope(); v != nil {
			var more []Secret
			err := unpanicked(func() (err error) { more, err = r.SecretsFor(ctx, v); return err })
			if err != nil {
				return OutcomeUnavailable, err
			}
			secrets = append(secrets[:len(secrets):len(secrets)], more...)
		}
	}
	proved := false
	for _, s := range secrets { // all of them: which one fits is nobody's business
		if s.Equal(secret) {
			proved = true
		}
	}
	if !proved {
		return OutcomeUnproved, nil
	}
	return "", nil
}

// bareEnvelope is a delivery whose payload is passed over.
type bareEnvelope struct{ delivery Delivery }

func (v *bareEnvelope) read(d *decoder, p int) int {
	d.await = awaited{skip: true}
	return v.delivery.readBody(d, p)
}

// envelope returns the envelope of the loaded text without action, payload and
// secret, or nil if it is not sound.
func (d *decoder) envelope() *Delivery {
	var v bareEnvelope
	if !d.pass(&v) {
		d.restart()
		return nil
	}
	d.restart()
	v.delivery.Action, v.delivery.Payload = "", nil
	v.delivery.redactProof()
	return &v.delivery
}

// restart makes d read the loaded text from the start again.
func (d *decoder) restart() {
	d.depth, d.names, d.late, d.await = 0, d.names[:0], nil, awaited{}
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
