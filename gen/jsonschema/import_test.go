package jsonschema

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/webhookgen/webhookgen/spec"
)

// imported imports files; name is one of them, or a folder.
func imported(t *testing.T, files map[string]string, name string, opts Options) (*spec.API, *Result) {
	t.Helper()
	folder := fstest.MapFS{}
	for path, text := range files {
		folder[path] = &fstest.MapFile{Data: []byte(text)}
	}
	if opts.Provider == "" {
		opts.Provider = "acme"
	}
	result, err := Import(folder, name, opts)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Import(folder, name, opts)
	if err != nil || !bytes.Equal(again.Text, result.Text) {
		t.Fatalf("a second time (%v):\n%s\n%s", err, result.Text, again.Text)
	}
	api, found := spec.Parse("acme.yaml", result.Text)
	if found.HasErrors() {
		t.Fatalf("%v\n%s", found, result.Text)
	}
	return api, result
}

func actionsOf(api *spec.API) string {
	var names []string
	for _, a := range api.Actions {
		names = append(names, a.Name)
	}
	return strings.Join(names, " ")
}

func TestActions(t *testing.T) {
	const made, gone = `{"type": "object", "required": ["type"], "properties": {"type": {"const": "made"}}}`,
		`{"type": "object", "required": ["type"], "properties": {"type": {"enum": ["gone"]}}}`
	named := func(name string) string {
		return fmt.Sprintf(`{"type": "object", "required": ["action"], "properties": {"action": {"const": %q}}}`, name)
	}
	tests := []struct {
		name, start string
		files       map[string]string
		opts        Options
		actions     string
		place       spec.Place
	}{
		{"named events", "all.json", map[string]string{"all.json": `{"definitions": {"issue$opened": ` + named("opened") + `,
			"issue$closed": ` + named("closed") + `, "issue_event": {"oneOf": []}, "push$event": {"type": "object"}, "user": {"type": "object"}}}`},
			Options{Header: "X-Acme-Event"}, "issue.opened issue.closed push", spec.Place{Header: "X-Acme-Event", Member: "action", Closed: true}},
		{"choices", "all.json", map[string]string{"all.json": `{"oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}], "$defs": {"A": ` + made + `, "B": ` + gone + `}}`},
			Options{}, "made gone", spec.Place{Member: "type"}},
		{"choices by a header", "all.json", map[string]string{"all.json": `{"oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}], "$defs": {"A": ` + made + `, "B": ` + gone + `}}`},
			Options{Header: "X-Kind"}, "A B", spec.Place{Header: "X-Kind"}},
		{"a folder", ".", map[string]string{"order/made.json": made, "order/gone.schema.json": gone, "README.md": "x"},
			Options{}, "gone made", spec.Place{Member: "type"}},
		{"a folder by a header", "in", map[string]string{
			"in/order/made.json": `{"$ref": "../common.json#/$defs/Order"}`, "in/user/gone.json": `{"type": "object"}`,
			"in/common.json": `{"$defs": {"Order": {"type": "object", "properties": {"id": {"type": "integer"}}}}}`,
		}, Options{Header: "X-Topic"}, "order.made user.gone", spec.Place{Header: "X-Topic"}},
		{"a folder with shared files and an index", "in", map[string]string{
			"in/made.json": `{"type": "object", "properties": {"by": {"$ref": "common/user.json"}}}`, "in/gone.json": `{"type": "object"}`,
			"in/index.json":       `{"title": "All", "oneOf": [{"$ref": "made.json"}, {"$ref": "gone.json"}]}`,
			"in/common/user.json": `{"type": "object", "properties": {"boss": {"$ref": "user.json"}}}`,
		}, Options{Header: "X-Topic"}, "gone made", spec.Place{Header: "X-Topic"}},
		{"a folder of files that refer to each other", ".", map[string]string{
			"a.json": `{"type": "object", "properties": {"b": {"$ref": "b.json"}}}`, "b.json": `{"type": "object", "properties": {"a": {"$ref": "a.json"}}}`,
		}, Options{Header: "X-Topic"}, "a b", spec.Place{Header: "X-Topic"}},
		{"identifiers", "a.json", map[string]string{
			"a.json": `{"$id": "https://acme.example/schemas/a.json", "title": "made", "type": "object", "properties": {"b": {"$ref": "b.json#thing"}, "c": {"$ref": "#own"}}, "$defs": {"o": {"$anchor": "own", "type": "string"}}}`,
			"b.json": `{"$id": "https://acme.example/schemas/b.json", "$defs": {"t": {"$anchor": "thing", "type": "integer"}}}`,
		}, Options{Header: "X-Topic"}, "made", spec.Place{Header: "X-Topic"}},
		{"nothing tells them", "all.json", map[string]string{"all.json": `{"$defs": {"One": {"type": "object"}, "Two": {"type": "object", "properties": {"p": {"$ref": "#/$defs/Part"}}}, "Part": {"type": "object"}}}`},
			Options{}, "One Two", spec.Place{Header: "X-Event"}},
		{"a member that is said", "all.json", map[string]string{"all.json": `{"oneOf": [` + named("a") + `, ` + named("b") + `]}`},
			Options{Member: "action"}, "a b", spec.Place{Member: "action"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			api, result := imported(t, tt.files, tt.start, tt.opts)
			if got := actionsOf(api); got != tt.actions {
				t.Errorf("actions %s, want %s", got, tt.actions)
			}
			place := api.Envelope.Action
			place.Span = spec.Span{}
			if place != tt.place {
				t.Errorf("told by %+v, want %+v", place, tt.place)
			}
			guessed := slices.ContainsFunc(result.Notes, func(n Note) bool { return n.Code == "no-discriminator" })
			if guessed != (tt.place.Header == "X-Event") {
				t.Errorf("notes %v", result.Notes)
			}
		})
	}
}

// Names that Go or the language could not have become names that it can.
func TestNames(t *testing.T) {
	api, _ := imported(t, map[string]string{"x.json": `{"title": "push", "type": "object", "properties": {
		"+1": {"type": "integer"}, "-1": {"type": "integer"}, "type": {"enum": ["None", "none", ""]}, "../../x": {"type": "object", "properties": {"func": true}},
		"*/ func init() {} /*": {"type": "string", "description": "*/ func init() {} /*\n//go:embed x"}, "a_b": true, "aB": true, "validate": true},
		"definitions": {"Delivery": {"type": "string"}}}`}, "x.json", Options{Header: "X-Event"})
	names := map[string]bool{}
	for _, f := range api.Actions[0].Payload.Body.(*spec.Object).Fields {
		names[f.Name] = true
	}
	for _, name := range []string{"+1", "-1", "type", "../../x", "*/ func init() {} /*", "a_b", "aB", "validate"} {
		if !names[name] {
			t.Errorf("there is no member %q", name)
		}
	}
}

// What opens is open, and what could not be told apart then is not, with a note.
func TestOpen(t *testing.T) {
	files := map[string]string{"x.json": `{"title": "thing", "type": "object", "additionalProperties": false, "properties": {
		"far": {"oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}, "near": {"oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/C"}]},
		"word": {"enum": ["a", "b"]}, "told": {"oneOf": [{"$ref": "#/$defs/X"}, {"$ref": "#/$defs/Y"}]}},
		"$defs": {"A": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}, "additionalProperties": false},
		"B": {"type": "object", "required": ["b"], "properties": {"b": {"type": "integer"}}, "additionalProperties": false},
		"C": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}, "additionalProperties": false},
		"X": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "x"}}, "additionalProperties": false},
		"Y": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "y"}}, "additionalProperties": false}}}`}
	for _, open := range []bool{false, true} {
		api, result := imported(t, files, "x.json", Options{Header: "X-Event", Open: open})
		closed := map[string]bool{}
		for _, d := range api.Types {
			switch b := d.Body.(type) {
			case *spec.Object:
				closed[d.Name] = b.Closed
			case *spec.Enum:
				closed[d.Name] = b.Closed
			case *spec.MemberUnion:
				closed[d.Name] = b.Closed
			}
		}
		for name, want := range map[string]bool{"ThingBody": !open, "B": !open, "X": !open, "Word": !open, "Told": !open, "A": true, "C": true} {
			if closed[name] != want {
				t.Errorf("open %v: %s is closed: %v", open, name, closed[name])
			}
		}
		said := slices.ContainsFunc(result.Notes, func(n Note) bool { return n.Code == "stays-closed" && n.Pointer == "/$defs/A" })
		if said != open {
			t.Errorf("open %v: notes %v", open, result.Notes)
		}
	}
}

// Whatever is no schema is refused, with its place.
func TestBadInput(t *testing.T) {
	deep := func(open, shut string, n int) string { return strings.Repeat(open, n) + strings.Repeat(shut, n) }
	for name, tt := range map[string]struct{ text, want string }{
		"empty":               {" \n", "x.json: the file is empty"},
		"binary":              {"{\x00\xff", "x.json:1:3: the file is not UTF-8"},
		"large":               {`{"description": "` + strings.Repeat("x", 17<<20) + `"}`, "x.json: the file has more than 16 MB"},
		"brackets":            {strings.Repeat("[", 100_000), "x.json:1:501: this is nested more than 500 levels deep"},
		"deep":                {deep(`{"allOf":[`, `]}`, 300), "nested more than 500 levels"},
		"no JSON":             {"{\n \"a\": 1,}", "x.json:2:9: this is not JSON"},
		"broken off":          {`{"type": `, "the JSON ends too early"},
		"two values":          {`{} {}`, "x.json:1:4: something follows the JSON value"},
		"duplicate":           {`{"type": "object", "type": "string"}`, `x.json:1:20: the member "type" occurs twice`},
		"list":                {`[]`, "x.json:1:1: #: a schema is an object, true or false"},
		"type":                {`{"type": "strin"}`, "x.json:1:10: #/type: there is no such type"},
		"property":            {`{"type": "object", "properties": {"a": 1}}`, "#/properties/a: a schema is an object"},
		"cycle":               {`{"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}}`, "#/definitions/a: this schema refers to itself"},
		"allOf cycle":         {`{"allOf": [{"$ref": "#"}]}`, "refers to itself"},
		"dangling":            {`{"type": "object", "properties": {"a/b": {"$ref": "#/definitions/no"}}}`, `#/properties/a~1b/$ref: there is nothing at "/definitions/no"`},
		"no anchor":           {`{"properties": {"a": {"$ref": "#no"}}}`, `there is no anchor "no"`},
		"remote":              {`{"properties": {"a": {"$ref": "https://example.com/y.json"}}}`, "nothing is fetched"},
		"outside":             {`{"properties": {"a": {"$ref": "../../etc/passwd"}}}`, `there is no file "../../etc/passwd"`},
		"reference of a kind": {`{"properties": {"a": {"$ref": 1}}}`, "$ref has to be a text"},
		"number":              {`{"type": "object", "properties": {"a": {"minimum": 1e999999999}}}`, "the number is out of bounds"},
		"count":               {`{"properties": {"a": {"minLength": -1}}}`, "has to be a whole number"},
		"empty choice":        {`{"properties": {"a": {"oneOf": []}}}`, "has to be a list of schemas"},
		"no actions":          {`{"definitions": {}}`, "no schema in it describes an action"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Import(fstest.MapFS{"x.json": {Data: []byte(tt.text)}}, "x.json", Options{Provider: "acme"})
			var wrong *Error
			if !errors.As(err, &wrong) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// What multiplies is bounded.
func TestWork(t *testing.T) {
	var chain, product []string
	for i := range 20_000 {
		chain = append(chain, fmt.Sprintf(`"d%d": {"allOf": [{"$ref": "#/$defs/d%d"}, {"$ref": "#/$defs/d%[2]d"}]}`, i, i+1))
	}
	for i := range 8 {
		var branches []string
		for j := range 10 {
			branches = append(branches, fmt.Sprintf(`{"type": "object", "required": ["p%d"], "properties": {"p%[1]d": {"const": "%d"}}}`, i, j))
		}
		product = append(product, `{"oneOf": [`+strings.Join(branches, ",")+`]}`)
	}
	imported(t, map[string]string{"x.json": `{"$ref": "#/$defs/d0", "$defs": {` + strings.Join(chain, ",") + `, "d20000": {"type": "object"}}}`}, "x.json", Options{})
	_, result := imported(t, map[string]string{"x.json": `{"type": "object", "allOf": [` + strings.Join(product, ",") + `]}`}, "x.json", Options{})
	if !slices.ContainsFunc(result.Notes, func(n Note) bool { return n.Code == "too-many-choices" }) {
		t.Errorf("notes %v", result.Notes)
	}
	members := make([]string, 300)
	for i := range members {
		members[i] = fmt.Sprintf(`"p%d": {}`, i)
	}
	_, result = imported(t, map[string]string{"x.json": `{"type": "object", "properties": {` + strings.Join(members, ",") + `}}`}, "x.json", Options{})
	if !slices.ContainsFunc(result.Notes, func(n Note) bool { return n.Code == "too-many-members" }) {
		t.Errorf("notes %v", result.Notes)
	}
}
