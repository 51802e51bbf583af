package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

func TestCheck(t *testing.T) {
	inShop(t, "bad.yaml", strings.Replace(shop, "group: orders", "grop: orders", 1))
	invoke("check").want(t, 0, "shop.webhooks.yaml: ok, 2 actions")
	invoke("check", "bad.yaml").want(t, 1, "bad.yaml:22:5: error:", `did you mean "group"?`, "bad.yaml: 1 error")
	invoke("check", "bad.yaml", "shop.webhooks.yaml").want(t, 1, "bad.yaml: 1 error", "shop.webhooks.yaml: ok")
	invoke("check", "nope.yaml", "bad.yaml").want(t, 2, "nope.yaml", "bad.yaml: 1 error")
	if exists("shop") {
		t.Error("check has generated something")
	}
}

// The name of a file is not the terminal's to obey.
func TestCheckOfAFileWithAHostileName(t *testing.T) {
	inShop(t, "a\x1b[31m.yaml", "x")
	invoke("check", "a\x1b[31m.yaml").want(t, 1, "a\uFFFD[31m.yaml:1:1: error:", "a\uFFFD[31m.yaml: 1 error", "!\x1b")
}

func TestCheckJSON(t *testing.T) {
	inShop(t, "bad.yaml", strings.Replace(shop, "group: orders", "grop: orders", 1))
	r := invoke("check", "bad.yaml", "-format", "json")
	r.want(t, 1)
	var found []jsonDiagnostic
	if err := json.Unmarshal([]byte(r.stdout), &found); err != nil || r.stderr != "" {
		t.Fatalf("%v\n%+v", err, r)
	}
	if len(found) != 1 || found[0].File != "bad.yaml" || found[0].Line != 22 || found[0].Column != 5 ||
		found[0].Width != 4 || found[0].Severity != spec.Error || found[0].Code == "" || found[0].Help == "" {
		t.Errorf("%+v", found)
	}
	if r := invoke("check", "-format=json"); r.stdout != "[]\n" {
		t.Errorf("no findings: %q", r.stdout)
	}
}

// The caret stands under its character on a terminal, and nothing in a file
// reaches the terminal as a command.
func TestExcerpts(t *testing.T) {
	tests := []struct {
		line          string
		column, width int
		want          string
	}{
		{"ab: cd", 5, 2, "    1 | ab: cd\n      |     ^^\n"},
		{"日本: cd", 5, 2, "    1 | 日本: cd\n      |       ^^\n"},
		{"a\tb", 3, 1, "    1 | a b\n      |   ^\n"},
		{"a\x1b[2Jb", 6, 1, "    1 | a\uFFFD[2Jb\n      |      ^\n"},
		{"a\xffb", 3, 1, "    1 | a\uFFFDb\n      |   ^\n"},
		{"ab", 3, 0, "    1 | ab\n      |   ^\n"},
		{"ab", 99, 99, "    1 | ab\n      |   ^\n"},
		{"ab\r", 1, 1, "    1 | ab\n      | ^\n"},
		{strings.Repeat("x", 100) + "y" + strings.Repeat("z", 1000), 101, 1,
			"    1 | …" + strings.Repeat("x", 60) + "y" + strings.Repeat("z", 60) + "…\n      | " + strings.Repeat(" ", 61) + "^\n"},
		{strings.Repeat("y", 1000), 1, 1000,
			"    1 | " + strings.Repeat("y", 60) + "…\n      | " + strings.Repeat("^", 60) + "\n"},
	}
	p := newProgram(nil, nil, nil, nil)
	for _, tt := range tests {
		var b strings.Builder
		p.writeExcerpt(&b, []string{tt.line}, spec.Span{Start: spec.Position{Line: 1, Column: tt.column}, Width: tt.width})
		if b.String() != tt.want {
			t.Errorf("%q:\n%s\nwant:\n%s", tt.line, b.String(), tt.want)
		}
	}
}

// No bytes make the command panic, whatever it has to show of them.
func FuzzCheck(f *testing.F) {
	f.Add([]byte(shop))
	f.Add([]byte("\xff\x00\u2028\r\n: ["))
	f.Fuzz(func(t *testing.T, text []byte) {
		p := newProgram(nil, nil, nil, nil)
		file := &specFile{path: "x.webhooks.yaml", text: text}
		api, found := p.library.parse(file.base(), file.text)
		var b strings.Builder
		p.writeDiagnostics(&b, file, found)
		if api == nil {
			if !strings.Contains(b.String(), "error: ") {
				t.Error("no API and no error")
			}
			return
		}
		listActions(api)
	})
}
