package main

import (
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/judges"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// sample is a text, and what reads it.
type sample struct {
	parse func([]byte) (judges.Delivery, error)
	text  string
}

func parseLiveChat(b []byte) (judges.Delivery, error)   { return livechat.Parse(b) }
func parseEverything(b []byte) (judges.Delivery, error) { return everything.Parse(b) }
func parsePush(b []byte) (judges.Delivery, error)       { return everything.ParsePush(b) }

// samples are texts with everything that the scanner knows, in members that
// are read and in members that are passed over.
var samples = []sample{
	{parseLiveChat, `{"webhook_id":"a\u00e9\ud83d\ude00\"\\\/\b\f\n\r\tü€😀z","secret_key":"s","action":"thread_closed",` +
		`"license_id":-120,"payload":{"chat_id":"c","thread_id":"t","user_id":"u\n"},"x":{"a":1,"b":{"a":[true,false,null,-0.5e+10,1E-2]},"c\u0041":[]},"y":[[],{}]}`},
	{parseLiveChat, ` { "webhook_id" : "a" , "secret_key" : "b" , "action" : "nobody_knows" , "payload" : { "a" : [ 1 , 2.50 , { } ] , "b" : "\u0000\uDBFF\uDFFF" , ` +
		`"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1 } } `},
	{parseEverything, `{"token":"t","delivery":"d","version":1,"event":"maps","test":true,"attempt":3,"body":{"texts":{"a":"\u0062ü","b":"","aa":"c"},` +
		`"flags":{"t":true,"f":false},"nulls":{"n":null,"i":123},"objects":{"o":{"id":12,"next":{"id":0}}},"unions":{"u":{"radius":1.5,"type":"circle"}},` +
		`"deep":{},"anything":{"x":[1,"\ud83d\ude00"]},"wrapped":{},"kinds":{"k":5}}}`},
	{parseEverything, `{"token":"t","delivery":"d","version":1.0,"event":"scalars","body":{"text":"","flag":true,"whole":-1e2,"ratio":1.5,"at":"","anything":{"a":1},` +
		`"small":0,"atLeast":12,"part":0.5,"below":0.1,"password":""}}`},
	{parseEverything, `{"token":"t","delivery":"d","version":1,"event":"nobody_knows","body":{"a":{},"b":[],"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1}}`},
	{parsePush, `{"kind":"push","name":"nobody_knows","payload":{},"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1}`},
}

// pieces are put in place of, and before, each byte.
var pieces = []string{
	"", "\"", "\\", "/", "{", "}", "[", "]", ":", ",", " ", "\t", "\n", "\r", "\x00", "\x01", "\x1f", "\x7f", "0", "1", "9", "-", "+", ".", "e", "E", "u", "t", "n", "g", "G", "@", "`",
	"\x80", "\xff", "\xc3", "\xed\xa0\x80", "\xc0\x80", "\xf5\x80\x80\x80", "\ufffd", "\ufeff", "\\u", "\\ud800", "\\udc00", "\\ud800\\u0041", "\\ud800\\udbff", "\\udc00\\udc00", "\\ud800\\ue000", "\\x", "\\u12g4", "\\u12\x804",
	"01", "-", "--1", "1.", ".5", "1e", "1e+", "1e1001", "1e1000", "true", "tru", "nul", "\"a\":1,", "\"texts\":{},", "\"a\":\"\",", ",\"x\":1", "12345678901234567890", "000",
}

// brokenTexts returns each sample cut off at each byte, and with each piece in
// each place.
func brokenTexts() []trial {
	var out []trial
	add := func(what, text string, parse func([]byte) (judges.Delivery, error)) {
		out = append(out, trial{name: what, run: func(r *report) {
			r.failed(everything.CheckJSON([]byte(text)))
			r.parsed(parse([]byte(text)))
		}})
	}
	for i, sample := range samples {
		for p := range len(sample.text) + 1 {
			add(fmt.Sprintf("sample %d cut off at %d", i, p), sample.text[:p], sample.parse)
			for _, piece := range pieces {
				add(fmt.Sprintf("sample %d with %q before %d", i, piece, p), sample.text[:p]+piece+sample.text[p:], sample.parse)
				if p < len(sample.text) {
					add(fmt.Sprintf("sample %d with %q at %d", i, piece, p), sample.text[:p]+piece+sample.text[p+1:], sample.parse)
				}
			}
		}
	}
	for _, text := range append(pieces, manyMembers(20)...) {
		for _, parse := range []func([]byte) (judges.Delivery, error){parseLiveChat, parseEverything, parsePush} {
			add(fmt.Sprintf("text %q", text), text, parse)
		}
	}
	return out
}

// manyMembers returns objects of up to count members, and each with the first
// or the last of them twice.
func manyMembers(count int) []string {
	var out []string
	for n := 1; n <= count; n++ {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `"m%d":1,`, i)
		}
		for _, last := range []string{`"z":1`, `"m0":1`, fmt.Sprintf(`"m%d":1`, n-1)} {
			object := "{" + b.String() + last + "}"
			out = append(out, object,
				`{"webhook_id":"","secret_key":"","action":"nobody_knows","payload":`+object+`}`,
				`{"webhook_id":"","secret_key":"","action":"nobody_knows","payload":{},`+object[1:],
				`{"webhook_id":"","secret_key":"","action":"customer_created","payload":{"customer":{"id":"","type":"customer","session_fields":[`+object+`]}}}`)
		}
	}
	return out
}
