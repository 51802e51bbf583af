package spec

import (
	"encoding/json"
	"strings"
	"testing"
)

func at(line, column, width int) Span { return Span{Position{line, column}, width} }

func TestRender(t *testing.T) {
	long := strings.Repeat("ä", 100) + "HERE" + strings.Repeat("z", 200)
	src := "first\n\tb: \x1b[31mred\r\n" + long + "\nend"
	ds := Diagnostics{
		{Severity: Error, Code: "a", Span: at(2, 5, 3), Message: "m", Help: "do\x1bthis", Related: []Related{{at(1, 2, 4), "see\nthis"}}},
		{Severity: Warning, Code: "b", Span: at(3, 101, 4), Message: "lo\rng"},
		{Severity: Error, Code: "c", Span: at(4, 4, 1), Message: "after the end"},
		{Severity: Error, Code: "d", Message: "nowhere"},
		{Severity: Error, Code: "e", Span: at(9, 1, 1), Message: "beyond"},
	}
	want := strings.Join([]string{
		"dir/x.yaml:2:5: error: m [a]",
		"    2 | \tb: �[31mred",
		"      | \t   ^~~",
		"  help: do�this",
		"  dir/x.yaml:1:2: note: see�this",
		"    1 | first",
		"      |  ^~~~",
		"dir/x.yaml:3:101: warning: lo�ng [b]",
		"    3 | …" + strings.Repeat("ä", 39) + "HERE" + strings.Repeat("z", 75) + "…",
		"      | " + strings.Repeat(" ", 40) + "^~~~",
		"dir/x.yaml:4:4: error: after the end [c]",
		"    4 | end",
		"      |    ^",
		"dir/x.yaml: error: nowhere [d]",
		"dir/x.yaml:9:1: error: beyond [e]",
		"",
	}, "\n")
	if got := render(t, ds, "dir/x.yaml", []byte(src)); got != want {
		t.Errorf("%s", lineDiff(want, got))
	}
}

func TestRenderColour(t *testing.T) {
	var out strings.Builder
	ds := Diagnostics{{Severity: Error, Code: "a", Span: at(1, 1, 2), Message: "m", Help: "h"}}
	if err := ds.Render(&out, "x", []byte("ab"), true); err != nil {
		t.Fatal(err)
	}
	want := "\x1b[1mx:1:1:\x1b[0m \x1b[1;31merror:\x1b[0m m \x1b[2m[a]\x1b[0m\n" +
		"\x1b[2m    1 | \x1b[0mab\n\x1b[2m      | \x1b[0m\x1b[1;32m^~\x1b[0m\n  \x1b[1;36mhelp:\x1b[0m h\n"
	if out.String() != want {
		t.Errorf("got %q\nwant %q", out.String(), want)
	}
}

func TestDiagnosticsJSON(t *testing.T) {
	ds := Diagnostics{{Severity: Warning, Code: "a", Span: at(2, 3, 1), Message: "<m>", Related: []Related{{at(1, 1, 1), "r"}}}}
	text, err := ds.JSON("dir/x.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var got, want any
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	_ = json.Unmarshal([]byte(`[{"file": "dir/x.yaml", "line": 2, "column": 3, "severity": "warning", "code": "a", "message": "<m>", "help": "",
		"related": [{"line": 1, "column": 1, "message": "r"}]}]`), &want)
	if a, b := mustJSON(t, got), mustJSON(t, want); a != b {
		t.Errorf("got  %s\nwant %s", a, b)
	}
	if text, err := Diagnostics(nil).JSON("x"); err != nil || string(text) != "[]\n" {
		t.Errorf("no findings are %q, %v", text, err)
	}
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
