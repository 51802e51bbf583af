package main

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/webhookgen/webhookgen/generated/internal/closed"
	"github.com/webhookgen/webhookgen/generated/internal/closed/closedtest"
	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/internal/events"
	"github.com/webhookgen/webhookgen/generated/internal/events/eventstest"
	"github.com/webhookgen/webhookgen/generated/internal/flat"
	"github.com/webhookgen/webhookgen/generated/internal/flat/flattest"
	"github.com/webhookgen/webhookgen/generated/internal/headers"
	"github.com/webhookgen/webhookgen/generated/internal/headers/headerstest"
	"github.com/webhookgen/webhookgen/generated/internal/paths"
	"github.com/webhookgen/webhookgen/generated/internal/paths/pathstest"
	"github.com/webhookgen/webhookgen/generated/judges"
	"github.com/webhookgen/webhookgen/generated/standardwebhooks"
)

// request is a delivery with the header that it comes under.
type request struct {
	name   string
	header http.Header
	body   []byte
}

// route is a package whose deliveries are more than a body, or whose action is
// no member of the envelope.
type route struct {
	name  string
	parse func(http.Header, []byte) (judges.Delivery, error)
	cases []request
}

// inForm is parse for JSON that is sent in the member of a form.
func inForm(member string, parse func(http.Header, []byte) (judges.Delivery, error)) func(http.Header, []byte) (judges.Delivery, error) {
	return func(h http.Header, b []byte) (judges.Delivery, error) {
		h = h.Clone()
		h["Content-Type"] = []string{"application/x-www-form-urlencoded"}
		return parse(h, []byte(member+"="+url.QueryEscape(string(b))))
	}
}

func parseEvents(h http.Header, b []byte) (judges.Delivery, error)  { return events.Parse(h, b) }
func parseClosed(h http.Header, b []byte) (judges.Delivery, error)  { return closed.Parse(h, b) }
func parseHeaders(h http.Header, b []byte) (judges.Delivery, error) { return headers.Parse(h, b) }
func parsePaths(_ http.Header, b []byte) (judges.Delivery, error)   { return paths.Parse(b) }
func parseFlat(h http.Header, b []byte) (judges.Delivery, error)    { return flat.Parse(h, b) }
func parseStandard(h http.Header, b []byte) (judges.Delivery, error) {
	return standardwebhooks.Parse(h, b)
}

// routes returns the packages, with the deliveries of their kits.
func routes() []route {
	out := []route{
		{name: "events", parse: parseEvents}, {name: "closed", parse: parseClosed}, {name: "headers", parse: inForm("json", parseHeaders)},
		{name: "paths", parse: parsePaths}, {name: "flat", parse: parseFlat}, {name: "standardwebhooks", parse: parseStandard},
		{name: "paths, pushes", parse: func(_ http.Header, b []byte) (judges.Delivery, error) { return paths.ParsePush(b) }},
	}
	add := func(i int, name string, h http.Header, b []byte) {
		out[i].cases = append(out[i].cases, request{name, h, b})
	}
	for _, c := range eventstest.Valid() {
		add(0, c.Name, c.Header, c.Body)
	}
	for _, c := range closedtest.Valid() {
		add(1, c.Name, c.Header, c.Body)
	}
	for _, c := range headerstest.Valid() {
		add(2, c.Name, c.Header, c.Body)
	}
	for _, c := range pathstest.Valid() {
		add(3, c.Name, nil, c.Body)
	}
	for _, c := range flattest.Valid() {
		add(4, c.Name, c.Header, c.Body)
	}
	add(2, "handshake", http.Header{}, []byte(`{"kind":"hello","nonce":"n"}`))
	add(3, "handshake", nil, []byte(`{"type":"url_verification","token":"t","challenge":"c"}`))
	for _, c := range pathstest.Pushes() {
		add(6, c.Name, nil, c.Message)
	}
	add(5, "deleted", http.Header{"Webhook-Id": {"msg_1"}}, []byte(`{"type":"user.deleted","timestamp":"","data":{"id":""}}`))
	return append(out, provedRoutes()...)
}

// routeTrials returns changes of every delivery, of its body and of what its
// header says, and each body under each header.
func routeTrials() []trial {
	var out []trial
	for _, r := range routes() {
		out = append(out, r.trials()...)
	}
	return out
}

func (r *route) trials() []trial {
	var out []trial
	add := func(what string, h http.Header, b []byte) {
		out = append(out, trial{name: fmt.Sprintf("%s: %s under %v", r.name, what, h), run: func(rep *report) { rep.parsed(r.parse(h, b)) }})
	}
	headers, words := r.said()
	for _, c := range r.cases {
		for _, h := range headers {
			add(c.name, h, c.body)
		}
		for _, h := range brokenHeaders(c.header) {
			add(c.name, h, c.body)
			add("a broken body", h, []byte(`{"action":"\x"}`))
			add("no object", h, []byte(`[]`))
		}
		for what, mutant := range conformance.Mutations(treeOf(c.body), words) {
			add(c.name+", "+what, c.header, conformance.Text(mutant))
		}
	}
	for i, text := range brokenRoutes {
		for _, h := range headers {
			add(fmt.Sprintf("broken text %d", i), h, []byte(text))
		}
	}
	return out
}

// said returns the headers of all cases, each once, and the texts in their bodies.
func (r *route) said() (headers []http.Header, words map[string][]string) {
	words = map[string][]string{}
	seen := map[string]bool{}
	for _, c := range r.cases {
		conformance.Strings(treeOf(c.body), words)
		if key := fmt.Sprint(c.header); !seen[key] {
			seen[key] = true
			headers = append(headers, c.header)
		}
	}
	return headers, words
}

// treeOf returns the tree of JSON that a kit has made.
func treeOf(text []byte) any {
	tree, err := conformance.Tree(text)
	if err != nil {
		panic(err)
	}
	return tree
}

// brokenRoutes are bodies in which what tells the action is no sound text, or
// stands beside something that is none.
var brokenRoutes = []string{
	"", "{", "[]", "1", `"`, `{"event":{"type":"\x"}}`, `{"event":{"type":"message"},"type":"\x"}`, `{"event":{"type":"message","x":nul}}`, `{"type":"\x"}`, `{"kind":"\x"}`, `{"kind":"hello","nonce":"\x"}`,
	`{"action":"\ud800"}`, `{"action":x}`, `{"meta":{"kind":"a\"}`, `{"meta":{"kind":"\x"}}`, `{"event":{"name":1}}`, `{"data":{"name":"\x"}}`, `{"name":"\x"}`, `{"type":"message","event":1}`, `{"type":"message","event":{"channel":1}}`, `{"action":"opened","action":"closed"}`,
}

// brokenHeaders returns the header with each of its values in turn missing, or
// another than it can be.
func brokenHeaders(header http.Header) []http.Header {
	var out []http.Header
	for name, values := range header {
		value := values[0]
		for _, other := range [][]string{
			nil, {}, {""}, {value, value}, {"", value}, {value + ".opened"}, {value + ".zz"}, {"."}, {"zz"}, {"zz.zz"}, {value + " "}, {" " + value}, {value + "\x00"}, {value + "\x7f"},
			{value + "\u0085"}, {"\xff"}, {value + "é"}, {value[:len(value)/2]}, {"a\tb"},
		} {
			changed := header.Clone()
			changed[name] = other
			out = append(out, changed)
		}
	}
	return out
}
