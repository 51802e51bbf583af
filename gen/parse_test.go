package gen_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/gen/internal/golden"
	"github.com/webhookgen/webhookgen/spec"
)

var update = flag.Bool("update", false, "write the golden files")

// manyFaults has faults of the language and of Go names, beside and within one
// another.
const manyFaults = `webhookgen: 1
provider: {name: acme, version: "1", colour: red}
envelope:
  action: {member: action}
  payload: {member: payload}
types:
  user-list: {fields: {a: string}}
  Agent: {fields: {"+1": {type: int}, "x_y": string, x.y: {type: Custommer}}}
  Status: {enum: [on, up_, up, {value: "on", notes: 3}]}
  Payload: {fields: {a: {list: Unknwon}}}
actions:
  ping: {fields: {validate: string, chat_id: strin}}
  agent: {payload: Agentt}
`

func TestParseFindsAll(t *testing.T) {
	api, found := gen.Parse("acme.webhooks.yaml", []byte(manyFaults))
	if api != nil {
		t.Error("there is an API in spite of errors")
	}
	type finding struct {
		code         string
		line, column int
	}
	var got []finding
	for _, d := range found {
		got = append(got, finding{d.Code, d.Span.Start.Line, d.Span.Start.Column})
	}
	want := []finding{
		{"unknown-key", 2, 38},
		{"bad-name", 7, 3},
		{"go-name-needed", 8, 20},
		{"go-name-collision", 8, 54},
		{"unknown-type", 8, 66},
		{"go-name-collision", 9, 28},
		{"duplicate-item", 9, 40},
		{"wrong-type", 9, 53},
		{"go-name-reserved", 10, 3},
		{"unknown-type", 10, 32},
		{"go-name-reserved", 12, 19},
		{"unknown-type", 12, 46},
		{"go-name-collision", 13, 3},
		{"unknown-type", 13, 20},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// Faults of the language lead to no findings about names that follow from
// them: what is added is true of the names as they stand.
func TestParseAddsNoNoise(t *testing.T) {
	paths, err := filepath.Glob("../spec/testdata/bad/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var added []string
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(path)
		_, language := spec.Parse(name, src)
		_, all := gen.Parse(name, src)
		for _, d := range all {
			if !slices.ContainsFunc(language, func(l spec.Diagnostic) bool { return l.Code == d.Code && l.Span == d.Span }) {
				added = append(added, name+": "+d.Message)
			}
		}
		if missing := len(language) - len(all); missing > 0 {
			t.Errorf("%s: %d findings are lost", name, missing)
		}
	}
	golden.Compare(t, "testdata/added-findings.txt", []byte(strings.Join(added, "\n")+"\n"), *update)
}
