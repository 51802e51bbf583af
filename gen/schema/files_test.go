package schema_test

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/webhookgen/webhookgen/gen/internal/example"
	"github.com/webhookgen/webhookgen/gen/schema"
	"github.com/webhookgen/webhookgen/spec"
)

// compile compiles one file of the folder with nothing else at hand than the
// folder, by ids.
func compile(t *testing.T, folder fs.FS, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	var id string
	err := fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".schema.json") {
			return err
		}
		data, err := fs.ReadFile(folder, path)
		if err != nil {
			return err
		}
		var head struct {
			ID string `json:"$id"`
		}
		if err := json.Unmarshal(data, &head); err != nil {
			return err
		}
		if path == name {
			id = head.ID
		}
		return c.AddResource(head.ID, strings.NewReader(string(data)))
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(id)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s
}

func TestEveryFileCompiles(t *testing.T) {
	folder := folderOf(t, example.API())
	names, err := fs.Glob(folder, "*.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	actions, err := fs.Glob(folder, "actions/*.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != 4 || len(actions) != 5 {
		t.Fatalf("files: %q and %q", names, actions)
	}
	for _, name := range append(names, actions...) {
		compile(t, folder, name)
	}
}

// The bundle needs no other file, and says of a delivery what delivery says.
func TestBundleStandsAlone(t *testing.T) {
	folder := folderOf(t, example.API())
	data, err := fs.ReadFile(folder, "bundle.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	bundle, err := jsonschema.CompileString("bundle.json", string(data))
	if err != nil {
		t.Fatal(err)
	}
	delivery := compile(t, folder, "delivery.schema.json")
	for body, want := range map[string]bool{
		`{"action":"setting","payload":{"scope":"x","value":null},"secret":"s"}`:         true,
		`{"action":"setting","payload":{"scope":"x"},"secret":"s"}`:                      false,
		`{"action":"person.seen","data":{"person":{"type":"staff"},"at":1},"secret":""}`: false,
	} {
		var v any
		if err := json.Unmarshal([]byte(body), &v); err != nil {
			t.Fatal(err)
		}
		if inBundle, alone := bundle.Validate(v) == nil, delivery.Validate(v) == nil; inBundle != want || alone != want {
			t.Errorf("%s: bundle says %v, delivery %v, want %v", body, inBundle, alone, want)
		}
	}
}

func TestIDs(t *testing.T) {
	for _, base := range []string{"https://example.com/", "http://example.com:8080/a/b%20c/~d/", "https://x.invalid/p/v3-0/"} {
		api := example.API()
		api.Provider.SchemaBase = base
		folder := folderOf(t, api)
		s := compile(t, folder, "actions/stock.schema.json")
		if want := base + "actions/stock.schema.json#"; s.Location != want {
			t.Errorf("id %s, want %s", s.Location, want)
		}
		err := validatorOf(t, api).Validate("order_placed", []byte(`{}`))
		if got := pointers(t, err); !slices.Equal(got, []string{""}) {
			t.Errorf("base %q: %v", base, err)
		}
	}
}

func TestBadBase(t *testing.T) {
	bases := []string{
		"", "schemas/", "https://example.com/a", "urn:x/", "https://example.com/?a=/",
		"https://e.com/#/", "%zz/", "https://example.com/a/../b/", "https://example.com/a b/",
	}
	for _, base := range bases {
		api := example.API()
		api.Provider.SchemaBase = base
		if _, err := schema.Files(api); err == nil {
			t.Errorf("%q: no error", base)
		}
	}
}

// What no schema is written for is an error and no panic.
func TestNotServed(t *testing.T) {
	trial := decl("Trial", &spec.TrialUnion{Variants: []*spec.TrialVariant{{}}})
	tests := map[string]func(*spec.API){
		"trial":           func(api *spec.API) { api.Types = append(api.Types, trial) },
		"no body":         func(api *spec.API) { api.Types = append(api.Types, decl("None", nil)) },
		"no type":         func(api *spec.API) { api.Envelope.Fields[0].Type = nil },
		"dangling":        func(api *spec.API) { api.Envelope.Fields[0].Type = &spec.List{Elem: &spec.Ref{}} },
		"no action":       func(api *spec.API) { api.Envelope.Action = spec.Place{} },
		"payload nowhere": func(api *spec.API) { api.Envelope.Payload = spec.PayloadPlace{} },
		"push path":       func(api *spec.API) { api.Push.Action = spec.Place{Member: "event.type"} },
		"push header":     func(api *spec.API) { api.Push.Action = spec.Place{Header: "X-Event"} },
		"push body":       func(api *spec.API) { api.Push.Payload = spec.PayloadPlace{Body: true} },
		"no payload":      func(api *spec.API) { api.Actions[0].Payload = nil },
		"inline no type":  func(api *spec.API) { api.Actions[2].Payload.Body.(*spec.Object).Fields[0].Type = nil },
		"no envelope":     func(api *spec.API) { api.Envelope = nil },
		"sample no JSON":  func(api *spec.API) { api.Actions[0].Sample = spec.Sample(`{"a":`) },
		"wrapped no type": func(api *spec.API) { api.Types = append(api.Types, decl("W", &spec.Wrapped{Member: "m"})) },
	}
	for name, spoil := range tests {
		api := example.API()
		spoil(api)
		if _, err := schema.Files(api); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Text of a spec stays text, whatever it holds.
func TestHostileText(t *testing.T) {
	const hostile = "\"},\"type\":\"null\",\n\x00\u2028</script>`*/ \xff %s {{.}}"
	api := example.API()
	api.Envelope.Notes = hostile
	api.Types[0].Notes = hostile
	api.Actions[2].Payload.Body.(*spec.Object).Fields[1].Notes = hostile
	folder := folderOf(t, api)
	s := compile(t, folder, "actions/person_seen.schema.json")
	if err := s.Validate(map[string]any{"person": map[string]any{"type": "x"}, "at": 1}); err != nil {
		t.Errorf("text became schema: %v", err)
	}
	data, err := fs.ReadFile(folder, "definitions.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Defs map[string]struct{ Description string } `json:"$defs"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	want := strings.ToValidUTF8(strings.TrimSpace(hostile), "\uFFFD")
	if got := doc.Defs["State"].Description; !strings.HasPrefix(got, want) {
		t.Errorf("description %q, want %q first", got, want)
	}
}

// Names of members are the provider's: each arrives, and in the right place.
func TestHostileMembers(t *testing.T) {
	names := []string{"$ref", "properties", "anyOf", "a/b", "a~b", "a b%41", "\"", "é\u2028", "type", "items", "'(", "#", "?"}
	var fields []*spec.Field
	for _, name := range names {
		fields = append(fields, optional(name, whole))
	}
	v := validatorOf(t, bare(object(fields...)))
	for _, name := range names {
		payload, err := json.Marshal(map[string]any{name: "no number"})
		if err != nil {
			t.Fatal(err)
		}
		at := "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
		if got := pointers(t, v.Validate("act", payload)); !slices.Equal(got, []string{at}) {
			t.Errorf("%s: refused at %q, want %q", payload, got, at)
		}
	}
}
