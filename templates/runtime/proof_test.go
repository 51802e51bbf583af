package runtime

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"testing"
	"time"
)

// at returns a clock that stands still.
func at(seconds int64) func() time.Time { return func() time.Time { return time.Unix(seconds, 0) } }

// headerOf returns a header of names and values in turn.
func headerOf(pairs ...string) http.Header {
	h := http.Header{}
	for i := 0; i < len(pairs); i += 2 {
		h.Add(pairs[i], pairs[i+1])
	}
	return h
}

var (
	slackProof = partsSignature{
		header: "X-Slack-Signature", prefix: "v0=", by: macSigner{sha256.New}, encode: hex.EncodeToString,
		parts:     []signedPart{{text: "v0:"}, {of: partTimestamp}, {text: ":"}, {of: partBody}},
		timestamp: signedTimestamp{header: "X-Slack-Request-Timestamp", unit: time.Second, tolerance: 5 * time.Minute},
	}
	standardProof = standardSignature{
		id: "Webhook-Id", header: "Webhook-Signature",
		timestamp: signedTimestamp{header: "Webhook-Timestamp", unit: time.Second, tolerance: 5 * time.Minute},
	}
)

// What providers publish, or have their tests say, about their signatures.
func TestKnownAnswers(t *testing.T) {
	github := bodySignature{header: "X-Hub-Signature-256", prefix: "sha256=", hash: sha256.New, encode: hex.EncodeToString}
	for name, c := range map[string]struct {
		verify func(http.Header, []byte, []Secret) ProofReason
		header http.Header
		body   string
		secret Secret
	}{
		"GitHub": {github.verify,
			headerOf("X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"),
			"Hello, World!", "It's a Secret to Everybody"},
		"Standard Webhooks": {standardProof.within(0, at(1614265330)).verify,
			headerOf("Webhook-Id", "msg_p5jXN8AQM9LWM0D4loKWxJek", "Webhook-Timestamp", "1614265330",
				"Webhook-Signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
			`{"test": 2432232314}`, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"},
		"Slack": {slackProof.within(0, at(1531420618)).verify,
			headerOf("X-Slack-Request-Timestamp", "1531420618",
				"X-Slack-Signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"),
			"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&" +
				"user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F" +
				"96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
			"8f742231b10e8888abcd99yyyzzz85a5"},
		// RFC 2202 and 4231, test case 2 each, in the encodings that providers use.
		"SHA-1": {bodySignature{header: "X-S", prefix: "sha1=", hash: sha1.New, encode: hex.EncodeToString}.verify,
			headerOf("X-S", "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"), "what do ya want for nothing?", "Jefe"},
		"base64": {bodySignature{header: "X-S", hash: sha256.New, encode: base64.StdEncoding.EncodeToString}.verify,
			headerOf("X-S", "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM="), "what do ya want for nothing?", "Jefe"},
	} {
		if reason := c.verify(c.header, []byte(c.body), []Secret{"another", c.secret}); reason != "" {
			t.Errorf("%s: %s", name, reason)
		}
		if reason := c.verify(c.header, []byte(c.body+" "), []Secret{c.secret}); reason != ProofWrong {
			t.Errorf("%s: %q for another body", name, reason)
		}
	}
}
