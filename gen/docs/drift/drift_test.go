package drift_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/pagetest"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec"
)

const root = "../../.."

func say(t *testing.T, text []byte) *infer.Says {
	t.Helper()
	says, found := infer.Page(text)
	if says == nil {
		t.Fatalf("the page is not read: %v", found)
	}
	return says
}

// imported is the specification that an import of a page yields.
func imported(t *testing.T, page []byte) *spec.API {
	t.Helper()
	text, _, err := write.Spec(say(t, page), write.Options{Provider: "livechat", Page: "page.md"})
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, text)
}

func parse(t *testing.T, text []byte) *spec.API {
	t.Helper()
	api, found := spec.Parse("spec.yaml", text)
	if api == nil || len(found) > 0 {
		t.Fatalf("the specification has findings: %v", found)
	}
	return api
}

// transcribed is a specification made by hand.
func transcribed(t *testing.T, name string) *spec.API {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "spec", "livechat", name))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, text)
}

// lines are findings without their places, for comparing.
func lines(found []drift.Finding) []string {
	out := []string{}
	for _, f := range found {
		line := fmt.Sprintf("%s %s", f.Kind, f.Action)
		if f.Path != "" {
			line += "." + f.Path
		}
		switch f.Kind {
		case drift.ActionAdded, drift.ActionRemoved, drift.FieldAdded, drift.FieldRemoved:
		default:
			if f.Value != "" {
				line += " " + f.Value
			}
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return out
}

func expect(t *testing.T, found []drift.Finding, want ...string) {
	t.Helper()
	slices.Sort(want)
	if got := lines(found); !slices.Equal(got, want) {
		t.Errorf("findings:\n%q\nwant:\n%q", got, want)
	}
	for _, f := range found {
		if f.PageAt.Start.Line == 0 || f.SpecAt.Start.Line == 0 || f.Message == "" {
			t.Errorf("%s %s has not two places and a message: %+v", f.Kind, f.Action, f)
		}
	}
}

func TestRevisions(t *testing.T) {
	for _, step := range []struct {
		from, to string
		want     []string
	}{
		{"2019-08-02a.md", "2019-08-02b.md", nil},
		{"2019-08-02b.md", "2019-08-09.md", nil},
		{"2019-08-09.md", "2019-08-20.md", []string{
			"action-removed incoming_multicast", "action-removed incoming_typing_indicator", "action-removed incoming_sneak_peek",
			"group-changed incoming_chat_thread chats", "group-changed thread_closed chats", "group-changed incoming_rich_message_postback events",
			"contradiction event_properties_deleted second-table"}},
		{"2019-08-20.md", "2019-10-21.md", []string{"action-removed last_seen_timestamp_updated", "action-added events_marked_as_seen"}},
		{"v3.6.mdx", "v3.7.mdx", nil},
	} {
		t.Run(step.from+" to "+step.to, func(t *testing.T) {
			from, to := pagetest.Read(t, root, step.from), pagetest.Read(t, root, step.to)
			expect(t, drift.Compare(say(t, to), imported(t, from)), step.want...)
		})
	}
}

func TestPagesAgainstThemselves(t *testing.T) {
	for _, name := range pagetest.Names {
		page := pagetest.Read(t, root, name)
		expect(t, drift.Compare(say(t, page), imported(t, page)))
	}
}

func TestTranscriptions(t *testing.T) {
	expect(t, drift.Compare(say(t, pagetest.Read(t, root, "2019-08-02b.md")), transcribed(t, "v3.0.yaml")))
	for _, name := range []string{"v3.6.mdx", "v3.7.mdx"} {
		expect(t, drift.Compare(say(t, pagetest.Read(t, root, name)), transcribed(t, "v3.6.yaml")))
	}
}

func TestRename(t *testing.T) {
	found := drift.Compare(say(t, pagetest.Read(t, root, "v3.6.mdx")), imported(t, pagetest.Read(t, root, "v3.1.mdx")))
	for _, want := range []string{"action-renamed incoming_chat incoming_chat_thread", "action-renamed thread_tagged chat_thread_tagged",
		"action-renamed thread_untagged chat_thread_untagged", "field-added envelope.organization_id", "field-added envelope.requester"} {
		if !slices.Contains(lines(found), want) {
			t.Errorf("no finding %q", want)
		}
	}
}
