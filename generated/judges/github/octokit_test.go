package github

import (
	"encoding/json"
	"os"
	"os/exec"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

const (
	packages    = "node_modules/@octokit/"
	schemasFile = packages + "webhooks-schemas/schema.json"
	examples    = packages + "webhooks-examples/api.github.com/index.json"
)

// install fetches the packages, or skips the test.
func install(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(examples); err == nil {
		return
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("npm is missing, and with it GitHub's schemas")
	}
	if out, err := exec.Command(npm, "ci", "--silent", "--ignore-scripts").CombinedOutput(); err != nil {
		t.Skipf("npm could not fetch GitHub's schemas: %v\n%s", err, out)
	}
}

// example is a payload that GitHub publishes.
type example struct {
	event string
	body  json.RawMessage
}

func readExamples(t *testing.T) []example {
	t.Helper()
	text, err := os.ReadFile(examples)
	if err != nil {
		t.Fatal(err)
	}
	var events []struct {
		Name     string
		Examples []json.RawMessage
	}
	if err := json.Unmarshal(text, &events); err != nil {
		t.Fatal(err)
	}
	var out []example
	for _, event := range events {
		for _, body := range event.Examples {
			out = append(out, example{event.Name, body})
		}
	}
	return out
}

// judge is GitHub's own schemas, by event.
type judge map[string]*jsonschema.Schema

// newJudge compiles the schemas without their formats, which jsonschema/v5
// asserts under draft 7.
func newJudge(t *testing.T) judge {
	t.Helper()
	text, err := os.ReadFile(schemasFile)
	if err != nil {
		t.Fatal(err)
	}
	var document map[string]any
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	withoutFormat(document)
	if text, err = json.Marshal(document); err != nil {
		t.Fatal(err)
	}
	out := judge{}
	for name := range document["definitions"].(map[string]any) {
		for _, suffix := range []string{"_event", "$event"} {
			if event, ok := cutSuffix(name, suffix); ok {
				out[event] = compile(t, text, name)
			}
		}
	}
	return out
}

func cutSuffix(s, suffix string) (string, bool) {
	if len(s) > len(suffix) && s[len(s)-len(suffix):] == suffix {
		return s[:len(s)-len(suffix)], true
	}
	return "", false
}

// compile compiles one definition. The pointer goes into a schema of its own,
// since a name can hold what a URL cannot.
func compile(t *testing.T, text []byte, definition string) *jsonschema.Schema {
	t.Helper()
	var document map[string]any
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	delete(document, "oneOf")
	document["allOf"] = []any{map[string]any{"$ref": "#/definitions/" + definition}}
	own, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.CompileString("https://example.com/"+definition, string(own))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// withoutFormat takes the keyword out, but no member of that name.
func withoutFormat(value any) {
	switch value := value.(type) {
	case map[string]any:
		if _, ok := value["format"].(string); ok {
			delete(value, "format")
		}
		for _, inner := range value {
			withoutFormat(inner)
		}
	case []any:
		for _, inner := range value {
			withoutFormat(inner)
		}
	}
}
