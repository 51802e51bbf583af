package main

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/events"
	"github.com/webhookgen/webhookgen/generated/internal/headers"
)

// contentTypes are those of forms, and of what is none.
var contentTypes = [][]string{
	nil, {"application/json"}, {"application/x-www-form-urlencoded"}, {"application/x-www-form-urlencoded; charset=utf-8"}, {"application/x-www-form-urlencoded;charset=UTF-8"},
	{"application/x-www-form-urlencoded; charset=latin1"}, {"application/x-www-form-urlencoded; charset="}, {"application/x-www-form-urlencoded; boundary=x"}, {"application/x-www-form-urlencoded; charset=utf-8; charset=utf-8"},
	{"multipart/form-data"}, {"text/plain; charset=utf-8"}, {"APPLICATION/X-WWW-FORM-URLENCODED"}, {""},
	{"application/x-www-form-urlencoded", "application/x-www-form-urlencoded"}, {"application/json", "application/json"}, {"application/json", "application/x-www-form-urlencoded"},
}

// formTrials returns forms that are sound and forms that are not, under every
// content type.
func formTrials() []trial {
	var out []trial
	for _, f := range []struct {
		name, member, body string
		header             http.Header
		parse              func(*report, http.Header, []byte, int)
	}{
		{"events", "payload", `{"label":{"name":"é + &=%"},"x":[1]}`, http.Header{"X-Shop-Event": {"label"}}, func(r *report, h http.Header, b []byte, size int) {
			d, err := events.Limits{Size: size}.Parse(h, b)
			r.parsed(d, err)
		}},
		{"headers", "json", `{"kind":"hello","nonce":"é + &=%"}`, http.Header{}, func(r *report, h http.Header, b []byte, size int) {
			d, err := headers.Limits{Size: size}.Parse(h, b)
			r.parsed(d, err)
		}},
	} {
		for _, types := range contentTypes {
			header := f.header.Clone()
			if types != nil {
				header["Content-Type"] = types
			}
			for _, body := range forms(f.member, f.body) {
				for _, size := range []int{0, len(body), len(body) - 1, 20, 100} {
					out = append(out, trial{name: fmt.Sprintf("%s: %q as %q, up to %d bytes", f.name, body, types, size), run: func(r *report) {
						f.parse(r, header, []byte(body), size)
					}})
				}
			}
		}
	}
	return out
}

// forms returns a form with JSON in a member, and what is wrong with others.
func forms(member, json string) []string {
	good := member + "=" + url.QueryEscape(json)
	out := []string{
		json, " " + json, "\t\r\n" + json, "[" + json + "]", "[]=" + json, "{}&" + good, "[]&" + good, "\r\n[]&" + good, good, strings.ReplaceAll(good, "+", "%20"), "a=b&" + good, good + "&a=b", good + "&", "&" + good, good + "&a", "%61=%62&" + good,
		good + "&" + good, good + "&a=b&" + good, "", "a=b", member, member + "=", member + "=" + json, "x" + good, url.QueryEscape(member + "=" + json), strings.Replace(good, "=", "%3D", 1),
		"%" + good, "%4" + good, "%zz=&" + good, "a=%&" + good, "a=%4&" + good, "a=%4", "a=%", "a=%zz&" + good, good + "&a=%", good + "&a=%f", good + "%", good + "%7", good + "%7g", good + "%g7", good + "%+7", good + "%-1",
		"%ff=b&" + good, "a=%ff&" + good, "\xff=b&" + good, "a=\xff&" + good, "a=%c3&" + good, "a=%c3%a9&" + good, "a=\ufffd&" + good, "\ufffd=&" + good, good + "%ff", good + "\xff", "a=%00&" + good,
		member + "=" + strings.ReplaceAll(url.QueryEscape(json), "%22", `"`), member + "=" + strings.ToLower(url.QueryEscape(json)), "%7b%7d&" + good, "a=" + strings.Repeat("b", 99) + "&" + good,
	}
	return append(out, member+"="+url.QueryEscape(strings.Replace(json, "é", "\xff", 1)), strings.Replace(good, member, "%"+fmt.Sprintf("%X", member[0])+member[1:], 1))
}
