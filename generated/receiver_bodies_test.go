package generated_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

const (
	taggedPayload = `{"chat_id":"c","thread_id":"t","tag":"vip"}`
	goodSecret    = `"secret_key":"` + rightSecret + `"`
)

// with returns a delivery of a payload, proved by the member secret.
func with(secret, action, payload string) string {
	return fmt.Sprintf(`{"webhook_id":"w",%s,"action":%s,"payload":%s,"additional_data":{}}`, secret, action, payload)
}

// proved returns a delivery whose sender is proved.
func proved(action, payload string) string { return with(goodSecret, `"`+action+`"`, payload) }

// tagged returns a proved delivery with payload members beside or in place of the tag.
func tagged(tag string) string {
	return proved("chat_thread_tagged", `{"chat_id":"c","thread_id":"t",`+tag+`}`)
}

// event returns a proved delivery of an event.
func event(members string) string {
	return proved("incoming_event", `{"chat_id":"c","thread_id":"t","event":{`+members+`}}`)
}

// seen returns a proved delivery with a number.
func seen(number string) string {
	return proved("last_seen_timestamp_updated", `{"user_id":"u","chat_id":"c","timestamp":`+number+`}`)
}

// secretAs returns a delivery with another member in place of the secret.
func secretAs(member string) string { return with(member, `"chat_thread_tagged"`, taggedPayload) }

type hostileBody struct {
	name   string
	status int
	body   string
}

// secretBodies are ways to be taken for the provider. All but the first few
// must be told the same.
func secretBodies() []hostileBody {
	quoted := func(text string) string { return `"secret_key":"` + text + `"` }
	bodies := []hostileBody{
		{"right", 200, secretAs(goodSecret)},
		{"right, name escaped", 200, secretAs(`"\u0073ecret_key":"` + rightSecret + `"`)},
		{"right, value escaped", 200, secretAs(quoted(`\u0071` + rightSecret[1:]))},
		{"twice, right then wrong", 400, secretAs(goodSecret + `,` + quoted("x"))},
		{"twice, wrong then right", 400, secretAs(quoted("x") + `,` + goodSecret)},
		{"twice, both right", 400, secretAs(goodSecret + `,` + goodSecret)},
		{"twice, once escaped", 400, secretAs(quoted("x") + `,"secret\u005fkey":"` + rightSecret + `"`)},
	}
	for name, member := range map[string]string{
		"missing": `"x":1`, "empty": quoted(""), "null": `"secret_key":null`, "number": `"secret_key":0`, "true": `"secret_key":true`,
		"list": `"secret_key":["` + rightSecret + `"]`, "object": `"secret_key":{` + goodSecret + `}`, "nested": `"envelope":{` + goodSecret + `}`,
		"wrong": quoted("guess"), "prefix": quoted(rightSecret[:20]), "all but the last": quoted(rightSecret[:31]), "longer": quoted(rightSecret + "a"),
		"space after": quoted(rightSecret + " "), "space before": quoted(" " + rightSecret), "other case": quoted(strings.ToUpper(rightSecret)),
		"NUL after": quoted(rightSecret + `\u0000`), "newline after": quoted(rightSecret + `\n`), "twice in one": quoted(rightSecret + rightSecret),
		"percent": quoted("%71" + rightSecret[1:]), "entity": quoted("&#113;" + rightSecret[1:]), "full width": quoted("\uff51" + rightSecret[1:]),
		"zero width": quoted("\u200b" + rightSecret), "combining": quoted(rightSecret + "\u0301"), "redacted": quoted("[redacted]"),
		"name in capitals": `"SECRET_KEY":"` + rightSecret + `"`, "name capitalised": `"Secret_Key":"` + rightSecret + `"`,
		"name with long s": `"` + "\u017f" + `ecret_key":"` + rightSecret + `"`, "name with Kelvin sign": `"secret_` + "\u212a" + `ey":"` + rightSecret + `"`,
		"name in Cyrillic": `"s` + "\u0435" + `cret_key":"` + rightSecret + `"`, "name in full width": `"` + "\uff53" + `ecret_key":"` + rightSecret + `"`,
		"name with a dash": `"secret-key":"` + rightSecret + `"`, "name in camel case": `"secretKey":"` + rightSecret + `"`,
		"name with a space": `"secret_key ":"` + rightSecret + `"`, "name with NUL": `"secret_key\u0000":"` + rightSecret + `"`,
		"name with zero width": `"secret_` + "\u200b" + `key":"` + rightSecret + `"`, "look-alike beside wrong": `"Secret_key":"` + rightSecret + `",` + quoted("x"),
	} {
		bodies = append(bodies, hostileBody{name, 401, secretAs(member)})
	}
	wrong := quoted("guess")
	return append(bodies,
		hostileBody{"in the payload", 401, with(`"x":1`, `"chat_thread_tagged"`, `{"chat_id":"c","thread_id":"t","tag":"v",`+goodSecret+`}`)},
		hostileBody{"wrong, unknown action", 401, with(wrong, `"chat_eaten"`, `{}`)},
		hostileBody{"wrong, no handler", 401, with(wrong, `"customer_created"`, `{}`)},
		hostileBody{"wrong, invalid payload", 401, with(wrong, `"chat_thread_tagged"`, `{}`)},
		hostileBody{"wrong, payload of another type", 401, with(wrong, `"chat_thread_tagged"`, `7`)},
		hostileBody{"wrong, action of another type", 401, with(wrong, `7`, `{}`)},
		hostileBody{"wrong, nothing else", 401, `{` + wrong + `}`},
		hostileBody{"null", 401, `null`}, hostileBody{"a list", 401, `[` + secretAs(goodSecret) + `]`},
		hostileBody{"a text", 401, `"` + rightSecret + `"`}, hostileBody{"a number", 401, `1`}, hostileBody{"an empty object", 401, `{}`},
	)
}

// brokenBodies are not JSON as it is read here. Whether the secret is right is
// never asked.
func brokenBodies() []hostileBody {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	texts := map[string]string{
		"empty": "", "space": " \n\t ", "open": "{", "close": "}", "half": tagged(`"tag":"v"`)[:90], "two values": tagged(`"tag":"v"`) + "{}",
		"trailing text": tagged(`"tag":"v"`) + "x", "trailing comma": `{"a":1,}`, "comma first": `{,"a":1}`, "two commas": `{"a":1,,"b":2}`,
		"no colon": `{"a" 1}`, "no comma": `{"a":1 "b":2}`, "no quotes": `{a:1}`, "single quotes": `{'a':1}`, "comment": `{"a":1/*x*/}`, "line comment": "{}//",
		"NaN": tagged(`"x":NaN`), "Infinity": tagged(`"x":Infinity`), "undefined": tagged(`"x":undefined`), "leading zero": tagged(`"x":01`), "plus": tagged(`"x":+1`),
		"no digit before the point": tagged(`"x":.5`), "no digit after the point": tagged(`"x":1.`), "hexadecimal": tagged(`"x":0x1`), "half an exponent": tagged(`"x":1e`),
		"word cut": tagged(`"x":tru`), "word too long": tagged(`"x":truee`), "capital word": tagged(`"x":True`),
		"control character": tagged("\"x\":\"\x01\""), "raw newline": tagged("\"x\":\"\n\""), "bad escape": tagged(`"x":"\x41"`), "short escape": tagged(`"x":"\u12"`),
		"byte order mark": "\ufeff" + tagged(`"tag":"v"`), "UTF-16": "\xff\xfe{\x00}\x00", "NUL after": tagged(`"tag":"v"`) + "\x00", "NUL within": "{\x00}",
		"form feed": "{\f}", "no-break space": "{\u00a0}", "form": "secret_key=" + rightSecret, "XML": "<a>" + rightSecret + "</a>", "JSON lines": "{}\n{}",
		"invalid UTF-8": tagged("\"tag\":\"\xff\""), "overlong UTF-8": tagged("\"tag\":\"\xc0\xaf\""), "cut UTF-8": tagged("\"tag\":\"\xe2\x82\""),
		"surrogate in UTF-8": tagged("\"tag\":\"\xed\xa0\x80\""), "beyond Unicode": tagged("\"tag\":\"\xf4\x90\x80\x80\""), "invalid UTF-8 in a name": tagged("\"\xff\":1"),
		"high surrogate alone": tagged(`"tag":"\ud83d"`), "low surrogate alone": tagged(`"tag":"\ude00"`), "surrogates reversed": tagged(`"tag":"\ude00\ud83d"`),
		"known member twice": tagged(`"tag":"a","tag":"b"`), "unknown member twice": tagged(`"tag":"v","x":1,"x":2`), "twice by escape": tagged(`"tag":"v","t\u0061g":"w"`),
		"action twice":      `{"action":"thread_closed",` + proved("chat_thread_tagged", taggedPayload)[1:],
		"payload twice":     `{"payload":{},` + proved("chat_thread_tagged", taggedPayload)[1:],
		"twice deep within": tagged(`"tag":"v","x":[{"y":{"z":1,"z":1}}]`), "twice in an unknown action": proved("chat_eaten", `{"a":{"b":1,"b":1}}`),
		"too deep": tagged(`"tag":"v","x":` + deep(99)), "far too deep": deep(200000), "deep and open": strings.Repeat(`{"a":`, 100000),
		"exponent too large": tagged(`"x":1e1001`), "exponent far too large": seen("1e99999999999999999999"), "number too long": seen(strings.Repeat("9", 513)),
	}
	var bodies []hostileBody
	for name, body := range texts {
		bodies = append(bodies, hostileBody{name, 400, body})
	}
	return bodies
}

// provedBodies come from the provider, and are more or less as specified.
func provedBodies() []hostileBody {
	return []hostileBody{
		{"unknown action", 200, proved("chat_eaten", `{"a":[1,null]}`)}, {"no handler", 200, proved("access_set", `{"resource":"chat","id":"i","access":{"group_ids":[1]}}`)},
		{"empty action", 200, proved("", `{}`)}, {"unknown member", 200, tagged(`"tag":"v","x":{"y":null}`)}, {"as deep as it goes", 200, tagged(`"tag":"v","x":` + strings.Repeat("[", 98) + strings.Repeat("]", 98))},
		{"older name", 200, strings.Replace(tagged(`"tag":"v"`), `"payload"`, `"data"`, 1)}, {"payload before the action", 200, `{"payload":` + taggedPayload + `,"action":"chat_thread_tagged","webhook_id":"w",` + goodSecret + `}`},
		{"both names", 422, `{"data":` + taggedPayload + `,` + tagged(`"tag":"v"`)[1:]}, {"no payload", 422, `{"webhook_id":"w","action":"chat_thread_tagged",` + goodSecret + `}`},
		{"no action", 422, `{"webhook_id":"w","payload":{},` + goodSecret + `}`}, {"action in capitals", 422, `{"ACTION":"chat_thread_tagged","webhook_id":"w","payload":{},` + goodSecret + `}`},
		{"action is null", 422, with(goodSecret, "null", taggedPayload)}, {"payload is null", 422, proved("chat_thread_tagged", "null")}, {"payload of unknown action is a list", 422, proved("chat_eaten", "[]")},
		{"no webhook_id", 422, `{"action":"chat_thread_tagged","payload":` + taggedPayload + `,` + goodSecret + `}`},
		{"member missing", 422, tagged(`"x":1`)}, {"member in other case", 422, tagged(`"Tag":"v"`)}, {"member null", 422, tagged(`"tag":null`)}, {"member of another type", 422, tagged(`"tag":1`)},
		{"secret as an unknown member", 200, tagged(`"tag":"v","` + rightSecret + `":1`)}, {"secret as an action", 200, proved(rightSecret, `{}`)}, {"secret for a missing member", 422, tagged(`"` + rightSecret + `":1`)},
		{"secret as a key of a map", 422, event(`"id":"e","type":"message","author_id":"a","timestamp":1,"text":"x","properties":{"` + rightSecret + `":7}`)},
		{"whole as 1.0", 200, seen("1.0")}, {"whole as 1e2", 200, seen("1e2")}, {"not whole", 422, seen("1.5")}, {"beyond 64 bits", 422, seen("9223372036854775808")}, {"a number as a text", 422, seen(`"1"`)},
		{"no discriminator", 422, event(`"id":"e"`)}, {"discriminator of another type", 422, event(`"type":7`)}, {"discriminator null", 422, event(`"type":null`)}, {"unknown variant", 200, event(`"type":"hologram"`)},
		{"closed enum", 422, proved("chat_user_added", `{"chat_id":"c","thread_id":"t","user":{"id":"i","type":"agent"},"user_type":"robot"}`)},
	}
}

// TestReceiverBodies sends every hostile body and compares the answer with the
// one that it must get.
func TestReceiverBodies(t *testing.T) {
	p := newProbe(t)
	bodies := append(append(secretBodies(), brokenBodies()...), provedBodies()...)
	if len(bodies) < 100 {
		t.Errorf("%d bodies are too few", len(bodies))
	}
	for _, b := range bodies {
		handledBefore := len(p.handled)
		if status := p.post(b.body); status != b.status {
			t.Errorf("%s: %d (%s), want %d\n%.300s", b.name, status, p.last(), b.status, b.body)
		}
		if (b.status == 400 || b.status == 401) && len(p.handled) > handledBefore {
			t.Errorf("%s: a handler or hook was called: %s", b.name, p.handled[handledBefore])
		}
		if p.last() == livechat.OutcomePanicked {
			t.Errorf("%s: panic", b.name)
		}
	}
	t.Logf("%d bodies", len(bodies))
}

// TestReceiverCorpus sends the deliveries of the specification's own corpus.
func TestReceiverCorpus(t *testing.T) {
	p := newProbe(t)
	secret := regexp.MustCompile(`("secret_key"\s*:\s*)"[^"]*"`)
	for _, folder := range []string{"valid", "invalid"} {
		for name, text := range readCorpus(t, filepath.Join(livechatCorpus, folder)) {
			body := secret.ReplaceAllString(string(text), `${1}"`+rightSecret+`"`)
			status := p.post(body)
			if folder == "valid" && status != 200 || folder == "invalid" && (status < 400 || status >= 500) {
				t.Errorf("%s/%s: %d (%s)", folder, name, status, p.last())
			}
		}
	}
}

// TestReceiverTellsNothing checks that unauthenticated answers are the same to
// the byte, whatever the action and the payload.
func TestReceiverTellsNothing(t *testing.T) {
	p := newProbe(t)
	answers := map[string]string{}
	for _, b := range secretBodies() {
		if b.status != 401 {
			continue
		}
		p.mu.Lock()
		p.answers.Reset()
		p.mu.Unlock()
		p.post(b.body)
		answers[p.answers.String()] = b.name
	}
	if len(answers) != 1 {
		t.Errorf("%d different answers: %v", len(answers), answers)
	}
	if counts, _ := p.Drift.Counts(); len(counts) > 0 {
		t.Errorf("drift of deliveries that are not proved: %v", counts)
	}
	if len(p.handled) > 0 || strings.Contains(p.log.String(), "chat_") {
		t.Errorf("handled %q, log %s", p.handled, p.log.String())
	}
}
