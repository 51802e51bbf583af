package write

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// Options say what the page cannot.
type Options struct {
	Provider string // its name: lower-case letters and digits
	Page     string // base name of the page, for the comment at the top
}

// Spec writes a specification of what the page says. The findings are what
// had to be guessed. The error says that the page holds what no specification
// can; the text then is nil.
func Spec(says *infer.Says, opts Options) ([]byte, spec.Diagnostics, error) {
	goNames, noSample := map[string]string{}, map[string]bool{}
	for range 20 {
		e := newEmitter()
		e.goNames, e.noSample = goNames, noSample
		lines := e.document(says, opts)
		text := join(lines)
		wrong := check(text)
		if !wrong.HasErrors() {
			return text, e.found, nil
		}
		if !mend(lines, wrong, goNames, noSample) {
			return nil, e.found, fmt.Errorf("the page holds what no specification can: line %d of it would be %q: %s",
				wrong[0].Span.Start.Line, comment(lines[wrong[0].Span.Start.Line-1].text), wrong[0].Message)
		}
	}
	return nil, nil, fmt.Errorf("the page has too many names that cannot be told apart")
}

func join(lines []line) []byte {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// check returns the errors in a specification, those about Go names included.
func check(text []byte) spec.Diagnostics {
	_, found := plan.Parse("import", text)
	var errors spec.Diagnostics
	for _, d := range found {
		if d.Severity == spec.Error {
			errors = append(errors, d)
		}
	}
	return errors
}

// mend gives Go names to what needs one and leaves out samples that do not
// fit. It says whether it changed anything.
func mend(lines []line, wrong spec.Diagnostics, goNames map[string]string, noSample map[string]bool) bool {
	changed := false
	for _, d := range wrong {
		l := d.Span.Start.Line - 1
		for l > 0 && l < len(lines) && lines[l].key == "" && !strings.HasPrefix(d.Code, "go-name") {
			l--
		}
		if l < 0 || l >= len(lines) {
			continue
		}
		key := lines[l].key
		if action, ok := strings.CutSuffix(strings.TrimPrefix(key, "action/"), "/sample"); ok && !noSample[action] {
			noSample[action] = true
			changed = true
			continue
		}
		if !strings.HasPrefix(d.Code, "go-name") || key == "" {
			continue
		}
		if strings.HasPrefix(key, "enum/") {
			changed = values(lines[l].text, goNames) || changed
			continue
		}
		kind, rest, _ := strings.Cut(key, "/")
		last := rest[strings.LastIndexByte(rest, '/')+1:]
		name := map[string]string{"action": "On", "type": "The"}[kind] + Pascal(last)
		if strings.Count(key, "/") > 1 {
			name = "Member" + Pascal(last)
		}
		if _, again := goNames[key]; again {
			name = fmt.Sprintf("%s%d", name, len(goNames)+2)
		}
		goNames[key] = name
		changed = true
	}
	return changed
}

var enumValue = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"|([A-Za-z_][A-Za-z0-9_]*)`)

// values gives all values of an enum Go names.
func values(text string, goNames map[string]string) bool {
	_, list, _ := strings.Cut(text, "[")
	changed := false
	for _, m := range enumValue.FindAllStringSubmatch(list, -1) {
		for _, v := range []string{m[1], m[2]} {
			if key := "value/" + v; v != "" && goNames[key] == "" {
				goNames[key] = "yes"
				changed = true
			}
		}
	}
	return changed
}

// document writes the whole file.
func (e *emitter) document(says *infer.Says, opts Options) []line {
	e.says = says.Findings
	for _, a := range says.Actions {
		e.taken[Pascal(a.Name)] = true
	}
	for _, name := range []string{"String", "Bool", "Int", "Number", "Any", "Timestamp", "Delivery", "Payload", "Push", "Action", "Actions",
		"Handlers", "Limits", "Null", "Nullable", "Parse", "Rule", "Secret", "Violation"} {
		e.taken[name] = true
	}
	apis := e.pushAPIs(says)
	var actions []line
	for _, a := range says.Actions {
		actions = append(append(actions, line{}), e.action(a)...)
	}
	envelope := e.envelope(says)
	out := e.head(says, opts)
	out = append(append(out, envelope...), apis...)
	if len(e.types) > 0 {
		out = append(append(out, line{}, line{text: "types:"}), e.types[1:]...)
	}
	return append(append(out, line{}, line{text: "actions:"}), actions[1:]...)
}

func (e *emitter) head(says *infer.Says, opts Options) []line {
	out := []line{
		{text: "# yaml-language-server: $schema=../webhookgen.schema.json"},
		{text: "#"},
		{text: "# Imported from " + comment(opts.Page) + ". The numbers behind \"page\" are its lines."},
		{text: "# This file is yours: webhookgen drift and webhookgen update keep what you change."},
		{},
		{text: "webhookgen: 1"},
		{},
		{text: "provider:"},
		{text: "  name: " + opts.Provider},
	}
	if says.Title != "" {
		out = append(out, line{text: "  title: " + Quote(comment(says.Title))})
	}
	version := says.Version
	if version == "" {
		version = "unknown"
		e.guess("version-guessed", spec.Span{Start: spec.Position{Line: 1, Column: 1}, Width: 1},
			"write it under provider.version", "the page names no version of the API: \"unknown\" stands for it")
	}
	out = append(out, line{text: "  version: " + Quote(comment(version))})
	if remarks := e.remarks("", ""); len(remarks) > 0 {
		out = append(append(out, line{}), remarks...)
	}
	if len(says.Groups) > 0 {
		out = append(out, line{}, line{text: "groups:"})
		for _, g := range says.Groups {
			out = append(out, line{text: "  - name: " + Quote(g.Name) + at(g.Span)})
		}
	}
	return out
}

// guess reports what the page leaves open, and what to do about it.
func (e *emitter) guess(code string, at spec.Span, help, format string, args ...any) {
	e.found = append(e.found, spec.Diagnostic{Severity: spec.Warning, Code: code, Span: at, Help: help, Message: fmt.Sprintf(format, args...)})
}
