package proofs_test

import (
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
	head := strings.TrimSuffix(f.good(), encode(mac(f.key(f.secret), f.text(goodBody))))
	for name, text := range map[string]string{"body alone": goodBody, "time and body": fmt.Sprint(now.Unix()) + "." + goodBody, "body and time": goodBody + "." + fmt.Sprint(now.Unix()),
		"time alone": fmt.Sprint(now.Unix()), "nothing": ""} {
		if text != f.text(goodBody) {
			f.withValue("signed is "+name, head+encode(mac(f.key(f.secret), text)))
		}
	}
	right := mac(f.key(f.secret), f.text(goodBody))
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

// text is what is signed of a body now.
func (f *forger) text(body string) string {
	stamp := fmt.Sprint(now.Unix())
	return map[string]string{"body": body, "parts": "v0:" + stamp + ":" + body, "pairs": stamp + "." + body, "standard": "msg_1." + stamp + "." + body}[f.name]
}

// times adds replays, and timestamps of other forms: those signed by the owner
// of the key, too.
func (f *forger) times() {
	for _, shift := range []time.Duration{5*time.Minute + time.Second, time.Hour, 24 * time.Hour, 100 * 365 * 24 * time.Hour} {
		f.add(fmt.Sprintf("%v old", shift), func(x *forgery) { x.header = f.signed(goodBody, f.secret, now.Add(-shift)) })
		f.add(fmt.Sprintf("%v ahead", shift), func(x *forgery) { x.header = f.signed(goodBody, f.secret, now.Add(shift)) })
	}
	stamp := fmt.Sprint(now.Unix())
	for name, text := range map[string]string{
		"plus": "+" + stamp, "minus": "-" + stamp, "zero in front": "0" + stamp, "space in front": " " + stamp, "space behind": stamp + " ", "fraction": stamp + ".0",
		"exponent": stamp + "e0", "hex": "0x6037b9b2", "wide digits": "１６１４２６５３３０", "Arabic digits": "١٦١٤٢٦٥٣٣٠", "milliseconds": stamp + "000", "nanoseconds": stamp + "000000000",
		"largest": "9223372036854775807", "beyond": "9223372036854775808", "20 digits": "18446744075323816946", "400 digits": strings.Repeat("9", 400), "NaN": "NaN",
		"zero": "0", "minus one": "-1", "NUL": stamp + "\x00", "newline": stamp + "\n", "underscore": "1_614_265_330", "date": "2021-02-25T15:02:10Z", "infinite": "Inf", "no number": "now", "quoted": `"` + stamp + `"`,
	} {
		f.add("timestamp, signed: "+name, func(x *forgery) { x.header = f.stamped(goodBody, f.key(f.secret), text) })
		f.add("timestamp, not signed: "+name, func(x *forgery) { f.restamp(x, text) })
	}
	for _, text := range []string{fmt.Sprint(now.Unix() + 1), fmt.Sprint(now.Unix() - 1)} {
		f.add("timestamp changed to "+text, func(x *forgery) { f.restamp(x, text) })
	}
	if f.stamp != "" {
		f.add("no timestamp", func(x *forgery) { x.header.Del(f.stamp) })
		f.add("timestamp empty", func(x *forgery) { x.header[f.stamp] = []string{""} })
		f.add("timestamp twice", func(x *forgery) { x.header.Add(f.stamp, stamp) })
	}
}

// restamp changes the timestamp and leaves the signature.
func (f *forger) restamp(x *forgery, text string) {
	if f.stamp != "" {
		x.header[f.stamp] = []string{text}
		return
	}
	x.header[f.header] = []string{strings.Replace(f.good(), fmt.Sprint(now.Unix()), text, 1)}
}

func (f *forger) pairsOnly() {
	signature := strings.Split(f.good(), ",")[1]
	stamp := fmt.Sprintf("t=%d", now.Unix())
	for name, value := range map[string]string{
		"no time": signature, "no signature": stamp, "empty time first": "t=," + f.good(), "time twice": stamp + "," + stamp + "," + signature, "other time first": "t=1," + stamp + "," + signature,
		"v0 alone": stamp + ",v0=" + signature[3:], "V1": stamp + ",V1=" + signature[3:], "space after comma": stamp + ", " + signature, "space before name": " " + f.good(),
		"semicolon": stamp + ";" + signature, "no equals": stamp + ",v1" + signature[3:], "v1 empty": stamp + ",v1=", "empty pair": stamp + ",," + signature,
		"value has equals": stamp + ",v1==" + signature[3:], "too many": stamp + strings.Repeat(",v1=00", 16) + "," + signature, "nothing but names": "t,v1",
		"colon": strings.ReplaceAll(f.good(), "=", ":"), "space around equals": strings.ReplaceAll(f.good(), "=", " = "), "empty name": stamp + ",=" + signature[3:],
	} {
		f.withValue("pairs: "+name, value)
	}
}

func (f *forger) standardOnly() {
	signature := strings.TrimPrefix(f.good(), "v1,")
	for name, value := range map[string]string{
		"no version": signature, "v2": "v2," + signature, "V1": "V1," + signature, "v1a": "v1a," + signature, "v1.0": "v1.0," + signature, "v01": "v01," + signature, "version empty": "," + signature,
		"equals": "v1=" + signature, "space for comma": "v1 " + signature, "two commas": "v1,," + signature, "comma behind": "v1," + signature + ",", "more behind": "v1," + signature + ",v1",
		"two spaces": "v1,AAAA  v1," + signature, "too many": strings.Repeat("v1,AAAA ", 16) + "v1," + signature, "joined by comma": "v1,AAAA,v1," + signature, "tab": "v1,AAAA\tv1," + signature,
	} {
		f.withValue("standard: "+name, value)
	}
	for name, id := range map[string][]string{"none": nil, "empty": {""}, "other": {"msg_2"}, "twice": {"msg_1", "msg_1"}, "longer": {"msg_1."}, "space": {"msg_1 "}, "case": {"MSG_1"}} {
		f.add("id "+name, func(x *forgery) { x.header["Webhook-Id"] = id })
	}
	f.add("id holds the timestamp", func(x *forgery) {
		x.header = f.stamped(fmt.Sprintf("%d.%s", now.Unix(), goodBody), f.key(f.secret), "1")
		x.header.Set("Webhook-Id", "msg_1.1")
		x.header.Set("Webhook-Timestamp", fmt.Sprint(now.Unix()))
	})
	f.add("svix headers", func(x *forgery) {
		for _, name := range []string{"Id", "Timestamp", "Signature"} {
			x.header["Svix-"+name] = x.header["Webhook-"+name]
			x.header.Del("Webhook-" + name)
		}
	})
	public := base64.StdEncoding.EncodeToString(ed25519Key.Public)
	confused := f.stamped(goodBody, string(ed25519Key.Public), fmt.Sprint(now.Unix()))
	f.add("HMAC with the public key", func(x *forgery) { x.header, x.secrets = confused, []string{"whpk_" + public} })
	for name, secret := range map[string]string{"no base64": "whsec_!", "only the prefix": "whsec_", "a private key": "whsk_" + public, "a short public key": "whpk_AAAA", "a broken public key": "whpk_!"} {
		f.add("secret is "+name, func(x *forgery) { x.secrets = []string{secret} })
	}
	signed := ed25519Key.header()
	for i := range len(signed.Get(f.header)) * 8 {
		f.add(fmt.Sprintf("Ed25519: bit %d", i), func(x *forgery) {
			value := []byte(signed.Get(f.header))
			value[i/8] ^= 1 << (i % 8)
			x.header, x.secrets = signed.Clone(), []string{"whpk_" + public}
			x.header[f.header] = []string{string(value)}
		})
	}
	for at := range 88 {
		f.add(fmt.Sprintf("Ed25519: newline at %d", at), func(x *forgery) {
			value := signed.Get(f.header)
			x.header, x.secrets = signed.Clone(), []string{"whpk_" + public}
			x.header[f.header] = []string{value[:4+at] + "\n" + value[4+at:]}
		})
	}
	f.add("Ed25519: other body", func(x *forgery) { x.header, x.body, x.secrets = signed, goodBody+" ", []string{"whpk_" + public} })
	f.add("Ed25519 with a secret", func(x *forgery) { x.header = signed })
}

func (f *forger) tokensOnly() {
	user, password, _ := strings.Cut(f.secret, ":")
	b64 := func(s string) string { return "Basic " + base64.StdEncoding.EncodeToString([]byte(s)) }
	for _, value := range []string{b64(user), b64(user + ":"), b64(":" + password), b64(":"), b64(password + ":" + user), b64(f.secret + ":"), b64("Hooks:" + password),
		"Bearer", "Basic", "Bearer ", "Basic ", "Digest " + f.secret, "Token " + f.secret, "Bearer: " + f.secret, "Bearer\t" + f.secret, "Bearer  " + f.secret, f.secret} {
		f.withValue("token: "+value, value)
	}
	for _, secret := range []string{"hooks:", ":", "hooks"} { // a password that is not set
		if f.name == "basic" {
			f.add("secret is "+secret, func(x *forgery) { x.secrets = []string{secret}; x.header.Set(f.header, b64(secret)) })
		}
	}
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
