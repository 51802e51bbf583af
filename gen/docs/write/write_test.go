package write

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/pagetest"
	"github.com/webhookgen/webhookgen/spec"
)

const root = "../../.."

// imported is the specification of a page; it has to pass the checker as it
// stands, without a warning.
func imported(t *testing.T, name string) (*infer.Says, *spec.API) {
	t.Helper()
	says, found := infer.Page(pagetest.Read(t, root, name))
	if says == nil {
		t.Fatal(found)
	}
	text, _, err := Spec(says, Options{Provider: "livechat", Page: name})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	api, found := spec.Parse(name, text)
	if len(found) > 0 {
		t.Fatalf("%s: %v", name, found)
	}
	return says, api
}

func TestEveryPageIsImported(t *testing.T) {
	for _, name := range pagetest.Names {
		says, api := imported(t, name)
		if len(api.Actions) != len(says.Actions) {
			t.Errorf("%s: %d actions, want %d", name, len(api.Actions), len(says.Actions))
		}
		for i, a := range says.Actions {
			if got := api.Actions[i]; got.Name != a.Name || len(got.Push) != len(a.Push) || got.Sample == nil {
				t.Errorf("%s: %s has %d pushes and the sample %s", name, got.Name, len(got.Push), got.Sample)
			}
			compare(t, a.Name, a.Payload, &spec.Ref{Decl: api.Actions[i].Payload})
		}
	}
}

// compare checks that a type has every member that a page shows, all the way
// down.
func compare(t *testing.T, path string, s *infer.Shape, typ spec.Type) {
	t.Helper()
	switch typ := typ.(type) {
	case *spec.List:
		if s.Elem != nil {
			compare(t, path, s.Elem, typ.Elem)
		}
	case *spec.Map:
		if s.Kind == infer.Object {
			t.Errorf("%s: the page shows members, the type is a map", path)
		}
	case *spec.Ref:
		switch body := typ.Decl.Body.(type) {
		case *spec.Wrapped:
			compare(t, path, s, body.Type)
		case *spec.Object:
			for _, f := range s.Fields {
				i := slices.IndexFunc(body.Fields, func(known *spec.Field) bool { return known.Name == f.Name })
				if i < 0 {
					t.Errorf("%s lacks %s", path, f.Name)
					continue
				}
				compare(t, path+"."+f.Name, f.Shape, body.Fields[i].Type)
			}
		}
	}
}

func TestWhatThePageStates(t *testing.T) {
	_, api := imported(t, "2019-08-02b.md")
	var optional []string
	pushes := 0
	for _, a := range api.Actions {
		pushes += len(a.Push)
		for _, f := range a.Payload.Body.(*spec.Object).Fields {
			if f.Optional == spec.Documented {
				optional = append(optional, a.Name+"."+f.Name)
			}
		}
	}
	if want := []string{"incoming_multicast.author_id", "incoming_multicast.type", "thread_closed.user_id"}; !slices.Equal(optional, want) {
		t.Errorf("optional: %q, want %q", optional, want)
	}
	if pushes != 20 || api.PushAPIs[0].ID != "agent_chat_rtm" {
		t.Errorf("%d pushes of %s, want 20 of agent_chat_rtm", pushes, api.PushAPIs[0].ID)
	}
	i := slices.IndexFunc(api.Types, func(d *spec.TypeDecl) bool { return d.Name == "UserType" })
	if e := api.Types[i].Body.(*spec.Enum); !e.Closed || len(e.Values) != 2 {
		t.Errorf("UserType is %+v, want a closed enum of two values", e)
	}
}

func TestQuote(t *testing.T) {
	for _, s := range []string{"plain", "true", "null", "", "1", "a: b", "- a", "# a", "\"", "'", "\\", "a\nb", "\u0085\u2028\ufeff", "é", "<a>", "{a}", "*a", "&a", "!!a", "%a", "@a", "`a`", " a "} {
		text := "webhookgen: 1\nprovider: {name: x, version: \"1\", notes: " + Quote(s) + "}\nenvelope: {action: {member: a}, payload: {member: p}}\nactions: {b: {fields: {}}}\n"
		api, found := spec.Parse("x", []byte(text))
		if api == nil {
			if !strings.ContainsAny(s, "\ufeff") {
				t.Errorf("%q: %v", s, found)
			}
			continue
		}
		if api.Provider.Notes != s {
			t.Errorf("%q came out as %q", s, api.Provider.Notes)
		}
	}
}

// What had to be guessed is said with its place and what to do.
func TestGuesses(t *testing.T) {
	for name, want := range map[string][]string{
		"2019-08-02b.md": {"1 version-guessed", "24 envelope-guessed", "45 push-api-guessed", "45 push-envelope-guessed"},
		"v3.6.mdx":       {"51 push-envelope-guessed", "68 proof-guessed"},
	} {
		says, _ := infer.Page(pagetest.Read(t, root, name))
		_, found, err := Spec(says, Options{Provider: "livechat", Page: name})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range found.Sorted() {
			got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
			if d.Help == "" || d.Span.Width == 0 {
				t.Errorf("%s: %s says not what to do, or where: %+v", name, d.Code, d)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
