package proofs

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

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
