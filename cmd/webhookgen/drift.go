package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/spec"
)

func (p *program) driftCommand() *command {
	return &command{
		name: "drift", args: "PAGE",
		summary: "say where a documentation page and a specification differ in meaning",
		text: "Compares a documentation page with a specification and says where they differ in meaning: actions,\n" +
			"fields, types, what is optional, enum values, pushes, groups, the envelope. Wording, order, links and\n" +
			"formatting are no difference, nor is what the specification acknowledges by a remark or knows from\n" +
			"elsewhere. Exits with 1 if anything differs. -format markdown is the text of a change request.",
		examples: "webhookgen drift webhooks.md\nwebhookgen drift webhooks.mdx -spec livechat" + specSuffix + " -format json",
		flags:    []cli.Flag{specFlag(), driftFormatFlag()},
		run:      p.runDrift,
	}
}

func driftFormatFlag() cli.Flag {
	return &cli.StringFlag{Name: "format", Value: "text", Usage: "write `text|json|markdown`", Validator: func(s string) error {
		if s != "text" && s != "json" && s != "markdown" {
			return fmt.Errorf("-format %q: it is text, json or markdown", s)
		}
		return nil
	}}
}

func (p *program) runDrift(_ context.Context, c *cli.Command) error {
	in, err := p.readSides(c)
	if err != nil {
		return err
	}
	path, f := in.page.path, in.spec
	found := drift.Compare(in.says, in.api)
	switch c.String("format") {
	case "json":
		err = writeJSON(p.stdout, jsonDrift(path, f.path, found))
	case "markdown":
		writeDriftMarkdown(p.stdout, path, f.path, found)
	default:
		p.writeDrift(p.stdout, path, f.path, found)
	}
	if err != nil {
		return err
	}
	if len(found) > 0 {
		return errFindings
	}
	return nil
}

// writeDrift writes each finding with its places on both sides.
func (p *program) writeDrift(w io.Writer, page, specification string, found []drift.Finding) {
	for _, f := range found {
		p.writeFinding(w, page, specification, f)
	}
	if len(found) == 0 {
		fmt.Fprintf(w, "%s: %s, the specification means the same\n", page, p.green(w, "ok"))
		return
	}
	fmt.Fprintf(w, "%s: %s\n", page, p.red(w, counted(len(found), "difference")))
}

func (p *program) writeFinding(w io.Writer, page, specification string, f drift.Finding) {
	fmt.Fprintf(w, "%s %s%s [%s]\n", place(page, f.PageAt), about(f), printable(f.Message), f.Kind)
	fmt.Fprintf(w, "  %s\n", p.cyan(w, strings.TrimSuffix(place(specification, f.SpecAt), ":")))
}

// about says which action a message is about, where the message does not.
func about(f drift.Finding) string {
	switch {
	case f.Action == "" || strings.HasPrefix(f.Message, "action "):
		return ""
	}
	return printable(f.Action) + ": "
}

// jsonFinding is a finding for programs.
type jsonFinding struct {
	Kind    drift.Kind    `json:"kind"`
	Action  string        `json:"action,omitempty"`
	Field   string        `json:"field,omitempty"`
	Value   string        `json:"value,omitempty"`
	Message string        `json:"message"`
	Page    jsonPosition  `json:"page"`
	Spec    *jsonPosition `json:"spec,omitempty"`
}

// jsonPosition is a place in a file.
type jsonPosition struct {
	File string `json:"file"`
	spec.Position
}

func jsonDrift(page, specification string, found []drift.Finding) []jsonFinding {
	out := []jsonFinding{}
	for _, f := range found {
		one := jsonFinding{Kind: f.Kind, Action: f.Action, Field: f.Path, Value: f.Value, Message: f.Message,
			Page: jsonPosition{page, f.PageAt.Start}}
		if f.SpecAt.Start.Line > 0 {
			one.Spec = &jsonPosition{specification, f.SpecAt.Start}
		}
		out = append(out, one)
	}
	return out
}

// writeDriftMarkdown writes the findings as the text of a change request.
func writeDriftMarkdown(w io.Writer, page, specification string, found []drift.Finding) {
	if len(found) == 0 {
		fmt.Fprintf(w, "The page and the specification mean the same.\n")
		return
	}
	fmt.Fprintf(w, "The page %s and the specification %s differ in %s.\n", codeSpan(page), codeSpan(specification), counted(len(found), "place"))
	heading := "\x00"
	for _, f := range byAction(found) {
		if f.Action != heading {
			heading = f.Action
			title := codeSpan(f.Action)
			if f.Action == "" {
				title = "The page as a whole"
			}
			fmt.Fprintf(w, "\n### %s\n\n", title)
		}
		fmt.Fprintf(w, "- **%s**: %s (page %d, specification %d)\n", f.Kind, escapeMarkdown(f.Message), f.PageAt.Start.Line, f.SpecAt.Start.Line)
	}
}

// byAction groups findings by action, in the order in which the actions come
// first.
func byAction(found []drift.Finding) []drift.Finding {
	var order []string
	groups := map[string][]drift.Finding{}
	for _, f := range found {
		if groups[f.Action] == nil {
			order = append(order, f.Action)
		}
		groups[f.Action] = append(groups[f.Action], f)
	}
	var out []drift.Finding
	for _, name := range order {
		out = append(out, groups[name]...)
	}
	return out
}

// codeSpan shows a text of the page as code, whatever it holds.
func codeSpan(s string) string {
	return "`" + strings.ReplaceAll(printable(s), "`", "'") + "`"
}

// escapeMarkdown keeps a text of the page from being Markdown or HTML.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range printable(s) {
		if strings.ContainsRune("\\`*_{}[]<>()#+-.!|~&@:", r) && r != '.' && r != '-' && r != '(' && r != ')' && r != ':' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
