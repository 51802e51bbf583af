package livechat_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

// corpora are the specifications that have a corpus of deliveries.
var corpora = []struct{ spec, folder, payload string }{
	{"v3.0.yaml", "testdata/v3.0", "data"},
	{"v3.6.yaml", "testdata/v3.6", "payload"},
}

// corpus is the folder and payload the member of the corpus under test.
var corpus, payload string

// eachCorpus runs a test over every corpus.
func eachCorpus(t *testing.T, test func(*testing.T, *spec.API)) {
	for _, c := range corpora {
		corpus, payload = c.folder, c.payload
		t.Run(c.spec, func(t *testing.T) { test(t, loadFile(t, c.spec)) })
	}
}

// unknownAction ends the names of files whose action the specification does
// not know, on purpose.
const unknownAction = "__unknown_action.json"

// envelopePrefix begins the names of files that are about the envelope and not
// about an action.
const envelopePrefix = "envelope__"

// names returns the names of the JSON files in a folder of the corpus.
func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(corpus, folder))
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
func decode(t *testing.T, v any, path ...string) {
	t.Helper()
	name := filepath.Join(append([]string{corpus}, path...)...)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func TestCorpusActions(t *testing.T) { eachCorpus(t, testCorpusActions) }

func testCorpusActions(t *testing.T, api *spec.API) {
	actions := byName(api)
	for _, folder := range []string{"valid", "push"} {
		for _, name := range names(t, folder) {
			var body struct{ Action string }
			decode(t, &body, folder, name)
			action, _, _ := strings.Cut(name, "__")
			if body.Action != action {
				t.Errorf("%s/%s has the action %q", folder, name, body.Action)
			}
			if known := actions[action] != nil; known == strings.HasSuffix(name, unknownAction) {
				t.Errorf("%s/%s: the action is known: %t", folder, name, known)
			}
		}
	}
}

func TestCorpusCoverage(t *testing.T) { eachCorpus(t, testCorpusCoverage) }

func testCorpusCoverage(t *testing.T, api *spec.API) {
	count := func(folder string) map[string]int {
		n := map[string]int{}
		for _, name := range names(t, folder) {
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

func testCorpusSamples(t *testing.T, api *spec.API) {
	for _, a := range api.Actions {
		var body map[string]any
		decode(t, &body, "valid", a.Name+"__sample.json")
		var want any
		if err := json.Unmarshal(a.Sample, &want); err != nil {
			t.Fatalf("%s: %v", a.Name, err)
		}
		if !reflect.DeepEqual(body[payload], want) {
			t.Errorf("%s__sample.json does not hold the sample of the specification", a.Name)
		}
	}
}

// Every variant of every union by member must occur in a valid delivery.
func TestCorpusVariants(t *testing.T) { eachCorpus(t, testCorpusVariants) }

func testCorpusVariants(t *testing.T, api *spec.API) {
	met := map[string]bool{}
	for _, name := range names(t, "valid") {
		var body any
		decode(t, &body, "valid", name)
		types(body, met)
	}
	for _, d := range api.Types {
		u, ok := d.Body.(*spec.MemberUnion)
		if !ok {
			continue
		}
		for _, v := range u.Variants {
			for _, value := range v.Values {
				if !met[value] {
					t.Errorf("no valid delivery has a %s of type %s", d.Name, value)
				}
			}
		}
	}
}

// types notes the value of every member named type.
func types(v any, met map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		if s, ok := v["type"].(string); ok {
			met[s] = true
		}
		for _, e := range v {
			types(e, met)
		}
	case []any:
		for _, e := range v {
			types(e, met)
		}
	}
}

// violation is an entry of a manifest.
type violation struct{ Pointer, Rule string }

func TestCorpusManifests(t *testing.T) { eachCorpus(t, testCorpusManifests) }

func testCorpusManifests(t *testing.T, api *spec.API) {
	actions := byName(api)
	for _, folder := range []string{"invalid", "push-invalid"} {
		manifest := map[string][]violation{}
		decode(t, &manifest, folder+".json")
		for _, name := range names(t, folder) {
			action, _, _ := strings.Cut(name, "__")
			if actions[action] == nil && !strings.HasPrefix(name, envelopePrefix) && !strings.HasSuffix(name, unknownAction) {
				t.Errorf("%s/%s: %s is no action", folder, name, action)
			}
			checkViolations(t, folder, name, manifest[name])
			delete(manifest, name)
		}
		for name := range manifest {
			t.Errorf("%s.json names %s, which does not exist", folder, name)
		}
	}
}

// checkViolations fails the test unless each pointer leads to a value of the
// file.
func checkViolations(t *testing.T, folder, name string, want []violation) {
	t.Helper()
	if len(want) == 0 {
		t.Errorf("%s.json does not say what is wrong with %s", folder, name)
	}
	var body any
	decode(t, &body, folder, name)
	for _, v := range want {
		if v.Rule == "" || !resolves(body, v.Pointer) {
			t.Errorf("%s.json: %s: %+v leads nowhere", folder, name, v)
		}
	}
}
