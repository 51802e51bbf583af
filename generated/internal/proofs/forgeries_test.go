package proofs_test

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// forgery is a delivery that nobody who has a secret has sent like this.
type forgery struct {
	name    string
	header  http.Header
	body    string
	secrets []string
	at      time.Time
}

// forger collects forgeries against one scheme.
type forger struct {
	scheme
	all []forgery
}

func (f *forger) add(name string, change func(*forgery)) {
	x := forgery{name: name, header: f.signed(goodBody, f.secret, now), body: goodBody, secrets: []string{f.secret}, at: now}
	change(&x)
	f.all = append(f.all, x)
}

// withValue adds the delivery with another value of the header.
func (f *forger) withValue(name, value string) {
	f.add(name, func(x *forgery) { x.header[f.header] = []string{value} })
}

func (f *forger) good() string { return f.signed(goodBody, f.secret, now).Get(f.header) }

// isScheme says whether i is in the name of an authentication scheme, whose
// case does not matter.
func (f *forger) isScheme(i int) bool {
	return f.header == "Authorization" && i < strings.Index(f.good(), " ")
}

func (f *forger) keys() {
	wrong := map[string]string{
		"wrong key": "another-key", "truncated key": f.secret[:len(f.secret)-1], "longer key": f.secret + "a", "key and newline": f.secret + "\n!",
		"key in upper case": strings.ToUpper(f.secret), "key in lower case": strings.ToLower(f.secret) + " ", "key in hex": hex.EncodeToString([]byte(f.secret)),
		"key in base64": base64.StdEncoding.EncodeToString([]byte(f.secret)), "key and NUL": f.secret + "\x00x",
		"doubled key": f.secret + f.secret, "empty key": "", "half key": f.secret[len(f.secret)/2:],
	}
	for name, secret := range wrong {
		f.add(name, func(x *forgery) { x.header = f.stamped(goodBody, f.key(secret), fmt.Sprint(now.Unix())) })
	}
	f.add("no secrets", func(x *forgery) { x.secrets = nil })
	for name, secrets := range map[string][]string{"empty": {""}, "several empty": {"", ""}, "empty among others": {"another-key", "", "a third"}} {
		f.add("empty secret: "+name, func(x *forgery) { x.header, x.secrets = f.stamped(goodBody, "", fmt.Sprint(now.Unix())), secrets })
		f.add("right secret, set is "+name, func(x *forgery) { x.secrets = secrets })
	}
}

func (f *forger) headers() {
	good := f.good()
	f.add("no proof", func(x *forgery) { x.header.Del(f.header) })
	f.add("no header at all", func(x *forgery) { x.header = http.Header{"Content-Type": {"application/json"}} })
	for name, values := range map[string][]string{"same": {good, good}, "good, bad": {good, "bad"}, "bad, good": {"bad", good}, "empty, good": {"", good}, "good, empty": {good, ""}} {
		f.add("header twice: "+name, func(x *forgery) { x.header[f.header] = values })
	}
	for _, other := range []string{"X-Signature", "X-Hub-Signature", "Signature", "Proxy-Authorization", "Svix-Signature", "Cookie", strings.ToLower(f.header)} {
		f.add("in another header: "+other, func(x *forgery) { x.header.Del(f.header); x.header[other] = []string{good} })
	}
}

func (f *forger) values() {
	good := f.good()
	for i := range len(good) {
		f.withValue(fmt.Sprintf("cut at %d", i), good[:i])
		f.withValue(fmt.Sprintf("byte %d missing", i), good[:i]+good[i+1:])
		for bit := range 8 {
			flipped := []byte(good)
			flipped[i] ^= 1 << bit
			if bit == 5 && f.isScheme(i) {
				continue
			}
			f.withValue(fmt.Sprintf("bit %d of byte %d", bit, i), string(flipped))
		}
	}
	for _, tail := range []string{"0", "=", "==", " ", "\t", ",", ", ", ";", "\x00", "\n", "\r\nX-A: b", "a", "\u00a0", "%00", ",x", ", bad"} {
		f.withValue(fmt.Sprintf("and %q", tail), good+tail)
	}
	for _, head := range []string{" ", "\t", ",", "\x00", "0", "sha1=", "bad,", "\ufeff", "=", ";"} {
		f.withValue(fmt.Sprintf("%q and", head), head+good)
	}
	at := strings.IndexAny(good, "= ,") + 1
	head, tail := good[:at], good[at:]
	for name, value := range map[string]string{
		"prefix missing": tail, "prefix doubled": head + head + tail, "whole doubled": good + good, "joined by comma": good + "," + good,
		"joined by comma and space": good + ", " + good, "joined by semicolon": good + ";" + good, "quoted": `"` + good + `"`, "signature quoted": head + `"` + tail + `"`,
		"space inside": head + " " + tail, "other prefix": "sha512=" + tail, "upper case": head + strings.ToUpper(tail), "reversed": head + reversed(tail),
		"lower case": head + strings.ToLower(tail) + "_", "percent": url.QueryEscape(good), "in hex": head + hex.EncodeToString([]byte(tail)),
		"in base64": head + base64.StdEncoding.EncodeToString([]byte(tail)), "full width": head + fullWidth(tail), "empty value": head,
		"NUL in front": head + "\x00" + tail, "huge": head + strings.Repeat("a", 1<<20), "good and huge": good + strings.Repeat("a", 1<<20),
		"commas": strings.Repeat(",", 1<<16) + good, "spaces": strings.Repeat(" ", 1<<16) + good, "null": "null", "true": "true", "zeros": head + strings.Repeat("0", len(tail)),
	} {
		if value != good && !f.isList(name) {
			f.withValue(name, value)
		}
	}
}

// isList says whether a value is read as several signatures, one of them right.
func (f *forger) isList(name string) bool {
	return f.name == "pairs" && (name == "joined by semicolon" || name == "whole doubled") || f.name == "standard" && name == "joined by comma and space"
}

func reversed(s string) string { b := []byte(s); slices.Reverse(b); return string(b) }

// fullWidth writes digits as the wide ones of Unicode.
func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '０'
		}
		return r
	}, s) + "０"
}

// bodies adds other bodies with the proof of goodBody, where the body is signed.
func (f *forger) bodies() {
	for i := range 8 * len(goodBody) {
		changed := []byte(goodBody)
		changed[i/8] ^= 1 << (i % 8)
		f.add(fmt.Sprintf("bit %d of the body", i), func(x *forgery) { x.body = string(changed) })
	}
	for name, body := range map[string]string{
		"empty": "", "and newline": goodBody + "\n", "space in front": " " + goodBody, "byte order mark": "\ufeff" + goodBody, "and NUL": goodBody + "\x00",
		"cut": goodBody[:len(goodBody)-1], "doubled": goodBody + goodBody, "indented": strings.ReplaceAll(goodBody, ":", ": "),
		"another": strings.Replace(goodBody, "one", "two", 1), "CRLF": goodBody + "\r\n",
	} {
		f.add("body "+name, func(x *forgery) { x.body = body })
	}
	f.add("proof of an empty body", func(x *forgery) { x.header = f.signed("", f.secret, now) })
	encode := func(m []byte) string {
		if f.name == "standard" {
			return base64.StdEncoding.EncodeToString(m)
		}
		return hex.EncodeToString(m)
	}
	head := strings.TrimSuffix(f.good(), encode(f.sum(f.text(goodBody))))
	for name, text := range map[string]string{"body alone": goodBody, "time and body": fmt.Sprint(now.Unix()) + "." + goodBody, "body and time": goodBody + "." + fmt.Sprint(now.Unix()),
		"time alone": fmt.Sprint(now.Unix()), "nothing": ""} {
		if text != f.text(goodBody) {
			f.withValue("signed is "+name, head+encode(f.sum(text)))
		}
	}
	right := f.sum(f.text(goodBody))
	for name, value := range map[string]string{
		"hex in upper case": strings.ToUpper(hex.EncodeToString(right)), "raw bytes": string(right), "base64 for URLs without padding": base64.RawURLEncoding.EncodeToString(right) + "-",
		"base64 without padding": base64.RawStdEncoding.EncodeToString(right), "hex with 0x": "0x" + hex.EncodeToString(right),
		"half": encode(right[:16]), "twice": encode(append(slices.Clone(right), right...)), "and a zero": encode(append(slices.Clone(right), 0)),
	} {
		f.withValue("encoding: "+name, head+value)
	}
	one, five := hmac.New(sha1.New, []byte(f.key(f.secret))), hmac.New(sha512.New, []byte(f.key(f.secret)))
	one.Write([]byte(f.text(goodBody)))
	five.Write([]byte(f.text(goodBody)))
	f.withValue("SHA-1", head+encode(one.Sum(nil)))
	f.withValue("SHA-512", head+encode(five.Sum(nil)))
	f.withValue("SHA-1 under its name", "sha1="+hex.EncodeToString(one.Sum(nil)))
	f.add("the weaker header is right", func(x *forgery) {
		x.header.Set(f.header, head+encode(make([]byte, 32)))
		x.header.Set("X-Hub-Signature", "sha1="+hex.EncodeToString(one.Sum(nil)))
	})
	f.add("the weaker header alone", func(x *forgery) {
		x.header.Del(f.header)
		x.header.Set("X-Hub-Signature", "sha1="+hex.EncodeToString(one.Sum(nil)))
	})
}

// sum is the signature of a text, before it is written.
func (f *forger) sum(text string) []byte {
	if f.name == "keys" {
		return ed25519.Sign(signingKeyOf(f.key(f.secret)), []byte(text))
	}
	return mac(f.key(f.secret), text)
}

// text is what is signed of a body now.
func (f *forger) text(body string) string {
	stamp := fmt.Sprint(now.Unix())
	return map[string]string{"body": body, "parts": "v0:" + stamp + ":" + body, "pairs": stamp + "." + body, "standard": "msg_1." + stamp + "." + body, "keys": stamp + body}[f.name]
}

// forgeries returns all forgeries against a scheme.
func forgeries(s scheme) []forgery {
	f := &forger{scheme: s}
	f.keys()
	f.headers()
	f.values()
	if s.header != "Authorization" {
		f.bodies()
	} else {
		f.tokensOnly()
	}
	if s.timed {
		f.times()
	}
	switch s.name {
	case "pairs":
		f.pairsOnly()
	case "standard":
		f.standardOnly()
	}
	return f.all
}

// Every forgery is refused, by Verify and by the receiver, with 401 and without
// a word of what would have been right.
func TestForgeries(t *testing.T) {
	for _, s := range schemes {
		t.Run(s.name, func(t *testing.T) {
			all := forgeries(s)
			kinds := map[string]bool{}
			for _, x := range all {
				kinds[strings.Map(noDigits, x.name)] = true
				if reason := s.verify(x.at, x.header, x.body, x.secrets...); reason == "" {
					t.Errorf("%s is accepted", x.name)
				}
				handled := 0
				w := httptest.NewRecorder()
				q := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(x.body))
				q.Header = x.header.Clone()
				if s.receive(&handled, x.secrets...).ServeHTTP(w, q); w.Code != http.StatusUnauthorized || handled > 0 || w.Header().Get("WWW-Authenticate") == "" {
					t.Errorf("%s: the receiver answers %d and handles %d", x.name, w.Code, handled)
				}
			}
			if len(kinds) < 40 {
				t.Errorf("only %d kinds of forgery", len(kinds))
			}
			t.Logf("%d forgeries of %d kinds", len(all), len(kinds))
		})
	}
}

func noDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return -1
	}
	return r
}
