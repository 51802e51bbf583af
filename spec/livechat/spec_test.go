package livechat_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

const specFile = "v3.0.yaml"

// load parses the specification and fails the test on any diagnostic, warnings
// included.
func load(t *testing.T) *spec.API {
	t.Helper()
	return loadFile(t, specFile)
}

func loadFile(t *testing.T, specFile string) *spec.API {
	t.Helper()
	src, err := os.ReadFile(specFile)
	if err != nil {
		t.Fatal(err)
	}
	api, diags := spec.Parse(specFile, src)
	for _, d := range diags {
		t.Errorf("%s:%d:%d: %s: %s [%s] %s",
			specFile, d.Span.Start.Line, d.Span.Start.Column, d.Severity, d.Message, d.Code, d.Help)
	}
	if api == nil {
		t.FailNow()
	}
	return api
}

func TestActionsAndPushes(t *testing.T) {
	api := load(t)
	if got := len(api.Actions); got != 23 {
		t.Errorf("%d actions, want 23", got)
	}
	if got := len(api.Groups); got != 7 {
		t.Errorf("%d groups, want 7", got)
	}
	var without []string
	for _, a := range api.Actions {
		if len(a.Push) == 0 {
			without = append(without, a.Name)
			continue
		}
		if len(a.Push) != 1 || a.Push[0].API.ID != "agent_chat_rtm" || a.Push[0].Name != a.Name {
			t.Errorf("%s: want one push, of agent_chat_rtm and of the same name", a.Name)
		}
	}
	want := []string{"incoming_multicast", "incoming_typing_indicator", "incoming_sneak_peek"}
	if !slices.Equal(without, want) {
		t.Errorf("without a push: %q, want %q", without, want)
	}
}

// wholePage is the section of remarks about the page as a whole.
const wholePage = "Webhooks"

// Every line of the page that is known to contradict another, or reality.
var contradictions = []int{
	13, 557, 588, 611, // index
	479, 493, 494, // chat_thread_untagged
	132, 190, 214, 236, 508, 517, 597, 620, // comments for objects
	642,                          // comment after a value
	262, 293, 326, 360, 399, 514, // ellipses
	264, 295, 328, 263, 294, 327, // unmatched braces
	392, 291, 353, // rating.value, and the two forms of properties
	278, 310, 342, // tables of the deleted ones
	512,           // bare value
	577, 607, 629, // push column
	162, 233, 234, 322, 428, 537, 540, // formats of ids
	581, // column of a table
	669, // unit
}

func TestContradictionsAreRemarked(t *testing.T) {
	remarked := map[int]bool{}
	for _, r := range remarks(load(t)) {
		remarked[r.Line] = true
		if r.Section == wholePage {
			continue // an overview, which does not stand for remarks in their places
		}
		for _, word := range strings.FieldsFunc(r.Says, func(c rune) bool { return c < '0' || c > '9' }) {
			if n, err := strconv.Atoi(word); err == nil {
				remarked[n] = true
			}
		}
	}
	for _, line := range contradictions {
		if !remarked[line] {
			t.Errorf("no remark speaks of line %d of the page", line)
		}
	}
}

func TestActionsOf36(t *testing.T) {
	api := loadFile(t, "v3.6.yaml")
	if len(api.Actions) != 38 || len(api.Groups) != 10 || len(api.PushAPIs) != 2 {
		t.Errorf("%d actions in %d groups with %d push APIs, want 38, 10 and 2", len(api.Actions), len(api.Groups), len(api.PushAPIs))
	}
	for _, name := range []string{"organization_id", "requester"} {
		if !slices.ContainsFunc(api.Envelope.Fields, func(f *spec.Field) bool { return f.Name == name }) {
			t.Errorf("the envelope lacks %s", name)
		}
	}
}

func TestObservedFieldsAreRemarked(t *testing.T) {
	for name, fields := range objects(load(t)) {
		for _, f := range fields {
			if f.Optional == spec.Observed && len(f.Remarks) == 0 {
				t.Errorf("%s.%s is optional by observation and no remark says why", name, f.Name)
			}
		}
	}
}

// objects returns the fields of everything that has fields, by its name.
func objects(api *spec.API) map[string][]*spec.Field {
	all := map[string][]*spec.Field{"envelope": api.Envelope.Fields, "push": api.Push.Fields}
	for _, d := range api.Types {
		if o, ok := d.Body.(*spec.Object); ok {
			all[d.Name] = o.Fields
		}
	}
	for _, a := range api.Actions {
		if o, ok := a.Payload.Body.(*spec.Object); ok {
			all[a.Name] = o.Fields
		}
	}
	return all
}

// remarks returns every remark of the specification.
func remarks(api *spec.API) []spec.Remark {
	all := slices.Concat(api.Remarks, api.Envelope.Payload.Remarks)
	for _, d := range api.Types {
		all = append(all, d.Remarks...)
		if e, ok := d.Body.(*spec.Enum); ok {
			for _, v := range e.Values {
				all = append(all, v.Remarks...)
			}
		}
	}
	for _, a := range api.Actions {
		all = append(all, a.Remarks...)
	}
	for _, fields := range objects(api) {
		for _, f := range fields {
			all = append(all, f.Remarks...)
		}
	}
	return all
}
