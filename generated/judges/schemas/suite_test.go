package schemas

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	_ "github.com/google/jsonschema-go/jsonschema" // carries the suite

	"github.com/webhookgen/webhookgen/gen/jsonschema"
)

// full is for continuous integration: compiling the package takes a while.
var full = flag.Bool("full", false, "try the test suite of JSON Schema")

// group is a schema of the suite, and its tests.
type group struct {
	Description string
	Schema      json.RawMessage
	Tests       []struct {
		Description string
		Data        json.RawMessage
		Valid       bool
	}
}

// refused says why the importer refuses groups, by the start of their names.
// Each is used.
var refused = map[string]string{
	"definitions": "refers to the schema of schemas, which is not fetched",
	"defs":        "refers to the schema of schemas, which is not fetched",
	"ref":         "refers to the schema of schemas, which is not fetched",
	"refRemote":   "refers to another document, which is not fetched",
	"dynamicRef":  "refers to another document, which is not fetched",
}

// How many groups and tests there are to be.
const (
	minGroups = 550
	minTests  = 1_900
)

// TestSuite: each schema of the official suite as a member of a payload.
func TestSuite(t *testing.T) {
	if !*full {
		t.Skip("compiles a large package: give -full")
	}
	s := &suite{t: t, files: fstest.MapFS{}, groups: map[string]group{}, used: map[string]bool{}}
	for _, draft := range []string{"draft7", "draft2020-12"} {
		s.read(draft)
	}
	for reason := range refused {
		if !s.used[reason] {
			t.Errorf("no group of %q is refused", reason)
		}
	}
	result, err := jsonschema.Import(s.files, "actions", jsonschema.Options{Provider: "acme", Header: "X-Event"})
	if err != nil {
		t.Fatal(err)
	}
	s.judge(result)
	t.Logf("%d groups, %d tests: %d as the suite has it, %d more widely and noted", len(s.names), len(s.requests), s.same, s.wider)
	if len(s.names) < minGroups || len(s.requests) < minTests {
		t.Errorf("%d groups and %d tests are to be tried", minGroups, minTests)
	}
}

type suite struct {
	t        *testing.T
	files    fstest.MapFS
	groups   map[string]group
	names    []string
	used     map[string]bool // of refused
	requests []request
	want     []bool

	same, wider int
}

// read adds the groups of a draft that the importer takes.
func (s *suite) read(draft string) {
	s.t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/google/jsonschema-go").Output()
	if err != nil {
		s.t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "jsonschema/testdata", draft, "*.json"))
	if err != nil {
		s.t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			s.t.Fatal(err)
		}
		var groups []group
		if err := json.Unmarshal(text, &groups); err != nil {
			s.t.Fatal(err)
		}
		for i, g := range groups {
			keyword := strings.TrimSuffix(filepath.Base(name), ".json")
			s.add(draft, keyword, fmt.Sprintf("%s_%s_%d", draft, keyword, i), g)
		}
	}
}

// add adds a group, unless the importer refuses it alone.
func (s *suite) add(draft, keyword, name string, g group) {
	s.t.Helper()
	schema := string(g.Schema)
	if draft == "draft7" && schema[0] == '{' && !strings.Contains(schema, `"$schema"`) {
		schema = `{"$schema": "http://json-schema.org/draft-07/schema#"` + strings.TrimSuffix(","+strings.TrimSpace(schema[1:]), ",}") // {} alone
		if !strings.HasSuffix(schema, "}") {
			schema += "}"
		}
	}
	files := fstest.MapFS{
		"actions/" + name + ".json": {Data: []byte(`{"type": "object", "properties": {"v": {"$ref": "../suite/` + name + `.json"}}}`)},
		"suite/" + name + ".json":   {Data: []byte(schema)},
	}
	if _, err := jsonschema.Import(files, "actions", jsonschema.Options{Provider: "acme", Header: "X-Event"}); err != nil {
		if refused[keyword] == "" {
			s.t.Errorf("%s (%s): %v", name, g.Description, err)
		}
		s.used[keyword] = true
		return
	}
	for file, data := range files {
		s.files[file] = data
	}
	s.groups[name] = g
	s.names = append(s.names, name)
}

// judge holds the generated code against what the suite says.
func (s *suite) judge(result *jsonschema.Result) {
	s.t.Helper()
	wider := widened(result.Notes)
	var about []string
	for _, name := range s.names {
		g := s.groups[name]
		for _, tt := range g.Tests {
			s.requests = append(s.requests, request{name, `{"v": ` + string(tt.Data) + `}`})
			s.want = append(s.want, tt.Valid)
			about = append(about, g.Description+": "+tt.Description)
		}
	}
	for i, v := range ask(s.t, result.Text, s.requests) {
		name, accepts := s.requests[i].Action, v.Error == ""
		switch {
		case accepts == s.want[i] && v.Wrong == "":
			s.same++
		case accepts && v.Wrong == "" && (wider["suite/"+name+".json"] || wider["actions/"+name+".json"]):
			s.wider++
		default:
			s.t.Errorf("%s (%s) %s: the suite says %v, the code %q %q", name, about[i], s.requests[i].Body, s.want[i], v.Error, v.Wrong)
		}
	}
}
