package generated_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// withMember is a delivery with a member in front, as JSON has it.
func withMember(member string) string {
	return `{` + member + `"webhook_id":"a53c2b1d0e","action":"chat_thread_tagged","organization_id":"77aa10f2","additional_data":{},` +
		`"payload":{"chat_id":"QW7RT2ZX90","thread_id":"LM4PO8VB11","tag":"bug"}}`
}

// forgedBodies are deliveries that nobody who has the secret has sent.
func forgedBodies() map[string]string {
	out := map[string]string{
		"no member": withMember(""), "null": withMember(`"secret_key":null,`), "number": withMember(`"secret_key":7,`), "true": withMember(`"secret_key":true,`),
		"list": withMember(`"secret_key":["` + rightSecret + `"],`), "object": withMember(`"secret_key":{"secret_key":"` + rightSecret + `"},`),
		"empty": withMember(`"secret_key":"",`), "in another case": withMember(`"Secret_key":"` + rightSecret + `",`), "in capitals": withMember(`"SECRET_KEY":"` + rightSecret + `",`),
		"long s": withMember(`"ſecret_key":"` + rightSecret + `",`), "Kelvin sign": withMember(`"secret_\u212aey":"` + rightSecret + `",`), "space in the name": withMember(`"secret_key ":"` + rightSecret + `",`),
		"twice, good first": withMember(`"secret_key":"` + rightSecret + `","secret_key":"x",`), "twice, bad first": withMember(`"secret_key":"x","secret_key":"` + rightSecret + `",`),
		"twice the same": withMember(`"secret_key":"` + rightSecret + `","secret_key":"` + rightSecret + `",`), "below": withMember(`"additional":{"secret_key":"` + rightSecret + `"},`),
		"empty body": "", "null body": "null", "text": `"` + rightSecret + `"`, "list of it": `["` + rightSecret + `"]`, "two bodies": withMember("") + withMember(`"secret_key":"`+rightSecret+`",`),
		"NUL behind": withMember(`"secret_key":"` + rightSecret + `\u0000",`), "raw NUL": withMember(`"secret_key":"` + rightSecret + "\x00" + `",`), "byte order mark": "\ufeff" + withMember(`"secret_key":"`+rightSecret+`",`),
		"lone surrogate": withMember(`"secret_key":"` + rightSecret + `\ud800",`), "not UTF-8": withMember(`"secret_key":"` + rightSecret + "\xff" + `",`), "huge": withMember(`"secret_key":"` + strings.Repeat(rightSecret, 1<<12) + `",`),
		"single quotes": withMember(`'secret_key':'` + rightSecret + `',`), "form": "secret_key=" + rightSecret, "redacted": withMember(`"secret_key":"[redacted]",`),
	}
	for name, secret := range map[string]string{
		"upper case": strings.ToUpper(rightSecret), "lower case": strings.ToLower(rightSecret), "space behind": rightSecret + " ", "space in front": " " + rightSecret, "newline": rightSecret + `\n`,
		"doubled": rightSecret + rightSecret, "hex": fmt.Sprintf("%x", rightSecret), "with comma": rightSecret + ",x", "wide": strings.Map(wide, rightSecret), "percent": "%71" + rightSecret[1:], "reversed": reversed(rightSecret),
	} {
		out["secret: "+name] = withMember(`"secret_key":"` + secret + `",`)
	}
	for i := range len(rightSecret) {
		out[fmt.Sprintf("cut at %d", i)] = withMember(`"secret_key":"` + rightSecret[:i] + `",`)
		for bit := range 7 {
			flipped := []byte(rightSecret)
			if flipped[i] ^= 1 << bit; flipped[i] != '"' && flipped[i] != '\\' && flipped[i] >= ' ' {
				out[fmt.Sprintf("bit %d of byte %d", bit, i)] = withMember(`"secret_key":"` + string(flipped) + `",`)
			}
		}
	}
	return out
}

// wide writes digits as the wide ones of Unicode.
func wide(r rune) rune {
	if r >= '0' && r <= '9' {
		return r - '0' + '０'
	}
	return r
}

func reversed(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[len(s)-1-i])
	}
	return b.String()
}

// Every forged body is refused by Verify, whatever other secrets are set, and
// by the receiver.
func TestForgedSecrets(t *testing.T) {
	forged := forgedBodies()
	for name, body := range forged {
		for _, secrets := range [][]livechat.Secret{{rightSecret}, {"", rightSecret}, {"another", rightSecret, "a third"}, {""}, nil} {
			if err := livechat.Verify([]byte(body), secrets...); err == nil {
				t.Errorf("%s is accepted", name)
			}
		}
		p := newProbe(t)
		if status := p.post(body); status != http.StatusUnauthorized && status != http.StatusBadRequest || len(p.handled) > 0 {
			t.Errorf("%s: the receiver answers %d and handles %q", name, status, p.handled)
		}
	}
	if len(forged) < 40 {
		t.Errorf("only %d forgeries", len(forged))
	}
	t.Logf("%d forgeries", len(forged))
}

func TestVerifySecret(t *testing.T) {
	good := []byte(withMember(`"secret_key":"\u0071` + rightSecret[1:] + `",`)) // an escape changes nothing
	for _, secrets := range [][]livechat.Secret{{rightSecret}, {"another", rightSecret}, {rightSecret, "another"}, {"", rightSecret}} {
		if err := livechat.Verify(good, secrets...); err != nil {
			t.Error(err)
		}
	}
	for _, c := range []struct {
		body    []byte
		secrets []livechat.Secret
		want    livechat.ProofReason
	}{
		{good, []livechat.Secret{"another"}, livechat.ProofWrong},
		{good, []livechat.Secret{""}, livechat.ProofNoSecret},
		{good, nil, livechat.ProofNoSecret},
		{[]byte(withMember("")), []livechat.Secret{rightSecret}, livechat.ProofMissing},
	} {
		var refused *livechat.ProofError
		if err := livechat.Verify(c.body, c.secrets...); !errors.As(err, &refused) || refused.Reason != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	var syntax *livechat.SyntaxError
	if err := livechat.Verify([]byte("{"), rightSecret); !errors.As(err, &syntax) {
		t.Errorf("%v, want a syntax error", err)
	}
}
