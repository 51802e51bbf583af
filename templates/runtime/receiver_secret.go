package runtime

import "context"

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

// proveSecret checks the syntax of the text that d has loaded, and the sender
// by the secret in it. It says where that stands, and whether all is well.
func (x *exchange) proveSecret(ctx context.Context, d *decoder) (opened, bool) {
	at, ok := d.openBody(contract.proofMember)
	if !ok {
		x.report.Err = d.syntaxError()
		x.refuse(OutcomeMalformed)
		return at, false
	}
	if x.r.NoProof {
		x.secret = d.secret(at)
		return at, true
	}
	secret := d.secret(at)
	secrets := x.r.Secrets
	if x.r.SecretsFor != nil && secret != "" {
		if v := d.envelope(); v != nil {
			var more []Secret
			err := unpanicked(func() (err error) { more, err = x.r.SecretsFor(ctx, v); return err })
			if err != nil {
				x.report.Err = err
				x.refuse(OutcomeUnavailable)
				return at, false
			}
			secrets = append(secrets[:len(secrets):len(secrets)], more...)
		}
	}
	if reason := matchSecret(secret, secrets); reason != "" {
		x.report.Err = proofError(reason)
		x.refuse(OutcomeUnproved)
		return at, false
	}
	x.secret = secret
	return at, true
}

// bareEnvelope is a delivery whose payload is passed over.
type bareEnvelope struct{ delivery Delivery }

func (v *bareEnvelope) read(d *decoder, p int) int {
	//webhookgen:only handshake
	if d.isHandshake(p) {
		return d.handshake(p, &v.delivery)
	}
	//webhookgen:end
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
