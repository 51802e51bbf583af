package kit

import (
	"crypto/hmac"
	"hash"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// hmacOf returns what signs with an HMAC.
func hmacOf(h func() hash.Hash) func(hooks.Secret, []byte) []byte {
	return func(secret hooks.Secret, text []byte) []byte {
		mac := hmac.New(h, []byte(secret))
		mac.Write(text)
		return mac.Sum(nil)
	}
}
