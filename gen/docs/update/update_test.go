package update_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/pagetest"
	"github.com/webhookgen/webhookgen/gen/docs/update"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/gen/plan"
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

func page(t *testing.T, name string) *infer.Says {
	t.Helper()
	return say(t, pagetest.Read(t, root, name))
}

func imported(t *testing.T, says *infer.Says) []byte {
	t.Helper()
	text, _, err := write.Spec(says, write.Options{Provider: "livechat", Page: "page.md"})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// run updates a specification and checks what holds for every update: code can
// be generated from the result, and a second run changes nothing.
func run(t *testing.T, text []byte, was, now *infer.Says) *update.Result {
	t.Helper()
	result, err := update.Spec(text, was, now)
	if err != nil {
		t.Fatal(err)
	}
	api, found := spec.Parse("spec.yaml", result.Text)
	if api == nil {
		t.Fatalf("the result has errors: %v", found)
	}
	if _, found := plan.New(api, ""); found.HasErrors() {
		t.Fatalf("no code can be generated: %v", found)
	}
	again, err := update.Spec(result.Text, was, now)
	if err != nil {
		t.Fatal(err)
	}
	if string(again.Text) != string(result.Text) || len(again.Carried) > 0 {
		t.Errorf("the second run changes something: %d findings", len(again.Carried))
	}
	return result
}

// made adds comments and Go names, as a person does, to what import wrote. It
// leaves out the actions whose names are given.
func made(text []byte, except ...string) (string, []string) {
	var out, marks []string
	action := regexp.MustCompile(`^  (\w+):  # page \d+$`)
	field := regexp.MustCompile(`^      (\w+): (string|int|bool)  # page \d+$`)
	in, skip := false, false
	for i, line := range strings.Split(string(text), "\n") {
		if line == "actions:" {
			in = true
		}
		if m := action.FindStringSubmatch(line); in && m != nil {
			skip = false
			for _, name := range except {
				skip = skip || m[1] == name
			}
			if !skip {
				mark := fmt.Sprintf("  # by hand %d", i)
				goName := "    go_name: Hand" + write.Pascal(m[1])
				out = append(out, mark, line, goName)
				marks = append(marks, mark, goName)
				continue
			}
		}
		if m := field.FindStringSubmatch(line); in && !skip && m != nil {
			line += fmt.Sprintf(", by hand %d", i)
			marks = append(marks, line)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n"), marks
}

func TestHandMadeDecisionsSurvive(t *testing.T) {
	was, now := page(t, "2019-08-20.md"), page(t, "2019-10-21.md")
	text, marks := made(imported(t, was), "last_seen_timestamp_updated")
	result := run(t, []byte(text), was, now)
	for _, mark := range marks {
		if !strings.Contains(string(result.Text), mark) {
			t.Errorf("lost: %s", mark)
		}
	}
	if len(result.Conflicts) > 0 || len(result.Carried) != 2 {
		t.Errorf("%d carried, conflicts: %+v", len(result.Carried), result.Conflicts)
	}
	// All lines but those of the two actions are there, in their order.
	cut := func(text, name string) string {
		at := strings.Index(text, "\n  "+name+":")
		end := strings.Index(text[at+1:], "\n\n")
		if end < 0 {
			return text[:at]
		}
		return text[:at] + text[at+1+end:]
	}
	before := strings.TrimRight(cut(text, "last_seen_timestamp_updated"), "\n")
	if after := strings.TrimRight(cut(string(result.Text), "events_marked_as_seen"), "\n"); after != before {
		t.Errorf("other lines changed:\n%s\nwant:\n%s", after, before)
	}
}

func TestEachPageToEachLaterOne(t *testing.T) {
	for i, from := range pagetest.Names {
		for _, to := range pagetest.Names[i+1:] {
			t.Run(from+" to "+to, func(t *testing.T) {
				t.Parallel()
				was, now := page(t, from), page(t, to)
				text := imported(t, was)
				result := run(t, text, was, now)
				api, _ := spec.Parse("spec.yaml", result.Text)
				for _, f := range drift.Compare(now, api) {
					t.Errorf("left: %s %s %s", f.Kind, f.Action, f.Message)
				}
				for _, c := range result.Conflicts {
					t.Errorf("conflict: %s: %s", c.Message, c.Why)
				}
				if len(result.Carried) == 0 && string(result.Text) != string(text) {
					t.Error("nothing was carried, and the text changed")
				}
			})
		}
	}
}

// The same with hand-made comments and names everywhere: they survive, also
// where the page has dropped an action, which then is a conflict.
func TestEachPageToEachLaterOneByHand(t *testing.T) {
	for i, from := range pagetest.Names[:6] {
		to := pagetest.Names[min(i+2, len(pagetest.Names)-1)]
		t.Run(from+" to "+to, func(t *testing.T) {
			was, now := page(t, from), page(t, to)
			text, marks := made(imported(t, was))
			result := run(t, []byte(text), was, now)
			changed := map[string]bool{}
			for _, f := range result.Carried {
				changed[f.Path] = true
			}
			for _, mark := range marks {
				name, _, _ := strings.Cut(strings.TrimSpace(mark), ":")
				if !strings.Contains(string(result.Text), mark) && !changed[name] {
					t.Errorf("lost: %s", mark)
				}
			}
			for _, c := range result.Conflicts {
				// An action that a person has to remove first can still own a push.
				if c.Kind != drift.ActionRemoved && c.Kind != drift.FieldRemoved && !strings.Contains(c.Why, "belongs to action") {
					t.Errorf("conflict: %s: %s", c.Message, c.Why)
				}
			}
		})
	}
}

const small = "# Hooks\n\n### `a_done`\n\n|  |  |\n|--|--|\n| **Action** | `a_done` |\n| **Push** | - |\n\n" +
	"| Field | Notes |\n|--|--|\n| `kind` | One of `a`, `b`. |\n\n```js\n{\n\"id\": 1,\n\"kind\": \"a\",\n\"name\": \"x\"\n}\n```\n"

func TestConflicts(t *testing.T) {
	was := say(t, []byte(small))
	text := string(imported(t, was))
	byHand := strings.NewReplacer("id: int", "id: Identifier", "types:\n", "types:\n  Identifier:\n    union: {kinds: {number: int, string: string}}\n\n",
		"name: string", "name: {type: string, sensitive: personal}").Replace(text)
	for name, c := range map[string]struct {
		text, page string
		carried    int
		conflicts  int
	}{
		"nothing":                  {byHand, small, 0, 0},
		"type that a person chose": {byHand, strings.Replace(small, `"id": 1`, `"id": true`, 1), 0, 1},
		"type of the import":       {text, strings.Replace(small, `"id": 1`, `"id": true`, 1), 1, 0},
		"field with a decision":    {byHand, strings.Replace(small, ",\n\"name\": \"x\"", "", 1), 0, 1},
		"field of the import":      {text, strings.Replace(small, ",\n\"name\": \"x\"", "", 1), 1, 0},
		"value":                    {byHand, strings.Replace(small, "`a`, `b`", "`a`, `c`", 1), 2, 0},
		"flow mapping":             {byHand, strings.Replace(small, `"x"`, `"x" // optional`, 1), 1, 0},
		"plain field":              {text, strings.Replace(small, `"x"`, `"x" // optional`, 1), 1, 0},
	} {
		t.Run(name, func(t *testing.T) {
			result := run(t, []byte(c.text), was, say(t, []byte(c.page)))
			if len(result.Carried) != c.carried || len(result.Conflicts) != c.conflicts {
				t.Errorf("%d carried, conflicts %+v, want %d and %d", len(result.Carried), result.Conflicts, c.carried, c.conflicts)
			}
			if c.carried == 0 && string(result.Text) != c.text {
				t.Error("the text changed")
			}
		})
	}
}

// A mark that is gone where a note stays leaves the member one that can be
// missing by observation, as an import of the new page has it.
func TestMarkGoneNoteStays(t *testing.T) {
	noted := strings.Replace(small, "| `kind` |", "| `name` | Missing if it has none. |\n| `kind` |", 1)
	was := say(t, []byte(strings.Replace(noted, `"x"`, `"x" // optional`, 1)))
	text := string(imported(t, was))
	doubt := write.Doubt(say(t, []byte(noted)).Actions[0].Payload.Field("name"))
	block := regexp.MustCompile(`name:.*\n +type: string\n +optional: true\n.*\n`)
	if !block.MatchString(text) || !strings.Contains(doubt, "optional-by-note") {
		t.Fatalf("%s\n%s", text, doubt)
	}
	for name, form := range map[string]string{
		"block":         text,
		"flow":          block.ReplaceAllString(text, "name: {type: string, optional: true}\n"),
		"with a remark": block.ReplaceAllString(text, "name: {type: string, optional: true, remarks: [{rule: id-format, line: 1, says: A, taken: B}]}\n"),
	} {
		result := run(t, []byte(form), was, say(t, []byte(noted)))
		if len(result.Carried) != 1 || len(result.Conflicts) != 0 || !strings.Contains(string(result.Text), "optional: observed") ||
			!strings.Contains(string(result.Text), doubt) {
			t.Errorf("%s: %d carried, conflicts %+v\n%s", name, len(result.Carried), result.Conflicts, result.Text)
		}
	}
}

func TestWithoutBase(t *testing.T) {
	text := imported(t, say(t, []byte(small)))
	now := strings.NewReplacer("`a`, `b`", "`a`, `c`", `"id": 1,`, "\"id\": 1,\n\"at\": 2,").Replace(small)
	result := run(t, text, nil, say(t, []byte(now)))
	if len(result.Carried) != 2 || len(result.Conflicts) != 1 || result.Conflicts[0].Kind != drift.ValueRemoved {
		t.Errorf("carried %d, conflicts %+v: want what is new, and the value that is gone as a conflict", len(result.Carried), result.Conflicts)
	}
}

// A page about something else is not carried into the specification.
func TestTooManyChanges(t *testing.T) {
	var other strings.Builder
	for i := range 1001 {
		fmt.Fprintf(&other, "\n## `b_%d`\n\n```\n{}\n```\n", i)
	}
	was := say(t, []byte(small))
	if result, err := update.Spec(imported(t, was), was, say(t, []byte(other.String()))); err == nil {
		t.Errorf("%d changes carried", len(result.Carried))
	}
}

func TestTranscriptionStaysAsItIs(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "spec", "livechat", "v3.6.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	result := run(t, text, page(t, "v3.6.mdx"), page(t, "v3.7.mdx"))
	if string(result.Text) != string(text) || len(result.Conflicts) > 0 {
		t.Errorf("3.7 means the same: %+v", result.Conflicts)
	}
}
