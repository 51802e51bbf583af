package generated_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/slack"
	"github.com/webhookgen/webhookgen/generated/slack/slacktest"
	"github.com/webhookgen/webhookgen/generated/standardwebhooks"
	"github.com/webhookgen/webhookgen/generated/standardwebhooks/standardwebhookstest"
)

// The tests sign with code of their own, not with that of the kits.

const (
	slackSecret    = "8f742231b10e8888abcd99yyyzzz85a5"
	standardSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
)

func hmacOf(key []byte, text string) []byte {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(text))
	return m.Sum(nil)
}

func signSlack(secret string, at time.Time, body string) http.Header {
	stamp := strconv.FormatInt(at.Unix(), 10)
	return http.Header{
		"Content-Type":              {"application/json"},
		"X-Slack-Request-Timestamp": {stamp},
		"X-Slack-Signature":         {"v0=" + hex.EncodeToString(hmacOf([]byte(secret), "v0:"+stamp+":"+body))},
	}
}

func signStandard(secret, id string, at time.Time, body string) http.Header {
	stamp := strconv.FormatInt(at.Unix(), 10)
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		panic(err) // secrets of these tests are sound
	}
	return http.Header{
		"Content-Type":      {"application/json"},
		"Webhook-Id":        {id},
		"Webhook-Timestamp": {stamp},
		"Webhook-Signature": {"v1," + base64.StdEncoding.EncodeToString(hmacOf(key, id+"."+stamp+"."+body))},
	}
}

// The provider's documentation has these.
func TestKnownSignatures(t *testing.T) {
	const command = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar" +
		"&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F" +
		"T1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
	v := slack.Verifier{Secrets: []slack.Secret{slackSecret}, Now: func() time.Time { return time.Unix(1531420618, 0) }}
	h := http.Header{"X-Slack-Request-Timestamp": {"1531420618"}, "X-Slack-Signature": {"v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"}}
	if err := v.Verify(h, []byte(command)); err != nil {
		t.Error(err)
	}
	if err := v.Verify(h, []byte(command+"&")); err == nil {
		t.Error("a changed body is accepted")
	}
	w := standardwebhooks.Verifier{Secrets: []standardwebhooks.Secret{standardSecret}, Now: func() time.Time { return time.Unix(1614265330, 0) }}
	h = http.Header{"Webhook-Id": {"msg_p5jXN8AQM9LWM0D4loKWxJek"}, "Webhook-Timestamp": {"1614265330"}, "Webhook-Signature": {"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}}
	if err := w.Verify(h, []byte(`{"test": 2432232314}`)); err != nil {
		t.Error(err)
	}
	if err := w.Verify(h, []byte(`{"test": 2432232315}`)); err == nil {
		t.Error("a changed body is accepted")
	}
}

// post sends a body to a server and returns the answer.
func post(t *testing.T, server *httptest.Server, header http.Header, body string) (status int, text string) {
	t.Helper()
	q, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	q.Header = header
	answer, err := server.Client().Do(q)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	all, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(all)
}

// forged returns headers that do not prove the sender of a body: good is how
// its sender signs, at any time and with any secret.
func forged(good func(secret string, at time.Time) http.Header, secret, signature, stamp string) map[string]http.Header {
	now := time.Now()
	with := func(name string, values ...string) http.Header {
		h := maps.Clone(good(secret, now))
		h[name] = values
		return h
	}
	value := good(secret, now).Get(signature)
	return map[string]http.Header{
		"no proof":            {"Content-Type": {"application/json"}},
		"no signature":        with(signature),
		"no timestamp":        with(stamp),
		"another key":         good(secret[:len(secret)-4]+"AAAA", now),
		"yesterday":           good(secret, now.Add(-24*time.Hour)),
		"too old":             good(secret, now.Add(-6*time.Minute)),
		"too new":             good(secret, now.Add(6*time.Minute)),
		"another timestamp":   with(stamp, strconv.FormatInt(now.Unix()+1, 10)),
		"timestamp in words":  with(stamp, "now"),
		"timestamp twice":     with(stamp, strconv.FormatInt(now.Unix(), 10), strconv.FormatInt(now.Unix(), 10)),
		"signature twice":     with(signature, value, value),
		"truncated":           with(signature, value[:len(value)-1]),
		"without its version": with(signature, value[3:]),
		"another version":     with(signature, "v9"+value[2:]),
		"in capitals":         with(signature, strings.ToUpper(value)),
		"with a comma":        with(signature, value+","),
		"empty":               with(signature, ""),
		"of nothing":          with(signature, value[:3]),
	}
}

func TestSlackReceiver(t *testing.T) {
	var recorder slacktest.Recorder
	var invalid []string
	r := &slack.Receiver{
		Secrets: []slack.Secret{slackSecret}, Handlers: recorder.Handlers(), Logger: slog.New(slog.DiscardHandler),
		Duplicates: slack.NewMemoryDeduplicator(100, time.Hour),
		OnInvalid: func(_ context.Context, i *slack.InvalidDelivery) bool {
			invalid = append(invalid, string(i.Body))
			return strings.Contains(string(i.Body), `"app_rate_limited"`)
		},
	}
	server := httptest.NewServer(r)
	defer server.Close()
	files := readCorpus(t, slackCorpus+"valid")
	mention, handshake := string(files["app_mention__sample.json"]), string(files["envelope__handshake.json"])
	limited := string(readCorpus(t, slackCorpus+"invalid")["envelope__app_rate_limited.json"])
	const challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"
	for name, h := range forged(func(secret string, at time.Time) http.Header { return signSlack(secret, at, handshake) }, slackSecret, "X-Slack-Signature", "X-Slack-Request-Timestamp") {
		if status, text := post(t, server, h, handshake); status != http.StatusUnauthorized || strings.Contains(text, challenge) {
			t.Errorf("%s: %d %q", name, status, text)
		}
		if status, _ := post(t, server, h, mention); status != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, status)
		}
	}
	for _, c := range []struct {
		name, body string
		status     int
		handled    int // deliveries so far
	}{
		{"handshake", handshake, 200, 0},
		{"mention", mention, 200, 1},
		{"the same again", mention, 200, 1},
		{"an unknown event", string(files["call_rejected__unknown_action.json"]), 200, 1}, // has the same event_id
		{"another id", strings.Replace(mention, "Ev08MFMKH6", "Ev08MFMKH7", 1), 200, 2},
		{"no JSON", mention[1:], 400, 2},
		{"limited", limited, 200, 2},
		{"without its text", strings.Replace(mention, `"text"`, `"test"`, 1), 422, 2},
	} {
		status, text := post(t, server, signSlack(slackSecret, time.Now(), c.body), c.body)
		if n := len(recorder.Deliveries()); status != c.status || n != c.handled {
			t.Errorf("%s: %d %q, %d handled", c.name, status, text, n)
		}
		if c.name == "handshake" && text != challenge {
			t.Errorf("the challenge is answered with %q", text)
		}
	}
	if len(invalid) != 2 {
		t.Errorf("invalid: %q", invalid)
	}
}

func TestStandardWebhooksReceiver(t *testing.T) {
	var recorder standardwebhookstest.Recorder
	r := &standardwebhooks.Receiver{
		Secrets: []standardwebhooks.Secret{standardSecret}, Handlers: recorder.Handlers(), Logger: slog.New(slog.DiscardHandler),
		Duplicates: standardwebhooks.NewMemoryDeduplicator(100, time.Hour),
	}
	server := httptest.NewServer(r)
	defer server.Close()
	files := readCorpus(t, standardCorpus+"valid")
	paid := string(files["invoice.paid__sample.json"])
	signed := func(id string) func(string, time.Time) http.Header {
		return func(secret string, at time.Time) http.Header { return signStandard(secret, id, at, paid) }
	}
	all := forged(signed("msg_1"), standardSecret, "Webhook-Signature", "Webhook-Timestamp")
	all["another id"] = signed("msg_1")(standardSecret, time.Now())
	all["another id"].Set("Webhook-Id", "msg_2")
	for name, h := range all {
		if status, _ := post(t, server, h, paid); status != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, status)
		}
	}
	for i, id := range []string{"msg_1", "msg_2", "msg_2", "msg_3"} {
		if status, text := post(t, server, signed(id)(standardSecret, time.Now()), paid); status != http.StatusOK {
			t.Errorf("delivery %d: %d %q", i, status, text)
		}
	}
	if got := recorder.Deliveries(); len(got) != 3 || got[2].DeliveryID != "msg_3" || got[0].Action != standardwebhooks.ActionInvoicePaid {
		t.Errorf("handled: %+v", got)
	}
}
