package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/judges"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// allTrials returns the cases of the judges, what is no JSON, what is beyond
// the limits, and Go values that cannot be sent.
func allTrials() ([]trial, error) {
	trials := append(brokenTexts(), limits()...)
	values, single, err := brokenValues()
	if err != nil {
		return nil, err
	}
	trials = append(append(trials, values...), deepValues()...)
	trials = append(trials, single...)
	cases, err := judges.Cases(1, judges.Instrumented)
	if err != nil {
		return nil, err
	}
	for c := range cases {
		trials = append(trials, trial{c.What, func() string { return parsed(c.Subject.Parse(c.Push, c.Text)) }})
	}
	return trials, nil
}

// parsed returns the verdict on a text, with the places of violations, and
// what an accepted one is written as.
func parsed(d judges.Delivery, err error) string {
	if err != nil {
		return failure(err)
	}
	if err := d.Validate(); err != nil {
		return "not to be sent: " + failure(err)
	}
	again, err := d.AppendJSON(nil)
	if err != nil {
		return "not to be written: " + err.Error()
	}
	return string(again)
}

// failure returns an error without its words: places, and the rules broken there.
func failure(err error) string {
	v := reflect.Indirect(reflect.ValueOf(err))
	list := v.FieldByName("Violations")
	if !list.IsValid() {
		return v.Type().Name()
	}
	places := []string{"invalid"}
	for i := range list.Len() {
		v := list.Index(i)
		places = append(places, fmt.Sprint(v.FieldByName("Pointer"), " ", v.FieldByName("Rule"), " ", v.FieldByName("Member")))
	}
	slices.Sort(places)
	return strings.Join(slices.Compact(places), ", ")
}

// samples are texts with everything that the scanner knows, in members that
// are read and in members that are passed over.
var samples = []string{
	`{"webhook_id":"a\u00e9\ud83d\ude00\"\\\/\b\f\n\r\tü€😀z","secret_key":"s","action":"thread_closed",` +
		`"license_id":-120,"payload":{"chat_id":"c","thread_id":"t","user_id":"u\n"},"x":{"a":1,"b":{"a":[true,false,null,-0.5e+10,1E-2]},"c\u0041":[]},"y":[[],{}]}`,
	` { "webhook_id" : "a" , "secret_key" : "b" , "action" : "nobody_knows" , "payload" : { "a" : [ 1 , 2.50 , { } ] , "b" : "\u0000\uDBFF\uDFFF" , ` +
		`"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1 } } `,
	`{"token":"t","delivery":"d","version":1,"event":"maps","test":true,"attempt":3,"body":{"texts":{"a":"\u0062ü","b":"","aa":"c"},` +
		`"flags":{"t":true,"f":false},"nulls":{"n":null,"i":123},"objects":{"o":{"id":12,"next":{"id":0}}},"unions":{"u":{"radius":1.5,"type":"circle"}},` +
		`"deep":{},"anything":{"x":[1,"\ud83d\ude00"]},"wrapped":{},"kinds":{"k":5}}}`,
	`{"token":"t","delivery":"d","version":1.0,"event":"scalars","body":{"text":"","flag":true,"whole":-1e2,"ratio":1.5,"at":"","anything":{"a":1},` +
		`"small":0,"atLeast":12,"part":0.5,"below":0.1,"password":""}}`,
	`{"token":"t","delivery":"d","version":1,"event":"nobody_knows","body":{"a":{},"b":[],"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1}}`,
	`{"kind":"push","name":"nobody_knows","payload":{},"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1}`,
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
	add := func(what, text string) {
		out = append(out, trial{what, func() string {
			l, lerr := livechat.Parse([]byte(text))
			e, eerr := everything.Parse([]byte(text))
			p, perr := everything.ParsePush([]byte(text))
			return verdict(everything.CheckJSON([]byte(text))) + parsed(l, lerr) + parsed(e, eerr) + parsed(p, perr)
		}})
	}
	for i, sample := range samples {
		for p := range len(sample) + 1 {
			add(fmt.Sprintf("sample %d cut off at %d", i, p), sample[:p])
			for _, piece := range pieces {
				add(fmt.Sprintf("sample %d with %q before %d", i, piece, p), sample[:p]+piece+sample[p:])
				if p < len(sample) {
					add(fmt.Sprintf("sample %d with %q at %d", i, piece, p), sample[:p]+piece+sample[p+1:])
				}
			}
		}
	}
	for _, text := range append(pieces, manyMembers(20)...) {
		add(fmt.Sprintf("text %q", text), text)
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

func verdict(err error) string {
	if err == nil {
		return "accepted"
	}
	return failure(err)
}
