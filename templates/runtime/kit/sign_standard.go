package kit

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"time"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// standardSigner signs as Standard Webhooks says: with a secret (whsec_) or the
// private key of Ed25519 (whsk_), which holds its seed. A message that has no
// identifier is given one.
type standardSigner struct{ id, timestamp, signature string }

func (s standardSigner) sign(header http.Header, body []byte, secret hooks.Secret, at time.Time) {
	if header.Get(s.id) == "" {
		sum := sha256.Sum256(body)
		header.Set(s.id, "msg_"+hex.EncodeToString(sum[:12]))
	}
	stamp := strconv.FormatInt(at.Unix(), 10)
	header.Set(s.timestamp, stamp)
	signed := append([]byte(header.Get(s.id)+"."+stamp+"."), body...)
	if text, ok := strings.CutPrefix(string(secret), "whsk_"); ok {
		key := ed25519.NewKeyFromSeed(keyOf(text)[:ed25519.SeedSize])
		header.Set(s.signature, "v1a,"+base64.StdEncoding.EncodeToString(ed25519.Sign(key, signed)))
		return
	}
	mac := hmac.New(sha256.New, keyOf(strings.TrimPrefix(string(secret), "whsec_")))
	mac.Write(signed)
	header.Set(s.signature, "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
}

// keyOf returns the key in a secret. It panics if there is none.
func keyOf(text string) []byte {
	key, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		panic("the secret holds no key in base64")
	}
	return key
}
