package proofs

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// now is the time at which all deliveries of the tests are sent.
var now = time.Unix(1614265330, 0)

const goodBody = `{"action":"created","payload":{"name":"one"}}`

// scheme is a generated package, and what the tests know of its scheme by
// themselves: they sign with code of their own.
type scheme struct {
	name   string
	secret string
	header string // that holds the signature or the secret
	stamp  string // header of the timestamp; "" if it stands elsewhere, or nowhere
	timed  bool
	// value returns what the header holds for a body and a timestamp, signed
	// with a key: what the secret means.
	value func(key, stamp, body string) string
	key   func(secret string) string

	verify  func(at time.Time, header http.Header, body string, secrets ...string) (reason string)
	sign    func(header http.Header, body, secret string, at time.Time)
	receive func(handled *int, secrets ...string) http.Handler
	request func() *http.Request // of the kit, for now
}

// signed returns the header of a delivery that is in order.
func (s scheme) signed(body, secret string, at time.Time) http.Header {
	return s.stamped(body, s.key(secret), strconv.FormatInt(at.Unix(), 10))
}

// stamped is signed with any text as timestamp.
func (s scheme) stamped(body, key, stamp string) http.Header {
	h := http.Header{"Content-Type": {"application/json"}}
	if s.name == "standard" {
		h.Set("Webhook-Id", "msg_1")
	}
	if s.stamp != "" {
		h.Set(s.stamp, stamp)
	}
	h.Set(s.header, s.value(key, stamp, body))
	return h
}

func mac(key, text string) []byte {
	m := hmac.New(sha256.New, []byte(key))
	m.Write([]byte(text))
	return m.Sum(nil)
}

// signingKeyOf returns the private key that is made of a text.
func signingKeyOf(key string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte(key))
	return ed25519.NewKeyFromSeed(seed[:])
}

// publicKeyOf returns the public key that goes with it, in hex.
func publicKeyOf(key string) string {
	return hex.EncodeToString(signingKeyOf(key).Public().(ed25519.PublicKey))
}

func same(secret string) string { return secret }

func secretsOf[S ~string](texts []string) []S {
	var out []S
	for _, t := range texts {
		out = append(out, S(t))
	}
	return out
}

// reasonOf returns the reason of an error of Verify, "" for none.
func reasonOf[E error](err error, reason func(E) string) string {
	if err == nil {
		return ""
	}
	return reason(err.(E)) // anything else is a fault, and panics
}

// signingKey is a pair of keys of Ed25519.
type signingKey struct {
	Public  ed25519.PublicKey
	Private ed25519.PrivateKey
}

var ed25519Key = func() signingKey {
	private := ed25519.NewKeyFromSeed([]byte("thirty-two bytes that are known."))
	return signingKey{private.Public().(ed25519.PublicKey), private}
}()

// header returns the header of goodBody signed with the key.
func (k signingKey) header() http.Header {
	stamp := fmt.Sprint(now.Unix())
	signature := ed25519.Sign(k.Private, []byte("msg_1."+stamp+"."+goodBody))
	return http.Header{"Webhook-Id": {"msg_1"}, "Webhook-Timestamp": {stamp}, "Content-Type": {"application/json"},
		"Webhook-Signature": {"v1a," + base64.StdEncoding.EncodeToString(signature)}}
}
