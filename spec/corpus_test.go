package spec_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

// A corpus has folders of deliveries (valid, invalid) and pushes (push,
// push-invalid), a file each, named ACTION__WHAT.json. A file beside a folder of
// invalid ones says what is wrong with each: the JSON pointer of every
// violation, that of the object for a missing member, and the rule.

// corpora are the specifications of the folders below whose bodies tell their
// actions, with their corpora. action is the path to the action's name in a
// body, and payload the member that holds samples.
var corpora = []corpus{
	{"livechat/v3.0.yaml", "livechat/testdata/v3.0", "action", "data"},
	{"livechat/v3.6.yaml", "livechat/testdata/v3.6", "action", "payload"},
	{"slack/events.yaml", "slack/testdata", "event.type", "event"},
	{"standardwebhooks/shop.yaml", "standardwebhooks/testdata", "type", "data"},
}

// byHeader are those whose actions a header tells: the tests of their packages
// hold their corpora.
var byHeader = []string{"github/github.yaml"}

type corpus struct{ spec, folder, action, payload string }

func TestCorporaAreComplete(t *testing.T) {
	paths, err := filepath.Glob("*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if !slices.Contains(byHeader, filepath.ToSlash(path)) && !slices.ContainsFunc(corpora, func(c corpus) bool { return c.spec == filepath.ToSlash(path) }) {
			t.Errorf("%s has no corpus", path)
		}
	}
}

// eachCorpus runs a test over every corpus.
func eachCorpus(t *testing.T, test func(*testing.T, corpus, *spec.API)) {
	for _, c := range corpora {
		t.Run(c.spec, func(t *testing.T) { test(t, c, loadSpec(t, c.spec)) })
	}
}

// loadSpec parses a specification and fails the test on any diagnostic,
// warnings included.
func loadSpec(t *testing.T, path string) *spec.API {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	api, diags := spec.Parse(path, src)
	for _, d := range diags {
		t.Errorf("%s:%d: %s [%s]", path, d.Span.Start.Line, d.Message, d.Code)
	}
	if api == nil {
		t.FailNow()
	}
	return api
}

// actionsOf returns the actions of a specification by their names.
func actionsOf(api *spec.API) map[string]*spec.Action {
	actions := map[string]*spec.Action{}
	for _, a := range api.Actions {
		actions[a.Name] = a
	}
	return actions
}

// unknownAction ends the names of files whose action the specification does
// not know, on purpose.
const unknownAction = "__unknown_action.json"

// envelopePrefix begins the names of files that are about the envelope and not
// about an action.
const envelopePrefix = "envelope__"

// at returns the value that a path leads to, or nil.
func at(v any, path string) any {
	for _, name := range strings.Split(path, ".") {
		object, _ := v.(map[string]any)
		v = object[name]
	}
	return v
}

// names returns the names of the JSON files in a folder of the corpus, none if
// there is no such folder.
func (c corpus) names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(c.folder, folder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".json" {
			t.Errorf("%s/%s is not a JSON file", folder, e.Name())
		}
		names = append(names, e.Name())
	}
	return names
}

// decode reads a file of the corpus into v.
func (c corpus) decode(t *testing.T, v any, path ...string) {
	t.Helper()
	name := filepath.Join(append([]string{c.folder}, path...)...)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func TestCorpusActionsAreDocumented(t *testing.T) { eachCorpus(t, testCorpusActionsAreDocumented) }

func testCorpusActionsAreDocumented(t *testing.T, _ corpus, api *spec.API) {
	for _, a := range api.Actions {
		if a.Group == nil || a.Notes == "" || a.Sample == nil {
			t.Errorf("%s: wants a group, notes and a sample", a.Name)
		}
	}
}

func TestCorpusActions(t *testing.T) { eachCorpus(t, testCorpusActions) }

func testCorpusActions(t *testing.T, c corpus, api *spec.API) {
	actions := actionsOf(api)
	for _, folder := range []string{"valid", "push"} {
		for _, name := range c.names(t, folder) {
			action, _, _ := strings.Cut(name, "__")
			if strings.HasPrefix(name, envelopePrefix) {
				continue
			}
			var body any
			c.decode(t, &body, folder, name)
			if got := at(body, c.action); got != action {
				t.Errorf("%s/%s has the action %v", folder, name, got)
			}
			if known := actions[action] != nil; known == strings.HasSuffix(name, unknownAction) {
				t.Errorf("%s/%s: the action is known: %t", folder, name, known)
			}
		}
	}
}

func TestCorpusCoverage(t *testing.T) { eachCorpus(t, testCorpusCoverage) }

func testCorpusCoverage(t *testing.T, c corpus, api *spec.API) {
	count := func(folder string) map[string]int {
		n := map[string]int{}
		for _, name := range c.names(t, folder) {
			action, _, _ := strings.Cut(name, "__")
			n[action]++
		}
		return n
	}
	valid, invalid := count("valid"), count("invalid")
	for _, a := range api.Actions {
		if valid[a.Name] < 2 {
			t.Errorf("%s: %d valid deliveries, want two", a.Name, valid[a.Name])
		}
		if invalid[a.Name] < 3 {
			t.Errorf("%s: %d invalid deliveries, want three", a.Name, invalid[a.Name])
		}
	}
}

func TestCorpusSamples(t *testing.T) { eachCorpus(t, testCorpusSamples) }

func testCorpusSamples(t *testing.T, c corpus, api *spec.API) {
	for _, a := range api.Actions {
		var body map[string]any
		c.decode(t, &body, "valid", a.Name+"__sample.json")
		var want any
		if err := json.Unmarshal(a.Sample, &want); err != nil {
			t.Fatalf("%s: %v", a.Name, err)
		}
		if !reflect.DeepEqual(body[c.payload], want) {
			t.Errorf("%s__sample.json does not hold the sample of the specification", a.Name)
		}
	}
}

// Every variant of every union by member must occur in a valid delivery.
func TestCorpusVariants(t *testing.T) { eachCorpus(t, testCorpusVariants) }

func testCorpusVariants(t *testing.T, c corpus, api *spec.API) {
	met := map[string]bool{}
	for _, name := range c.names(t, "valid") {
		var body any
		c.decode(t, &body, "valid", name)
		texts(body, met)
	}
	for _, d := range api.Types {
		u, ok := d.Body.(*spec.MemberUnion)
		if !ok {
			continue
		}
		for _, v := range u.Variants {
			for _, value := range v.Values {
				if !met[u.Member+"="+value] {
					t.Errorf("no valid delivery has a %s of %s %s", d.Name, u.Member, value)
				}
			}
		}
	}
}

// texts notes every member that is a text, as NAME=TEXT.
func texts(v any, met map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for name, e := range v {
			if s, ok := e.(string); ok {
				met[name+"="+s] = true
			}
			texts(e, met)
		}
	case []any:
		for _, e := range v {
			texts(e, met)
		}
	}
}

// violation is an entry of a manifest.
type violation struct{ Pointer, Rule string }

func TestCorpusManifests(t *testing.T) { eachCorpus(t, testCorpusManifests) }

func testCorpusManifests(t *testing.T, c corpus, api *spec.API) {
	actions := actionsOf(api)
	for _, folder := range []string{"invalid", "push-invalid"} {
		if c.names(t, folder) == nil {
			continue
		}
		manifest := map[string][]violation{}
		c.decode(t, &manifest, folder+".json")
		for _, name := range c.names(t, folder) {
			action, _, _ := strings.Cut(name, "__")
			if actions[action] == nil && !strings.HasPrefix(name, envelopePrefix) && !strings.HasSuffix(name, unknownAction) {
				t.Errorf("%s/%s: %s is no action", folder, name, action)
			}
			c.checkViolations(t, folder, name, manifest[name])
			delete(manifest, name)
		}
		for name := range manifest {
			t.Errorf("%s.json names %s, which does not exist", folder, name)
		}
	}
}

// checkViolations fails the test unless each pointer leads to a value of the
// file.
func (c corpus) checkViolations(t *testing.T, folder, name string, want []violation) {
	t.Helper()
	if len(want) == 0 {
		t.Errorf("%s.json does not say what is wrong with %s", folder, name)
	}
	var body any
	c.decode(t, &body, folder, name)
	for _, v := range want {
		if v.Rule == "" || !resolves(body, v.Pointer) {
			t.Errorf("%s.json: %s: %+v leads nowhere", folder, name, v)
		}
	}
}
