package proof

import (
	"flag"
	"math/rand/v2"
	"net/http"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/internal/proofs/basic"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/basic/basictest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/body"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/body/bodytest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/pairs"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/pairs/pairstest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/parts"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/parts/partstest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard/standardtest"
)

var full = flag.Bool("full", false, "try more")

// subject is a generated package.
type subject struct {
	sign   func(header http.Header, body []byte, secret string, at time.Time)
	verify func(header http.Header, body []byte, secret string) error
}

var subjects = map[string]subject{
	"body": {
		func(h http.Header, b []byte, s string, at time.Time) { bodytest.Sign(h, b, body.Secret(s), at) },
		func(h http.Header, b []byte, s string) error { return body.Verify(h, b, body.Secret(s)) },
	},
	"parts": {
		func(h http.Header, b []byte, s string, at time.Time) { partstest.Sign(h, b, parts.Secret(s), at) },
		func(h http.Header, b []byte, s string) error { return parts.Verify(h, b, parts.Secret(s)) },
	},
	"pairs": {
		func(h http.Header, b []byte, s string, at time.Time) { pairstest.Sign(h, b, pairs.Secret(s), at) },
		func(h http.Header, b []byte, s string) error { return pairs.Verify(h, b, pairs.Secret(s)) },
	},
	"standard": {
		func(h http.Header, b []byte, s string, at time.Time) { standardtest.Sign(h, b, standard.Secret(s), at) },
		func(h http.Header, b []byte, s string) error { return standard.Verify(h, b, standard.Secret(s)) },
	},
	"basic": {
		func(h http.Header, b []byte, s string, at time.Time) { basictest.Sign(h, b, basic.Secret(s), at) },
		func(h http.Header, b []byte, s string) error { return basic.Verify(h, b, basic.Secret(s)) },
	},
}

// source makes random values from a seed.
type source struct{ *rand.Rand }

func (r source) bytes(n int) []byte {
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.IntN(256))
	}
	return out
}

func rounds() int {
	if *full {
		return 50000
	}
	return 2000
}

// TestJudges has each library verify what a kit signs, a package what the
// library signs, and both judge random damage to it: nothing that the library
// refuses may pass, and nothing that it passes may be refused but what stricter
// knows of. Some of what is signed is too old or too new.
func TestJudges(t *testing.T) {
	for _, j := range judges {
		t.Run(j.name, func(t *testing.T) {
			r := source{rand.New(rand.NewPCG(7, 11))}
			var passed, refused, alone int
			for range rounds() {
				secret, text := j.secret(r.bytes(24)), r.bytes(r.IntN(300))
				at := time.Now().Add(time.Duration(r.IntN(1200)-600) * time.Second)
				header := http.Header{"Webhook-Id": {"msg_" + hexSecret(r.bytes(8))}}
				if j.sign != nil && r.IntN(2) == 0 {
					if err := j.sign(header, text, secret, at); err != nil {
						t.Fatal(err)
					}
				} else {
					subjects[j.scheme].sign(header, text, secret, at)
				}
				before := header.Clone()
				if r.IntN(2) == 0 {
					text = r.damage(header, text)
				}
				theirs, ours := j.verify(header, text, secret), subjects[j.scheme].verify(header, text, secret)
				switch {
				case theirs == nil && ours == nil:
					passed++
				case theirs != nil && ours != nil:
					refused++
				case theirs == nil && stricter(j, ours, before, header):
					alone++
				default:
					t.Fatalf("%s says %v, the package %v\n%v\n%q", j.name, theirs, ours, header, text)
				}
			}
			if passed < rounds()/10 || refused < rounds()/10 {
				t.Errorf("one-sided: %d passed, %d refused", passed, refused)
			}
			t.Logf("%d passed, %d refused, %d refused here alone", passed, refused, alone)
		})
	}
}

// damage changes a header or the body a little.
func (r source) damage(header http.Header, body []byte) []byte {
	if r.IntN(4) == 0 {
		body = append([]byte(nil), body...)
		switch {
		case len(body) == 0 || r.IntN(4) == 0:
			return append(body, byte(r.IntN(256)))
		case r.IntN(4) == 0:
			return body[:len(body)-1]
		}
		body[r.IntN(len(body))] ^= 1 << r.IntN(8)
		return body
	}
	for _, name := range []string{"X-Hub-Signature-256", "X-Slack-Signature", "X-Slack-Request-Timestamp", "Stripe-Signature", "Webhook-Id", "Webhook-Timestamp", "Webhook-Signature", "Authorization"} {
		value := []byte(header.Get(name))
		if len(value) == 0 || r.IntN(3) == 0 {
			continue
		}
		at := r.IntN(len(value))
		switch r.IntN(5) {
		case 0:
			value = value[:at]
		case 1:
			value = append(value[:at:at], append([]byte{",;= .v1t0"[r.IntN(9)]}, value[at:]...)...)
		case 2:
			value = append(value[:at:at], value[at+1:]...)
		default:
			value[at] ^= 1 << r.IntN(7)
		}
		header[name] = []string{string(value)}
	}
	return body
}
