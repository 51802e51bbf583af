package infer

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen/docs/pagetest"
	"github.com/webhookgen/webhookgen/spec"
)

const root = "../../.."

func says(t *testing.T, name string) *Says {
	t.Helper()
	s, found := Page(pagetest.Read(t, root, name))
	if s == nil {
		t.Fatalf("%s: %v", name, found)
	}
	return s
}

// The contradictions of structure of the page that the first specification
// transcribes, by rule.
var contradictions = map[string][]int{
	"index-order": {13}, "index-incomplete": {557, 588, 611},
	"wrong-caption": {479}, "wrong-link": {494},
	"comment-for-object": {132, 190, 214, 236, 517, 597, 620}, "comment-for-list": {508},
	"trailing-comment": {642}, "trailing-ellipsis": {262, 293, 326, 360, 399, 514},
	"unmatched-brace": {264, 295, 328}, "odd-name": {392}, "bare-value": {512},
	"push-column": {577, 607, 629}, "odd-column": {581},
}

func TestContradictions(t *testing.T) {
	s := says(t, "2019-08-02b.md")
	got := map[string][]int{}
	for _, f := range s.Findings {
		got[f.Code] = append(got[f.Code], f.Span.Start.Line)
	}
	for code, want := range contradictions {
		slices.Sort(got[code])
		if !slices.Equal(got[code], want) {
			t.Errorf("%s on lines %v, want %v", code, got[code], want)
		}
	}
	for _, line := range []int{291, 353} {
		if !slices.Contains(got["two-shapes"], line) {
			t.Errorf("two-shapes on lines %v, want %d among them", got["two-shapes"], line)
		}
	}
	delete(got, "two-shapes")
	for code := range got {
		if contradictions[code] == nil {
			t.Errorf("%s on lines %v is none of the known contradictions", code, got[code])
		}
	}
	if s.Samples != 23 || s.JSON != 10 {
		t.Errorf("%d samples, %d of them JSON, want 23 and 10", s.Samples, s.JSON)
	}
}

func TestActionsOfThePages(t *testing.T) {
	for name, want := range map[string]struct{ actions, pushes, groups int }{
		"2019-08-02a.md": {23, 20, 7}, "2019-08-02b.md": {23, 20, 7}, "2019-08-09.md": {23, 20, 7}, "2019-08-20.md": {20, 20, 8},
		"2019-10-21.md": {20, 20, 8}, "v3.1.mdx": {22, 36, 9}, "v3.6.mdx": {38, 52, 10}, "v3.7.mdx": {38, 52, 10},
	} {
		s := says(t, name)
		pushes := 0
		for _, a := range s.Actions {
			pushes += len(a.Push)
		}
		if len(s.Actions) != want.actions || pushes != want.pushes || len(s.Groups) != want.groups {
			t.Errorf("%s: %d actions, %d pushes, %d groups, want %+v", name, len(s.Actions), pushes, len(s.Groups), want)
		}
	}
}

func TestWhatIsOptional(t *testing.T) {
	var got []string
	for _, a := range says(t, "2019-08-02b.md").Actions {
		each(&section{}, "", a.Payload, func(sp spot) {
			if f := deref(a.Payload, strings.Split(sp.path, ".")); f.Optional != Unstated {
				got = append(got, fmt.Sprintf("%s.%s %d", a.Name, sp.path, f.Optional))
			}
		})
	}
	want := []string{"incoming_multicast.author_id 1", "incoming_multicast.content 2", "incoming_multicast.type 1", "thread_closed.user_id 1"}
	if !slices.Equal(got, want) {
		t.Errorf("stated optionality %q, want %q", got, want)
	}
}

func TestEnums(t *testing.T) {
	s := says(t, "v3.6.mdx")
	for path, want := range map[string]string{
		"user_added_to_chat.user_type": "agent customer", "chat_transferred.reason": "manual inactive assigned unassigned other",
		"routing_status_set.status": "accepting chats not accepting chats offline",
	} {
		action, field, _ := strings.Cut(path, ".")
		var got []string
		for _, v := range s.Action(action).Payload.Field(field).Enum {
			got = append(got, v.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func TestEnvelope(t *testing.T) {
	if env := says(t, "2019-10-21.md").Envelope; env != nil {
		t.Errorf("an envelope where the samples show payloads alone: %+v", env)
	}
	env := says(t, "v3.6.mdx").Envelope
	var names []string
	for _, f := range env.Fields {
		names = append(names, f.Name)
	}
	want := []string{"webhook_id", "secret_key", "organization_id", "additional_data", "requester"}
	if env.Action != "action" || env.Payload != "payload" || !slices.Equal(names, want) {
		t.Errorf("%+v with %q, want %q", env, names, want)
	}
}

const small = "# Hooks\n\n### `a_done`\n\n|  |  |\n|--|--|\n| **Action** | `a_done` |\n\n```js\n{\"id\": 1}\n```\n"

func TestBadPages(t *testing.T) {
	for name, c := range map[string]struct {
		text, code string
		line       int
	}{
		"empty":          {"", "page-empty", 1},
		"blank":          {" \n\n\t\n", "page-empty", 1},
		"binary":         {"# a\n\x00\x01", "page-not-text", 2},
		"not UTF-8":      {"# a\n\nb\xff", "page-not-text", 3},
		"50 MB":          {strings.Repeat("word ", 10<<20), "page-too-large", 1},
		"no action":      {"# Title\n\nText.\n", "no-action", 1},
		"twice":          {small + small[8:], "duplicate-section", 13},
		"cut fence":      {small[:len(small)-5], "page-cut", 9},
		"cut row":        {small + "\n| Object | Notes |\n|--|--|\n| `id` | No", "page-cut", 15},
		"cut delimiter":  {small + "\n| Object | Notes |\n|---", "page-cut", 14},
		"cut header":     {small + "\n| Object |", "page-cut", 13},
		"table no rows":  {small + "\n| Object | Notes |\n|--|--|\n", "page-cut", 14},
		"wide sample":    {strings.Replace(small, `"id": 1`, strings.Join(slices.Collect(numbered(maxFields+1)), ", "), 1), "too-many-fields", 10},
		"unquoted fence": {"> ```js\n> {\n\n" + small + "```", "page-cut", 15},
	} {
		t.Run(name, func(t *testing.T) {
			s, found := Page([]byte(c.text))
			if s != nil || !found.HasErrors() {
				t.Fatalf("it is read: %v", found)
			}
			i := slices.IndexFunc(found, func(d spec.Diagnostic) bool { return d.Severity == spec.Error })
			if found[i].Code != c.code || found[i].Span.Start.Line != c.line {
				t.Errorf("%s on line %d, want %s on line %d", found[i].Code, found[i].Span.Start.Line, c.code, c.line)
			}
		})
	}
}

// numbered yields members with names of their own.
func numbered(n int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range n {
			if !yield(fmt.Sprintf(`"m%d": 1`, i)) {
				return
			}
		}
	}
}

// Forms that pages have elsewhere: other heading levels, other captions, no
// table that names the action, types in a table.
func TestOtherForms(t *testing.T) {
	for name, text := range map[string]string{
		"small":          small,
		"plain heading":  strings.Replace(small, "`a_done`\n\n|", "a_done\n\n|", 1),
		"other level":    strings.Replace(small, "###", "##", 1),
		"setext":         strings.Replace(small, "### `a_done`", "`a_done`\n--------", 1),
		"other caption":  strings.Replace(small, "**Action**", "Ereignis", 1),
		"tags":           strings.Replace(small, "```js", "<Code title={'x'}>\n```json", 1) + "</Code>\n",
		"indented":       strings.Replace(small, "```js\n{\"id\": 1}\n```", "<Code>\n    ```js\n    {\"id\": 1}\n    ```\n</Code>", 1),
		"windows":        strings.ReplaceAll(small, "\n", "\r\n"),
		"no such table":  "# Hooks\n\n## `a_done`\n\n```\n{\"id\": 1}\n```\n",
		"named heading":  strings.Replace(small, "### `a_done`", "### `a_done` {#done}", 1),
		"hidden section": small + "\n<!--\n### `b_done`\n\n| | |\n|--|--|\n| Action | `b_done` |\n-->\n",
	} {
		s, found := Page([]byte(text))
		if s == nil {
			t.Errorf("%s: %v", name, found)
			continue
		}
		if len(s.Actions) != 1 || s.Actions[0].Name != "a_done" || s.Actions[0].Payload.Field("id").Shape.Kind != Int {
			t.Errorf("%s: %+v", name, s.Actions)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("---\napiVersion: \"1\"\n---\n" + small + "| `id` | Required |\n|--|--|\n| `id` | No |\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, found := Page(text)
		if (s == nil) != found.HasErrors() {
			t.Errorf("read: %t, findings: %v", s != nil, found)
		}
		lines := strings.Count(string(text), "\n") + 1
		for _, d := range found {
			if d.Span.Start.Line > lines {
				t.Errorf("%s on line %d of %d", d.Code, d.Span.Start.Line, lines)
			}
		}
	})
}

// BenchmarkPage reads a page of 4 MB.
func BenchmarkPage(b *testing.B) {
	var page strings.Builder
	prose := strings.Repeat("What else there is to say of it takes a line or two. ", 24) // pages are mostly prose and blanks
	page.WriteString("# Hooks\n")
	for i := 0; page.Len() < 4<<20; i++ {
		name := fmt.Sprintf("thing_%d_done", i)
		fmt.Fprintf(&page, "\n### `%s`\n\nA thing is done, and [others](/things/#%[1]s) follow. %[2]s\n\n|  |  |\n|--|--|\n| **Action** | `%[1]s` |\n"+
			"| **Push** | [`Some API`](/pushes/#%[1]s) |\n\n| Field | Notes |\n|--|--|\n| `kind` | Possible values: `a`, `b`. |\n\n"+
			"```json\n{\n  \"kind\": \"a\",\n  \"thing\": {\n    // \"Thing\" object\n  },\n  \"at\": 1 // optional\n}\n```\n", name, prose)
	}
	text := []byte(page.String())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if s, found := Page(text); s == nil {
			b.Fatal(found)
		}
	}
}
