package kit

import (
	"net/http"
	"time"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// tokenSigner proves a sender by the secret itself.
type tokenSigner struct {
	header string
	prefix string
	encode func([]byte) string
}

func (s tokenSigner) sign(header http.Header, _ []byte, secret hooks.Secret, _ time.Time) {
	header.Set(s.header, s.prefix+s.encode([]byte(secret)))
}
