package kit_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen/kit"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// table is what a test looks at of a table.
type table struct {
	Comment      string
	Types        map[string]node
	Actions      []struct{ Name, Sample any }
	Envelope     node
	PushEnvelope *node
}

type node struct {
	Fields []struct {
		Name   string
		Fixed  bool
		Sample json.RawMessage
	}
}

func tableOf(t *testing.T, name string, src []byte) (*plan.Package, string, table) {
	t.Helper()
	api, found := spec.Parse(name, src)
	if found.HasErrors() {
		t.Fatal(found)
	}
	p, found := plan.New(api, "p")
	if found.HasErrors() {
		t.Fatal(found)
	}
	text, err := kit.Table(p, "a comment", "a secret")
	if err != nil {
		t.Fatal(err)
	}
	var out table
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return p, string(text), out
}

// TestTable holds the tables of large specifications against them: every type,
// every action, every member and every sample is there, and a member on a line.
func TestTable(t *testing.T) {
	for _, file := range []string{"spec/livechat/v3.0.yaml", "spec/slack/events.yaml", "spec/github/github.yaml", "gen/testdata/everything.yaml"} {
		src, err := os.ReadFile(filepath.Join("../..", file))
		if err != nil {
			t.Fatal(err)
		}
		p, text, got := tableOf(t, filepath.Base(file), src)
		lines := len(p.API.Types) + len(p.API.Actions)
		for _, d := range p.API.Types {
			object, ok := d.Body.(*spec.Object)
			if !ok {
				continue
			}
			lines += len(object.Fields)
			for i, f := range object.Fields {
				if fields := got.Types[d.Name].Fields; i >= len(fields) || fields[i].Name != f.Name || string(fields[i].Sample) != string(f.Sample) {
					t.Errorf("%s: %s: member %d is not %s with its sample: %+v", file, d.Name, i, f.Name, fields)
				}
			}
		}
		if len(got.Types) != len(p.API.Types) || (got.PushEnvelope != nil) != (p.API.Push != nil) {
			t.Errorf("%s: %d types, want %d; push %v", file, len(got.Types), len(p.API.Types), got.PushEnvelope)
		}
		if len(got.Actions) != len(p.API.Actions) {
			t.Fatalf("%s: %d actions, want %d", file, len(got.Actions), len(p.API.Actions))
		}
		for i, a := range p.API.Actions {
			if got.Actions[i].Name != a.Name || (got.Actions[i].Sample != nil) != (a.Sample != nil) {
				t.Errorf("%s: action %d is %+v, want %s", file, i, got.Actions[i], a.Name)
			}
		}
		if there := strings.Count(text, "\n"); there < lines {
			t.Errorf("%s: %d lines for %d types, actions and members", file, there, lines)
		}
	}
}

// The member that holds the secret has that of the kit, whatever its sample is.
func TestTableSecret(t *testing.T) {
	_, _, got := tableOf(t, "s.yaml", []byte(small+"  Hard: {enum: [one]}\n"))
	for _, f := range got.Envelope.Fields {
		if fixed := f.Name == "secret"; f.Fixed != fixed || fixed && string(f.Sample) != `"a secret"` {
			t.Errorf("%s: fixed %v, sample %s", f.Name, f.Fixed, f.Sample)
		}
	}
	if got.Comment != "a comment" {
		t.Errorf("comment %q", got.Comment)
	}
}

// Text that means something to JSON or to HTML comes through.
func TestTableText(t *testing.T) {
	for _, want := range []string{`"`, `\`, "<a>&", "a\tb", "\u2028", "é", `"]},`, "\n"} {
		quoted, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		_, _, got := tableOf(t, "s.yaml", []byte(small+"  Hard: {fields: {of: {type: string, sample: "+string(quoted)+"}}}\n"))
		var sample string
		if err := json.Unmarshal(got.Types["Hard"].Fields[0].Sample, &sample); err != nil || sample != want {
			t.Errorf("%q, want %q (%v)", sample, want, err)
		}
	}
}

const small = `webhookgen: 1
provider: {name: shop, version: "1"}
envelope:
  action: {member: action}
  payload: {member: payload}
  proof: {scheme: body_secret, member: secret}
  fields:
    secret: {type: string, sensitive: secret, sample: another}
    id: {type: string, sample: "1"}
actions:
  sold:
    fields:
      of: {type: Hard}
types:
`
