package proofs

import (
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"strings"
	"time"

	"github.com/webhookgen/webhookgen/generated/internal/proofs/basic"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/basic/basictest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/bearer"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/bearer/bearertest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/body"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/body/bodytest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/keys"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/keys/keystest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/pairs"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/pairs/pairstest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/parts"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/parts/partstest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard/standardtest"
)

var schemes = []scheme{
	{
		name: "body", secret: "It's a Secret to Everybody", header: "X-Hub-Signature-256", key: same,
		value: func(key, _, body string) string { return "sha256=" + hex.EncodeToString(mac(key, body)) },
		verify: func(_ time.Time, h http.Header, b string, secrets ...string) string {
			return reasonOf[*body.ProofError](body.Verify(h, []byte(b), secretsOf[body.Secret](secrets)...), func(e *body.ProofError) string { return string(e.Reason) })
		},
		sign: func(h http.Header, b, secret string, at time.Time) {
			bodytest.Sign(h, []byte(b), body.Secret(secret), at)
		},
		receive: func(handled *int, secrets ...string) http.Handler {
			return &body.Receiver{Secrets: secretsOf[body.Secret](secrets), Gzip: true, Handlers: &body.Handlers{
				Created: func(context.Context, *body.Delivery, *body.Created) error { *handled++; return nil },
			}}
		},
		request: func() *http.Request { return bodytest.Build.Created().Request() },
	},
	{
		name: "parts", secret: "8f742231b10e8888abcd99yyyzzz85a5", header: "X-Slack-Signature", stamp: "X-Slack-Request-Timestamp", timed: true, key: same,
		value: func(key, stamp, body string) string {
			return "v0=" + hex.EncodeToString(mac(key, "v0:"+stamp+":"+body))
		},
		verify: func(at time.Time, h http.Header, b string, secrets ...string) string {
			v := parts.Verifier{Secrets: secretsOf[parts.Secret](secrets), Now: func() time.Time { return at }}
			return reasonOf(v.Verify(h, []byte(b)), func(e *parts.ProofError) string { return string(e.Reason) })
		},
		sign: func(h http.Header, b, secret string, at time.Time) {
			partstest.Sign(h, []byte(b), parts.Secret(secret), at)
		},
		receive: func(handled *int, secrets ...string) http.Handler {
			return &parts.Receiver{Secrets: secretsOf[parts.Secret](secrets), Now: func() time.Time { return now }, Handlers: &parts.Handlers{
				Created: func(context.Context, *parts.Delivery, *parts.Created) error { *handled++; return nil },
			}}
		},
		request: func() *http.Request { return partstest.Build.Created().At(now).Request() },
	},
	{
		name: "pairs", secret: "whsec_Pz4Gv2Rq7Xy1", header: "Stripe-Signature", timed: true, key: same,
		value: func(key, stamp, body string) string {
			return "t=" + stamp + ",v1=" + hex.EncodeToString(mac(key, stamp+"."+body))
		},
		verify: func(at time.Time, h http.Header, b string, secrets ...string) string {
			v := pairs.Verifier{Secrets: secretsOf[pairs.Secret](secrets), Now: func() time.Time { return at }}
			return reasonOf(v.Verify(h, []byte(b)), func(e *pairs.ProofError) string { return string(e.Reason) })
		},
		sign: func(h http.Header, b, secret string, at time.Time) {
			pairstest.Sign(h, []byte(b), pairs.Secret(secret), at)
		},
		receive: func(handled *int, secrets ...string) http.Handler {
			return &pairs.Receiver{Secrets: secretsOf[pairs.Secret](secrets), Now: func() time.Time { return now }, Handlers: &pairs.Handlers{
				Created: func(context.Context, *pairs.Delivery, *pairs.Created) error { *handled++; return nil },
			}}
		},
		request: func() *http.Request { return pairstest.Build.Created().At(now).Request() },
	},
	{
		name: "standard", secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", header: "Webhook-Signature", stamp: "Webhook-Timestamp", timed: true,
		key: func(secret string) string {
			key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
			if err != nil {
				return secret // of a forger who knows no better
			}
			return string(key)
		},
		value: func(key, stamp, body string) string {
			return "v1," + base64.StdEncoding.EncodeToString(mac(key, "msg_1."+stamp+"."+body))
		},
		verify: func(at time.Time, h http.Header, b string, secrets ...string) string {
			v := standard.Verifier{Secrets: secretsOf[standard.Secret](secrets), Now: func() time.Time { return at }}
			return reasonOf(v.Verify(h, []byte(b)), func(e *standard.ProofError) string { return string(e.Reason) })
		},
		sign: func(h http.Header, b, secret string, at time.Time) {
			standardtest.Sign(h, []byte(b), standard.Secret(secret), at)
		},
		receive: func(handled *int, secrets ...string) http.Handler {
			return &standard.Receiver{Secrets: secretsOf[standard.Secret](secrets), Now: func() time.Time { return now }, Handlers: &standard.Handlers{
				Created: func(context.Context, *standard.Delivery, *standard.Created) error { *handled++; return nil },
			}}
		},
		request: func() *http.Request { return standardtest.Build.Created().At(now).Request() },
	},
	{
		name: "basic", secret: "hooks:fW8tLq2mZxP0sQ", header: "Authorization", key: same,
		value: func(key, _, _ string) string { return "Basic " + base64.StdEncoding.EncodeToString([]byte(key)) },
		verify: func(_ time.Time, h http.Header, b string, secrets ...string) string {
			return reasonOf(basic.Verify(h, []byte(b), secretsOf[basic.Secret](secrets)...), func(e *basic.ProofError) string { return string(e.Reason) })
		},
		sign: func(h http.Header, b, secret string, at time.Time) {
			basictest.Sign(h, []byte(b), basic.Secret(secret), at)
		},
		receive: func(handled *int, secrets ...string) http.Handler {
			return &basic.Receiver{Secrets: secretsOf[basic.Secret](secrets), Handlers: &basic.Handlers{
				Created: func(context.Context, *basic.Delivery, *basic.Created) error { *handled++; return nil },
			}}
		},
		request: func() *http.Request { return basictest.Build.Created().Request() },
	},
	{
		name: "bearer", secret: "fW8tLq2mZxP0sQ", header: "Authorization", key: same,
		value: func(key, _, _ string) string { return "Bearer " + key },
		verify: func(_ time.Time, h http.Header, b string, secrets ...string) string {
			return reasonOf(bearer.Verify(h, []byte(b), secretsOf[bearer.Secret](secrets)...), func(e *bearer.ProofError) string { return string(e.Reason) })
		},
		sign: func(h http.Header, b, secret string, at time.Time) {
			bearertest.Sign(h, []byte(b), bearer.Secret(secret), at)
		},
		receive: func(handled *int, secrets ...string) http.Handler {
			return &bearer.Receiver{Secrets: secretsOf[bearer.Secret](secrets), Handlers: &bearer.Handlers{
				Created: func(context.Context, *bearer.Delivery, *bearer.Created) error { *handled++; return nil },
			}}
		},
		request: func() *http.Request { return bearertest.Build.Created().Request() },
	},
	{
		name: "keys", secret: publicKeyOf("the owner"), header: "X-Signature-Ed25519", stamp: "X-Signature-Timestamp", timed: true,
		key: func(secret string) string {
			if secret == publicKeyOf("the owner") {
				return "the owner"
			}
			return secret
		},
		value: func(key, stamp, body string) string {
			return hex.EncodeToString(ed25519.Sign(signingKeyOf(key), []byte(stamp+body)))
		},
		verify: func(at time.Time, h http.Header, b string, secrets ...string) string {
			v := keys.Verifier{Secrets: secretsOf[keys.Secret](secrets), Now: func() time.Time { return at }}
			return reasonOf(v.Verify(h, []byte(b)), func(e *keys.ProofError) string { return string(e.Reason) })
		},
		sign: func(h http.Header, b, secret string, at time.Time) {
			if secret == publicKeyOf("the owner") {
				secret = hex.EncodeToString(signingKeyOf("the owner"))
			}
			keystest.Sign(h, []byte(b), keys.Secret(secret), at)
		},
		receive: func(handled *int, secrets ...string) http.Handler {
			return &keys.Receiver{Secrets: secretsOf[keys.Secret](secrets), Now: func() time.Time { return now }, Handlers: &keys.Handlers{
				Created: func(context.Context, *keys.Delivery, *keys.Created) error { *handled++; return nil },
			}}
		},
		request: func() *http.Request { return keystest.Build.Created().At(now).Request() },
	},
}
