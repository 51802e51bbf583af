package spec

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// codeOf is the rule that a bad example is about: the name of the file, less
// a number.
func codeOf(name string) string {
	code, _, _ := strings.Cut(name, "_")
	return code
}

func parseExample(e example) (*API, Diagnostics) {
	limit := MaxSize
	if codeOf(e.name) == "file-too-large" {
		limit = len(e.src) - 1 // nobody wants 8 MB in the repository
	}
	return parse(e.name, e.src, limit)
}

func TestBadExamples(t *testing.T) {
	triggered := map[string]bool{}
	for _, e := range examples(t, "bad") {
		t.Run(e.name, func(t *testing.T) {
			api, ds := parseExample(e)
			checkDiagnostics(t, api, ds, e.src)
			var codes []string
			for _, d := range ds {
				codes = append(codes, d.Code)
			}
			if !slices.Contains(codes, codeOf(e.name)) {
				t.Errorf("the example does not yield its code, but %v", codes)
			}
			triggered[codeOf(e.name)] = true
			golden(t, strings.TrimSuffix(e.path, ".yaml")+".txt", render(t, ds, e.name+".yaml", e.src))
		})
	}
	for _, rule := range Rules {
		if !triggered[rule.Code] {
			t.Errorf("rule %s has no bad example testdata/bad/%[1]s.yaml", rule.Code)
		}
	}
}

func TestRulesTable(t *testing.T) {
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, rule := range Rules {
		if !form.MatchString(rule.Code) || seen[rule.Code] || rule.Meaning == "" {
			t.Errorf("rule %+v is not well formed, or there twice", rule)
		}
		seen[rule.Code] = true
	}
}

// checkDiagnostics checks what holds for the diagnostics of any file.
func checkDiagnostics(t *testing.T, api *API, ds Diagnostics, src []byte) {
	t.Helper()
	if (api == nil) != ds.HasErrors() {
		t.Errorf("API %v, errors %v", api != nil, ds.HasErrors())
	}
	lines := strings.Split(string(src), "\n")
	inside := func(at Span) bool {
		if at.Start.Line < 1 || at.Start.Line > len(lines) || at.Width < 1 || at.Start.Column < 1 {
			return false
		}
		length := len([]rune(strings.TrimRight(lines[at.Start.Line-1], "\r")))
		return at.Start.Column <= length+1 && at.Start.Column+at.Width <= max(length, at.Start.Column)+1
	}
	for i, d := range ds {
		if !slices.ContainsFunc(Rules, func(r Rule) bool { return r.Code == d.Code }) {
			t.Errorf("code %s is not in the table", d.Code)
		}
		if d.Message == "" || strings.HasSuffix(d.Message, ".") || d.Severity != Error && d.Severity != Warning {
			t.Errorf("not well formed: %+v", d)
		}
		for _, other := range d.Related {
			if !inside(other.Span) {
				t.Errorf("related place %+v of %q is outside of the file", other.Span, d.Message)
			}
		}
		if !inside(d.Span) {
			t.Errorf("place %+v of %q is outside of the file", d.Span, d.Message)
		}
		if i > 0 && slices.Compare([]int{ds[i-1].Span.Start.Line, ds[i-1].Span.Start.Column}, []int{d.Span.Start.Line, d.Span.Start.Column}) > 0 {
			t.Errorf("finding %d stands before the one before it", i)
		}
	}
}
