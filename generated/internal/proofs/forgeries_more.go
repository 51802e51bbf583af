package proofs

import (
	"encoding/base64"
	"fmt"
	"strings"
	"time"
)

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
