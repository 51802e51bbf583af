package schema

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// folder is a schema folder by hand, small enough to see what each schema says.
func folder() fstest.MapFS {
	const head = `{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://example.com/s/`
	return fstest.MapFS{
		"index.json": {Data: []byte(`{"base":"https://example.com/s/","actions":[
			{"action":"act","schema":"actions/act.schema.json","push":[{"name":"pact"}]},
			{"action":"far","schema":"actions/far.schema.json","push":[]}]}`)},
		"actions/act.schema.json": {Data: []byte(head + `actions/act.schema.json","type":"object",
			"properties":{"n":{"type":"integer","maximum":9},"c":{"const":"go"},"e":{"enum":["a","b"]},
				"l":{"type":"array","minItems":1,"maxItems":2},"k":{"anyOf":[{"type":"string"},{"type":"number"}]},
				"f":{"format":"date-time"},"u":{"not":{"type":"null"}},"x":{"type":["string","null"]}},
			"required":["n"],"additionalProperties":false,
			"allOf":[{"oneOf":[{"required":["c"]},{"required":["e"]}]},{"not":{"required":["l","k"]}}]}`)},
		"actions/far.schema.json": {Data: []byte(head + `actions/far.schema.json","$ref":"https://elsewhere.example/x"}`)},
		"delivery.schema.json":    {Data: []byte(head + `delivery.schema.json","properties":{"p":{"$ref":"actions/act.schema.json"}}}`)},
	}
}

func TestMessages(t *testing.T) {
	v := New(folder())
	tests := []struct{ payload, want string }{
		{`{"n":1,"c":"go","f":"no date"}`, ""},
		{`{"n":"S3CRET","c":"go"}`, `/n: want integer, got string`},
		{`{"n":77777,"c":"go"}`, `/n: want at most 9`},
		{`{"n":1,"c":"S3CRET"}`, `/c: want "go"`},
		{`{"n":1,"e":"S3CRET"}`, `/e: want one of "a", "b"`},
		{`{"n":1,"e":"a","l":[]}`, `/l: want at least 1 elements, got 0`},
		{`{"n":1,"e":"a","l":["S3CRET",1,1]}`, `/l: want at most 2 elements, got 3`},
		{`{"n":1,"e":"a","k":["S3CRET"]}`, `/k: want string or number, got array`},
		{`{"n":1,"e":"a","u":null}`, `/u: null is not allowed`},
		{`{"n":1,"e":"a","x":1}`, `/x: want string or null, got number`},
		{`{"n":1,"e":"a","c":"go"}`, `(root): want exactly one of the members "c" or "e"`},
		{`{"n":1}`, `(root): want exactly one of the members "c" or "e"`},
		{`{"n":1,"e":"a","l":[1],"k":1}`, `(root): want at most one of the members "l", "k"`},
		{`{"c":"go","more":1}`, `(root): unknown member "more"|(root): missing member "n"`},
		{`{"c":"go","n":1,"":"S3CRET"}`, `(root): unknown member ""`},
		{`["S3CRET"]`, `(root): want object, got array`},
	}
	for _, tt := range tests {
		err := v.Validate("act", []byte(tt.payload))
		var lines []string
		var found *ValidationError
		if errors.As(err, &found) {
			for _, violation := range found.Violations {
				lines = append(lines, violation.String())
			}
		} else if err != nil {
			t.Errorf("%s: %v", tt.payload, err)
		}
		if got := strings.Join(lines, "|"); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.payload, got, tt.want)
		}
	}
}

func TestUnknownAction(t *testing.T) {
	v := New(folder())
	if v.Known("none") || !v.Known("act") || v.KnownPush("act") || !v.KnownPush("pact") {
		t.Error("the index is not followed")
	}
	if err := v.Validate("none", []byte(`{"a":null}`)); err != nil {
		t.Error(err)
	}
	for _, payload := range []string{`[]`, `null`, `1`} {
		var found *ValidationError
		if err := v.Validate("none", []byte(payload)); !errors.As(err, &found) || found.Violations[0].Pointer != "" {
			t.Errorf("%s: %v", payload, err)
		}
	}
}

// Faults of the folder are errors, no violations, and nothing outside the
// folder is ever asked for.
func TestFaultyFolder(t *testing.T) {
	broken := folder()
	broken["actions/act.schema.json"] = &fstest.MapFile{Data: []byte(`{`)}
	outside := folder()
	outside["index.json"] = &fstest.MapFile{Data: []byte(`{"base":"https://example.com/s/","actions":[{"action":"act","schema":"../up.json"}]}`)}
	tests := map[string]struct {
		v      *Validator
		action string
	}{
		"no index":        {New(fstest.MapFS{}), "act"},
		"broken index":    {New(fstest.MapFS{"index.json": {Data: []byte(`[`)}}), "act"},
		"broken schema":   {New(broken), "act"},
		"other host":      {New(folder()), "far"},
		"outside by path": {New(outside), "act"},
	}
	for name, tt := range tests {
		err := tt.v.Validate(tt.action, []byte(`{}`))
		var found *ValidationError
		if err == nil || errors.As(err, &found) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := New(folder()).ValidatePush([]byte(`{}`)); err == nil {
		t.Error("no error where there is no push schema")
	}
}

// Run with -race: schemas share a compiler and their referenced parts.
func TestConcurrentUse(t *testing.T) {
	v := New(folder())
	var all sync.WaitGroup
	for range 16 {
		all.Add(2)
		go func() {
			defer all.Done()
			if err := v.Validate("act", []byte(`{}`)); err == nil {
				t.Error("no error")
			}
		}()
		go func() {
			defer all.Done()
			if err := v.ValidateDelivery([]byte(`{"p":{"n":1,"c":"go"}}`)); err != nil {
				t.Error(err)
			}
		}()
	}
	all.Wait()
}

// A long name is part of the path to every value below it, and all of them
// get written.
func TestLongPaths(t *testing.T) {
	v := New(folder())
	below := "[" + strings.Repeat("1,", 299) + "1]"
	for length, refused := range map[int]bool{1000: false, 1_000_000: true} {
		err := v.Validate("act", []byte(`{"`+strings.Repeat("k", length)+`":`+below+`}`))
		var invalid *ValidationError
		if err == nil || errors.As(err, &invalid) == refused || len(err.Error()) > 2*1000 {
			t.Errorf("a name of %d bytes: %.100v", length, err)
		}
	}
}
