//go:build webhookgen_signed

package kit

import (
	"net/http"
	"time"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// Sign puts into header what proves that the owner of a secret has sent body at
// a time. Where the proof holds no time, that does not matter.
func Sign(header http.Header, body []byte, secret hooks.Secret, at time.Time) {
	signer.sign(header, body, secret, at)
}

// WithSecret returns the case with another secret.
func (c Case) WithSecret(secret string) Case {
	s := hooks.Secret(secret)
	c.secret = &s
	return c
}

// At returns the case as it is when sent at another time than now.
func (c Case) At(t time.Time) Case {
	c.at = &t
	return c
}

// sign puts the proof into the header of a request for the case, whose body is
// sent as this.
func (c Case) sign(header http.Header, body []byte) {
	secret, at := hooks.Secret(Secret), time.Now()
	if c.secret != nil {
		secret = *c.secret
	}
	if c.at != nil {
		at = *c.at
	}
	Sign(header, body, secret, at)
}
