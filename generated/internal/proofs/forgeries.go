package proofs

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
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
