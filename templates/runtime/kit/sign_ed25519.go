package kit

import (
	"crypto/ed25519"
	"crypto/sha256"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// ed25519Of returns what signs with Ed25519.
func ed25519Of(decode func(string) ([]byte, error)) func(hooks.Secret, []byte) []byte {
	return func(secret hooks.Secret, text []byte) []byte {
		return ed25519.Sign(privateKey(decode, secret), text)
	}
}

// privateKey returns the key to sign with. Secret is a public key, and stands
// for the private one of this package. Others are private keys or their seeds,
// written as signatures are; any other text is the key that is made of it.
func privateKey(decode func(string) ([]byte, error), secret hooks.Secret) ed25519.PrivateKey {
	if secret == Secret {
		return keyMadeOf("a secret for tests")
	}
	raw, err := decode(string(secret))
	if err != nil || len(raw) != ed25519.SeedSize && len(raw) != ed25519.PrivateKeySize {
		return keyMadeOf(string(secret))
	}
	return ed25519.NewKeyFromSeed(raw[:ed25519.SeedSize])
}

func keyMadeOf(text string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte(text))
	return ed25519.NewKeyFromSeed(seed[:])
}
