package runtime

import (
	"crypto/hmac"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"
)

// forms is a scheme that no provider has, with all that a signature can have.
var forms = partsSignature{
	header: "X-Sign", pair: "s", separator: ";", by: macSigner{sha512.New}, encode: base64.StdEncoding.EncodeToString,
	parts:     []signedPart{{text: "<"}, {header: "X-Id"}, {of: partBody}, {of: partTimestamp}},
	timestamp: signedTimestamp{pair: "t", tolerance: time.Minute},
}

func TestSignedForms(t *testing.T) {
	now := time.Date(2026, 11, 22, 14, 0, 0, 0, time.UTC)
	mac := hmac.New(sha512.New, []byte("key"))
	mac.Write([]byte("<id-7body2026-11-22T14:59:30.5+01:00"))
	value := "t=2026-11-22T14:59:30.5+01:00;s=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	proof := forms.within(0, func() time.Time { return now })
	for name, c := range map[string]struct {
		header http.Header
		want   ProofReason
	}{
		"good":            {headerOf("X-Sign", value, "X-Id", "id-7"), ""},
		"other id":        {headerOf("X-Sign", value, "X-Id", "id-8"), ProofWrong},
		"no id":           {headerOf("X-Sign", value), ProofMissing},
		"id twice":        {headerOf("X-Sign", value, "X-Id", "id-7", "X-Id", "id-7"), ProofRepeated},
		"other zone":      {headerOf("X-Sign", strings.Replace(value, "14:59:30.5+01:00", "13:59:30.5Z", 1), "X-Id", "id-7"), ProofWrong},
		"other separator": {headerOf("X-Sign", strings.Replace(value, ";", ",", 1), "X-Id", "id-7"), ProofMissing},
		"no date":         {headerOf("X-Sign", strings.Replace(value, "2026", "2026.", 1), "X-Id", "id-7"), ProofMalformed},
	} {
		if got := proof.verify(c.header, []byte("body"), []Secret{"key"}); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := forms.within(29*time.Second, func() time.Time { return now }).verify(headerOf("X-Sign", value, "X-Id", "id-7"), []byte("body"), []Secret{"key"}); got != ProofTooOld {
		t.Errorf("%q with a tolerance of 29s", got)
	}
}

func TestTimestamps(t *testing.T) {
	at := time.UnixMilli(1614265330123)
	millis := signedTimestamp{unit: time.Millisecond, tolerance: time.Second, now: func() time.Time { return at }}
	for text, want := range map[string]ProofReason{
		"1614265330123": "", "1614265331123": "", "1614265329123": "", "1614265331124": ProofTooNew, "1614265329122": ProofTooOld, "1614265330": ProofTooOld,
		"999999999999999": ProofTooNew, "9999999999999999": ProofMalformed, "+1614265330123": ProofMalformed, "": ProofMissing,
	} {
		stamp, reason := millis.parse(text)
		if reason == "" {
			reason = millis.check(stamp)
		}
		if reason != want {
			t.Errorf("%q: %q, want %q", text, reason, want)
		}
	}
}

func TestTokens(t *testing.T) {
	plain := func(s Secret) string { return string(s) }
	for name, c := range map[string]struct {
		proof  headerToken
		header http.Header
		want   ProofReason
	}{
		"raw":                    {headerToken{header: "X-Gitlab-Token", encode: plain}, headerOf("X-Gitlab-Token", "token"), ""},
		"raw, wrong":             {headerToken{header: "X-Gitlab-Token", encode: plain}, headerOf("X-Gitlab-Token", "Token"), ProofWrong},
		"prefix":                 {headerToken{header: "X-T", prefix: "Token ", encode: plain}, headerOf("X-T", "Token token"), ""},
		"prefix in another case": {headerToken{header: "X-T", prefix: "Token ", encode: plain}, headerOf("X-T", "token token"), ProofMalformed},
		"prefix cut":             {headerToken{header: "X-T", prefix: "Token ", encode: plain}, headerOf("X-T", "Tok"), ProofMalformed},
		"scheme":                 {headerToken{header: "Authorization", prefix: "Bearer ", scheme: true, encode: plain}, headerOf("Authorization", "bearer token"), ""},
		"login":                  {headerToken{header: "Authorization", prefix: "Basic ", scheme: true, encode: loginText}, headerOf("Authorization", "Basic dG9rZW4="), ProofNoSecret},
	} {
		if got := c.proof.verify(c.header, nil, []Secret{"", "token"}); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// An error says why and shows nothing.
func TestProofError(t *testing.T) {
	github := bodySignature{header: "X-S", hash: sha512.New, encode: hex.EncodeToString}
	err := proofError(github.verify(headerOf("X-S", "guess"), nil, []Secret{"the key"}))
	var refused *ProofError
	if !errors.As(err, &refused) || refused.Reason != ProofWrong {
		t.Fatalf("%v", err)
	}
	if text := err.Error(); strings.Contains(text, "guess") || strings.Contains(text, "key") {
		t.Errorf("shows %s", text)
	}
	for reason, text := range proofTexts {
		if got := proofError(reason).Error(); !strings.HasSuffix(got, text) || text == "" {
			t.Errorf("%s: %s", reason, got)
		}
	}
}
