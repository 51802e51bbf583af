package edit

import "testing"

const text = `# about
provider: {name: x, version: "1"} # flow

actions:
  # of the first
  first:
    push: [a, b] # two
    fields:
      id: int # number

      name: {type: string, notes: 'it''s, {here}'}
    remarks:
      - {rule: one}
      - rule: two
        says: b

  second:
    fields: {}
`

// Each edit, and the lines of a diff that it makes.
func TestEdits(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*Text) ([]byte, error)
		want string
	}{
		"set":             {func(t *Text) ([]byte, error) { return t.Set("string", "actions", "first", "fields", "id") }, "-      id: int # number+      id: string # number"},
		"set flow":        {func(t *Text) ([]byte, error) { return t.Set(`"2"`, "provider", "version") }, "-provider: {name: x, version: \"1\"} # flow+provider: {name: x, version: \"2\"} # flow"},
		"rename":          {func(t *Text) ([]byte, error) { return t.Rename("other", "actions", "first") }, "-  first:+  other:"},
		"append":          {func(t *Text) ([]byte, error) { return t.Append("c", "actions", "first", "push") }, "-    push: [a, b] # two+    push: [a, b, c] # two"},
		"append to block": {func(t *Text) ([]byte, error) { return t.Append("{rule: x}", "actions", "first", "remarks") }, "+      - {rule: x}"},
		"remove first":    {func(t *Text) ([]byte, error) { return t.Remove(0, "actions", "first", "push") }, "-    push: [a, b] # two+    push: [b] # two"},
		"remove last":     {func(t *Text) ([]byte, error) { return t.Remove(1, "actions", "first", "push") }, "-    push: [a, b] # two+    push: [a] # two"},
		"remove block":    {func(t *Text) ([]byte, error) { return t.Remove(1, "actions", "first", "remarks") }, "-      - rule: two-        says: b"},
		"add": {func(t *Text) ([]byte, error) {
			return t.Add(Entry{Key: "at", Flow: "int"}, "id", false, "actions", "first", "fields")
		}, "+      at: int"},
		"add to flow": {func(t *Text) ([]byte, error) { return t.Add(Entry{Key: "title", Flow: "X"}, "", false, "provider") },
			"-provider: {name: x, version: \"1\"} # flow+provider: {name: x, version: \"1\", title: X} # flow"},
		"add to empty": {func(t *Text) ([]byte, error) {
			return t.Add(Entry{Key: "id", Flow: "int", Lines: []string{"id: int"}}, "", false, "actions", "second", "fields")
		}, "-    fields: {}+    fields:+      id: int"},
		"delete":           {func(t *Text) ([]byte, error) { return t.Delete("actions", "first", "fields", "name") }, "--      name: {type: string, notes: 'it''s, {here}'}"},
		"delete with note": {func(t *Text) ([]byte, error) { return t.Delete("actions", "second") }, "-  second:-    fields: {}-"},
		"delete of flow":   {func(t *Text) ([]byte, error) { return t.Delete("provider", "version") }, "-provider: {name: x, version: \"1\"} # flow+provider: {name: x} # flow"},
	} {
		doc, err := Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		out, err := c.edit(doc)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := diff(text, string(out)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
		if _, err := Parse(out); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatCannotBeEdited(t *testing.T) {
	for _, bad := range []string{"", "a", "- a", "a: [", "a: \u0085"} {
		if _, err := Parse([]byte(bad)); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
	doc, err := Parse([]byte("a: |\n  text\nb: {c: 1}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := doc.Set("x", "a"); err == nil {
		t.Error("a block text is set in place")
	}
	if _, err := doc.Delete("b", "d"); err == nil {
		t.Error("what is not there is deleted")
	}
}

func FuzzEdit(f *testing.F) {
	f.Add([]byte(text))
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, err := Parse(src)
		if err != nil {
			return
		}
		for _, key := range doc.Keys() {
			doc.Block(key)
			doc.Set("x", key)
			doc.Delete(key)
			doc.Rename("x", key)
			doc.Append("x", key)
			doc.Remove(0, key)
			doc.Add(Entry{Key: "x", Flow: "y"}, "", true, key)
			doc.Replace("x", key)
		}
	})
}
