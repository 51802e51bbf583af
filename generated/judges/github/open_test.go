package github

import (
	"maps"
	"net/http"
	"os"
	"slices"
	"testing"

	"github.com/webhookgen/webhookgen/generated/github"
	"github.com/webhookgen/webhookgen/generated/github/schema"
	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// unknownMembers are those of the examples that the schemas do not have either.
var unknownMembers = []string{
	"code_scanning_alert.reopened /alert/fixed_at",
	"code_scanning_alert.reopened /alert/updated_at",
}

// TestExamples gives GitHub's own examples to the committed package. All of
// them are accepted, are of actions that it knows, and come back equal but for
// the members that it does not know.
func TestExamples(t *testing.T) {
	if _, err := os.Stat(examples); err != nil && !*full {
		t.Skip("GitHub's examples come by npm: give -full")
	}
	install(t)
	count, unknown := 0, map[string]bool{}
	for _, one := range readExamples(t) {
		count++
		header := http.Header{"X-Github-Event": {one.event}}
		d, err := github.Parse(header, one.body)
		if err != nil {
			t.Errorf("%s: %v", one.event, err)
			continue
		}
		if _, ok := d.Payload.(*github.UnknownPayload); ok {
			t.Errorf("%s: the action is unknown", d.Action)
		}
		if err := schema.ValidateRequest(header, one.body); err != nil {
			t.Errorf("%s: the schema refuses it: %v", d.Action, err)
		}
		again, err := d.AppendJSON(nil)
		if err != nil {
			t.Errorf("%s: %v", d.Action, err)
			continue
		}
		difference, missing := conformance.Difference(treeOf(t, one.body), treeOf(t, again))
		if difference != "" {
			t.Errorf("%s: %s", d.Action, difference)
		}
		for _, pointer := range missing {
			unknown[string(d.Action)+" "+pointer] = true
		}
	}
	if got := slices.Sorted(maps.Keys(unknown)); !slices.Equal(got, unknownMembers) {
		t.Errorf("members that do not come back: %q, want %q", got, unknownMembers)
	}
	if count != accepted+refused {
		t.Errorf("%d examples, and %d are published", count, accepted+refused)
	}
}

func treeOf(t *testing.T, text []byte) any {
	t.Helper()
	tree, err := conformance.Tree(text)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}
