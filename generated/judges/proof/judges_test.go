package proof

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/go-github/v74/github"
	"github.com/slack-go/slack"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
	"github.com/stripe/stripe-go/v82/webhook"
	svix "github.com/svix/svix-webhooks/go"
)

// judge is a library that signs or verifies as a provider does.
type judge struct {
	name   string
	scheme string
	secret func(random []byte) string
	sign   func(header http.Header, body []byte, secret string, at time.Time) error // nil if it only verifies
	verify func(header http.Header, body []byte, secret string) error
}

func hexSecret(random []byte) string { return fmt.Sprintf("%x", random) }

func keySecret(random []byte) string {
	return "whsec_" + base64.StdEncoding.EncodeToString(random)
}

var judges = []judge{
	{
		name: "go-github", scheme: "body", secret: hexSecret,
		verify: func(h http.Header, body []byte, secret string) error {
			return github.ValidateSignature(h.Get("X-Hub-Signature-256"), body, []byte(secret))
		},
	},
	{
		name: "slack-go", scheme: "parts", secret: hexSecret,
		verify: func(h http.Header, body []byte, secret string) error {
			v, err := slack.NewSecretsVerifier(h, secret)
			if err != nil {
				return err
			}
			if _, err := v.Write(body); err != nil {
				return err
			}
			return v.Ensure()
		},
	},
	{
		name: "stripe-go", scheme: "pairs", secret: func(random []byte) string { return "whsec_" + hexSecret(random) },
		sign: func(h http.Header, body []byte, secret string, at time.Time) error {
			signed := webhook.GenerateTestSignedPayload(&webhook.UnsignedPayload{Payload: body, Secret: secret, Timestamp: at})
			h.Set("Stripe-Signature", signed.Header)
			return nil
		},
		verify: func(h http.Header, body []byte, secret string) error {
			return webhook.ValidatePayload(body, h.Get("Stripe-Signature"), secret)
		},
	},
	{
		name: "standard-webhooks", scheme: "standard", secret: keySecret,
		sign: func(h http.Header, body []byte, secret string, at time.Time) error {
			w, err := standardwebhooks.NewWebhook(secret)
			if err != nil {
				return err
			}
			signature, err := w.Sign(h.Get("webhook-id"), at, body)
			h.Set("webhook-timestamp", strconv.FormatInt(at.Unix(), 10))
			h.Set("webhook-signature", signature)
			return err
		},
		verify: func(h http.Header, body []byte, secret string) error {
			w, err := standardwebhooks.NewWebhook(secret)
			if err != nil {
				return err
			}
			return w.Verify(body, h)
		},
	},
	{
		name: "svix", scheme: "standard", secret: keySecret,
		sign: func(h http.Header, body []byte, secret string, at time.Time) error {
			w, err := svix.NewWebhook(secret)
			if err != nil {
				return err
			}
			signature, err := w.Sign(h.Get("webhook-id"), at, body)
			h.Set("webhook-timestamp", strconv.FormatInt(at.Unix(), 10))
			h.Set("webhook-signature", signature)
			return err
		},
		verify: func(h http.Header, body []byte, secret string) error {
			w, err := svix.NewWebhook(secret)
			if err != nil {
				return err
			}
			return w.Verify(body, h)
		},
	},
	{
		name: "net/http", scheme: "basic", secret: func(random []byte) string { return "user:" + hexSecret(random) },
		sign: func(h http.Header, _ []byte, secret string, _ time.Time) error {
			q := http.Request{Header: h}
			user, password, _ := strings.Cut(secret, ":")
			q.SetBasicAuth(user, password)
			return nil
		},
		verify: func(h http.Header, _ []byte, secret string) error {
			q := http.Request{Header: h}
			if user, password, ok := q.BasicAuth(); !ok || user+":"+password != secret {
				return fmt.Errorf("not %q", secret)
			}
			return nil
		},
	},
}

// stricter says whether a package is known to refuse, with this error, what a
// library passes: other writings of the same proof, such as hex in upper case,
// base64 with bits to spare, spaces, and more commas, which no provider sends; and timestamps from the
// future, which stripe-go does not look for.
func stricter(j judge, err error, before, after http.Header) bool {
	for _, form := range []string{"not of the form", "twice"} {
		if strings.Contains(err.Error(), form) {
			return true
		}
	}
	if strings.Contains(err.Error(), "too far ahead") {
		return j.name == "stripe-go"
	}
	if text, ok := strings.CutPrefix(after.Get("Authorization"), "Basic "); ok {
		_, strict := base64.StdEncoding.Strict().DecodeString(text)
		return strict != nil
	}
	for name, values := range after {
		was := before.Get(name)
		if was != values[0] && (strings.EqualFold(was, values[0]) || strings.Count(values[0], ",") > strings.Count(was, ",")) {
			return true
		}
	}
	return false
}
