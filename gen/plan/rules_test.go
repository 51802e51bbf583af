package plan

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen/internal/golden"
	"github.com/webhookgen/webhookgen/spec"
)

var update = flag.Bool("update", false, "write the golden files")

// Each rule has a bad example of its name, which package spec accepts; what
// is shown of it stands beside it.
func TestBadExamples(t *testing.T) {
	paths, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	triggered := map[string]bool{}
	for _, path := range paths {
		code := strings.TrimSuffix(filepath.Base(path), ".yaml")
		t.Run(code, func(t *testing.T) {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			ds := findings(t, filepath.Base(path), src)
			if !slices.ContainsFunc(ds, func(d spec.Diagnostic) bool { return d.Code == code }) {
				t.Errorf("the example does not yield its code, but %v", ds)
			}
			triggered[code] = true
			var shown strings.Builder
			if err := ds.Render(&shown, filepath.Base(path), src, false); err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, strings.TrimSuffix(path, ".yaml")+".txt", []byte(shown.String()), *update)
		})
	}
	for _, rule := range Rules {
		if !triggered[rule.Code] {
			t.Errorf("rule %s has no bad example testdata/bad/%[1]s.yaml", rule.Code)
		}
	}
}

// findings returns what New finds fault with, all of it in the table.
func findings(t *testing.T, name string, src []byte) spec.Diagnostics {
	t.Helper()
	api, ds := spec.Parse(name, src)
	if api == nil {
		t.Fatalf("package spec refuses it already: %v", ds)
	}
	_, ds = New(api, "")
	for _, d := range ds {
		if !slices.ContainsFunc(Rules, func(r Rule) bool { return r.Code == d.Code }) {
			t.Errorf("code %s is not in the table", d.Code)
		}
		if d.Severity != spec.Error || d.Span.Start.Line == 0 || d.Help == "" || strings.HasSuffix(d.Message, ".") {
			t.Errorf("not well formed: %+v", d)
		}
	}
	return ds
}

// A code means one thing.
func TestRulesTable(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range spec.Rules {
		seen[rule.Code] = true
	}
	for _, rule := range Rules {
		if seen[rule.Code] || rule.Meaning == "" {
			t.Errorf("rule %+v says nothing, or is there twice", rule)
		}
		seen[rule.Code] = true
	}
}

// The envelope of deliveries holds the action and the payload too, under all
// of its names.
func TestTooManyMembersOfEnvelopes(t *testing.T) {
	const fits = MaxFields - 2
	names := make([]string, fits)
	for i := range names {
		names[i] = fmt.Sprintf("older_%d", i)
	}
	older := "[" + strings.Join(names, ", ") + "]"
	for _, tt := range []struct {
		extra string
		want  int
	}{{"", 0}, {"fields: {one: string}", 1}} {
		src := "webhookgen: 1\nprovider: {name: acme, version: '1'}\nenvelope:\n  action: {member: event}\n" +
			"  payload: {member: body, shapes: {names: " + older + "}}\n  " + tt.extra + "\nactions: {stock: {fields: {count: int}}}\n"
		if ds := findings(t, "envelope.yaml", []byte(src)); len(ds) != tt.want {
			t.Errorf("with %q: %v", tt.extra, ds)
		}
	}
}
