package proofs

import (
	"crypto/ed25519"
	"encoding/base64"
	"net/http"
	"strings"
	"time"

	"github.com/webhookgen/webhookgen/generated/internal/proofs/sealed"
)

// seal returns the header of a delivery that is signed with a date and another
// header, as the package sealed wants it.
func seal(key, date, recipient string) http.Header {
	signature := ed25519.Sign(signingKeyOf(key), []byte(recipient+"."+date+"."+goodBody))
	return http.Header{"X-Seal": {"ed25519=" + base64.StdEncoding.EncodeToString(signature)}, "X-Sealed-At": {date}, "X-Sealed-For": {recipient}}
}

// seals are headers for goodBody, by what is special about them, and the
// reason for which one is refused.
func seals() map[string]struct {
	header http.Header
	reason string
} {
	date := now.UTC().Format(time.RFC3339)
	good := func(change func(h http.Header)) http.Header {
		h := seal("the owner", date, "one")
		change(h)
		return h
	}
	dated := func(date string) http.Header { return seal("the owner", date, "one") }
	value := seal("the owner", date, "one").Get("X-Seal")
	set := func(name string, values ...string) http.Header { return good(func(h http.Header) { h[name] = values }) }
	return map[string]struct {
		header http.Header
		reason string
	}{
		"good":               {good(func(http.Header) {}), ""},
		"another zone":       {dated(now.In(time.FixedZone("", 3600)).Format(time.RFC3339)), ""},
		"without a prefix":   {set("X-Seal", strings.TrimPrefix(value, "ed25519=")), "wrong"},
		"another prefix":     {set("X-Seal", strings.Replace(value, "ed25519", "ED25519", 1)), "wrong"},
		"twice as long":      {set("X-Seal", value+value[len("ed25519="):]), "wrong"},
		"much longer":        {set("X-Seal", value+strings.Repeat("A", 200)), "wrong"},
		"with a line":        {set("X-Seal", value[:20]+"\n"+value[20:]), "wrong"},
		"without padding":    {set("X-Seal", strings.TrimRight(value, "=")), "wrong"},
		"by another":         {seal("another", date, "one"), "wrong"},
		"for another":        {set("X-Sealed-For", "two"), "wrong"},
		"for nobody":         {set("X-Sealed-For"), "missing"},
		"for nobody, signed": {seal("the owner", date, ""), "missing"},
		"for two":            {set("X-Sealed-For", "one", "one"), "repeated"},
		"no date":            {set("X-Sealed-At"), "missing"},
		"another date":       {set("X-Sealed-At", now.Add(time.Second).UTC().Format(time.RFC3339)), "wrong"},
		"seconds":            {dated("1614265330"), "malformed"},
		"broken, signed":     {dated("2021-02-25"), "malformed"},
		"too old":            {dated(now.Add(-6 * time.Minute).UTC().Format(time.RFC3339)), "too_old"},
		"too new":            {dated(now.Add(6 * time.Minute).UTC().Format(time.RFC3339)), "too_new"},
	}
}

// unseal has the package sealed prove the sender of goodBody.
func unseal(header http.Header) (reason string) {
	key := sealed.Secret(base64.StdEncoding.EncodeToString(signingKeyOf("the owner").Public().(ed25519.PublicKey)))
	v := sealed.Verifier{Secrets: []sealed.Secret{"no key", key}, Now: func() time.Time { return now }}
	return reasonOf(v.Verify(header, []byte(goodBody)), func(e *sealed.ProofError) string { return string(e.Reason) })
}
