package generated_test

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/closed"
	"github.com/webhookgen/webhookgen/generated/internal/closed/closedtest"
	closedschema "github.com/webhookgen/webhookgen/generated/internal/closed/schema"
	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/internal/events"
	"github.com/webhookgen/webhookgen/generated/internal/events/eventstest"
	eventsschema "github.com/webhookgen/webhookgen/generated/internal/events/schema"
	"github.com/webhookgen/webhookgen/generated/internal/flat"
	"github.com/webhookgen/webhookgen/generated/internal/flat/flattest"
	flatschema "github.com/webhookgen/webhookgen/generated/internal/flat/schema"
	"github.com/webhookgen/webhookgen/generated/internal/headers"
	"github.com/webhookgen/webhookgen/generated/internal/headers/headerstest"
	headersschema "github.com/webhookgen/webhookgen/generated/internal/headers/schema"
	"github.com/webhookgen/webhookgen/generated/internal/paths"
	"github.com/webhookgen/webhookgen/generated/internal/paths/pathstest"
	pathsschema "github.com/webhookgen/webhookgen/generated/internal/paths/schema"
)

// delivered is a case of any kit.
type delivered struct {
	name   string
	header http.Header
	body   []byte
}

// route is a package whose actions are not told by a member of the envelope.
type route struct {
	judged
	cases []delivered
}

// routes are the committed packages of gen/testdata/routes.
func routes() map[string]route {
	out := map[string]route{
		"events": {judged: judged{
			parse:  func(h http.Header, b []byte) (any, error) { return events.Parse(h, b) },
			schema: eventsschema.ValidateRequest,
		}},
		"closed": {judged: judged{
			parse:  func(h http.Header, b []byte) (any, error) { return closed.Parse(h, b) },
			schema: closedschema.ValidateRequest,
		}},
		"headers": {judged: judged{
			parse: func(h http.Header, b []byte) (any, error) {
				h = h.Clone()
				h.Set("Content-Type", "application/x-www-form-urlencoded")
				return headers.Parse(h, []byte("json="+url.QueryEscape(string(b))))
			},
			schema: headersschema.ValidateRequest,
		}},
		"paths": {judged: judged{
			parse:  func(_ http.Header, b []byte) (any, error) { return paths.Parse(b) },
			schema: func(_ http.Header, b []byte) error { return pathsschema.ValidateDelivery(b) },
		}},
		"flat": {judged: judged{
			parse:  func(h http.Header, b []byte) (any, error) { return flat.Parse(h, b) },
			schema: func(_ http.Header, b []byte) error { return flatschema.ValidateDelivery(b) },
		}},
	}
	add := func(name string, c delivered) {
		r := out[name]
		r.cases = append(r.cases, c)
		out[name] = r
	}
	for _, c := range eventstest.Valid() {
		add("events", delivered{c.Name, c.Header, c.Body})
	}
	for _, c := range closedtest.Valid() {
		add("closed", delivered{c.Name, c.Header, c.Body})
	}
	for _, c := range headerstest.Valid() {
		add("headers", delivered{c.Name, c.Header, c.Body})
	}
	for _, c := range pathstest.Valid() {
		add("paths", delivered{c.Name, c.Header, c.Body})
	}
	for _, c := range flattest.Valid() {
		add("flat", delivered{c.Name, c.Header, c.Body})
	}
	add("headers", delivered{"handshake", http.Header{}, []byte(`{"kind":"hello","nonce":"n"}`)})
	add("paths", delivered{"handshake", nil, []byte(`{"type":"url_verification","token":"t","challenge":"c"}`)})
	return out
}

func TestRoutesValid(t *testing.T) {
	for name, r := range routes() {
		for _, c := range r.cases {
			if _, err := r.target(c.header).RoundTrip(c.body); err != nil {
				t.Errorf("%s: %s: %v", name, c.name, err)
			}
		}
	}
}

// TestRoutesMutations compares the verdicts on systematic changes of every
// valid delivery, each under the headers of all of them.
func TestRoutesMutations(t *testing.T) {
	t.Parallel()
	stride := 7
	if *full {
		stride = 1
	}
	for name, r := range routes() {
		words := map[string][]string{}
		seen := map[string]http.Header{}
		for _, c := range r.cases {
			conformance.Strings(tree(t, c.body), words)
			seen[fmt.Sprint(c.header)] = c.header
		}
		count, tried, failures := 0, 0, 0
		try := func(what string, header http.Header, body []byte) {
			if count++; count%stride != 0 {
				return
			}
			tried++
			if _, err := r.target(header).Agree(body); err != nil {
				if failures++; failures <= 10 {
					t.Errorf("%s: %s under %v: %v", name, what, header, err)
				}
			}
		}
		for _, c := range r.cases {
			for _, header := range seen {
				try(c.name, header, c.body)
			}
			for what, mutant := range conformance.Mutations(tree(t, c.body), words) {
				try(c.name+", "+what, c.header, conformance.Text(mutant))
			}
		}
		t.Logf("%s: %d of %d mutants tried, %d disagreements", name, tried, count, failures)
		if count < 2000 {
			t.Errorf("%s: only %d mutants", name, count)
		}
	}
}

// What a consumer turns on in a repository of its own.
func TestRoutesKits(t *testing.T) {
	t.Run("events", eventstest.Conformance)
	t.Run("closed", closedtest.Conformance)
	t.Run("headers", headerstest.Conformance)
	t.Run("paths", pathstest.Conformance)
	t.Run("flat", flattest.Conformance)
}

// FuzzRoutes gives any body to the packages, under the header of one of their
// valid deliveries: what FuzzParse holds is held here too.
func FuzzRoutes(f *testing.F) {
	all := routes()
	for _, r := range all {
		for i, c := range r.cases {
			f.Add(i, c.body)
		}
	}
	for _, text := range []string{"", "{", "[]", `{"event":{"type":"\x"}}`, `{"action":"\ud800"}`, `{"action":x}`, `{"meta":{"kind":"a\"}`, `{"event":{"name":1}}`} {
		f.Add(0, []byte(text))
	}
	f.Fuzz(func(t *testing.T, number int, body []byte) {
		for name, r := range all {
			target := r.target(r.cases[uint(number)%uint(len(r.cases))].header)
			accepted, err := target.Agree(body)
			if err == nil && accepted {
				_, err = target.RoundTrip(body)
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
