package runtime

import (
	"context"
	"net/http"
)

// proveSent proves the sender by the header, before the body is looked into:
// sent is the body as it was sent, with the compression that it has.
func (x *exchange) proveSent(ctx context.Context, header http.Header, sent []byte) bool {
	if x.r.NoProof {
		return true
	}
	secrets := x.r.Secrets
	if x.r.SecretsForHeader != nil {
		unproved := header.Clone()
		delete(unproved, proof.header)
		var more []Secret
		err := unpanicked(func() (err error) { more, err = x.r.SecretsForHeader(ctx, unproved); return err })
		if err != nil {
			x.report.Err = err
			x.refuse(OutcomeUnavailable)
			return false
		}
		secrets = append(secrets[:len(secrets):len(secrets)], more...)
	}
	if err := x.r.verify(header, sent, secrets); err != nil {
		x.report.Err = err
		x.refuse(OutcomeUnproved)
		return false
	}
	return true
}
