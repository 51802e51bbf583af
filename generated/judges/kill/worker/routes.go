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
		words, seen := map[string][]string{}, map[string]http.Header{}
		var order []string
		for _, c := range r.cases {
			if tree, err := conformance.Tree(c.body); err == nil {
				conformance.Strings(tree, words)
			}
			key := fmt.Sprint(c.header)
			if _, ok := seen[key]; !ok {
				order = append(order, key)
			}
			seen[key] = c.header
		}
		add := func(what string, h http.Header, b []byte) {
			out = append(out, trial{name: fmt.Sprintf("%s: %s under %v", r.name, what, h), run: func(rep *report) { rep.parsed(r.parse(h, b)) }})
		}
		for _, c := range r.cases {
			for _, key := range order {
				add(c.name, seen[key], c.body)
			}
			for _, h := range brokenHeaders(c.header) {
				add(c.name, h, c.body)
				add("a broken body", h, []byte(`{"action":"\x"}`))
				add("no object", h, []byte(`[]`))
			}
			tree, err := conformance.Tree(c.body)
			if err != nil {
				panic(err) // a kit makes JSON
			}
			for what, mutant := range conformance.Mutations(tree, words) {
				add(c.name+", "+what, c.header, conformance.Text(mutant))
			}
		}
		for i, text := range brokenRoutes {
			for _, key := range order {
				add(fmt.Sprintf("broken text %d", i), seen[key], []byte(text))
			}
		}
	}
	return out
}

// brokenRoutes are bodies in which what tells the action is no sound text, or
// stands beside something that is none.
var brokenRoutes = []string{
	"", "{", "[]", "1", `"`, `{"event":{"type":"\x"}}`, `{"event":{"type":"message"},"type":"\x"}`, `{"event":{"type":"message","x":nul}}`, `{"type":"\x"}`, `{"kind":"\x"}`, `{"kind":"hello","nonce":"\x"}`,
	`{"action":"\ud800"}`, `{"action":x}`, `{"meta":{"kind":"a\"}`, `{"meta":{"kind":"\x"}}`, `{"event":{"name":1}}`, `{"data":{"name":"\x"}}`, `{"name":"\x"}`, `{"action":"opened","action":"closed"}`,
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
