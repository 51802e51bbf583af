package main

import (
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

func TestUsage(t *testing.T) {
	tests := []struct {
		args   string
		status int
		parts  []string
	}{
		{"", 2, []string{"Usage: webhookgen COMMAND", "validate"}},
		{"help", 0, []string{"Usage: webhookgen COMMAND", "Exit status"}},
		{"-h", 0, []string{"Usage: webhookgen COMMAND"}},
		{"--help", 0, []string{"Usage: webhookgen COMMAND"}},
		{"help generate", 0, []string{"Usage: webhookgen generate [flags]", "-schema-validator", "-borrow", "-out DIR"}},
		{"help nope", 2, []string{`there is no command "nope"`}},
		{"generat", 2, []string{`there is no command "generat"`, `did you mean "generate"?`}},
		{"generate -ouut x", 2, []string{"generate has no flag -ouut", `did you mean "-out"?`}},
		{"generate --ouut x", 2, []string{"generate has no flag -ouut"}},
		{"generate -spec", 2, []string{"-spec"}},
		{"generate x", 2, []string{`generate takes no argument, and there is "x"`}},
		{"generate -spec= ", 2, []string{"-spec is empty"}},
		{"generate -check -force", 2, []string{"-force"}},
		{"check -format yaml", 2, []string{"text or json"}},
		{"version", 0, []string{"webhookgen "}},
		{"-version", 0, []string{"webhookgen "}},
		{"version x", 2, []string{"takes no argument"}},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			t.Chdir(t.TempDir())
			invoke(strings.Fields(tt.args)...).want(t, tt.status, tt.parts...)
		})
	}
}

// Help goes to standard output, and what is wrong to standard error.
func TestStreams(t *testing.T) {
	if r := invoke("help"); r.stdout == "" || r.stderr != "" {
		t.Errorf("help: %+v", r)
	}
	if r := invoke("nope"); r.stdout != "" || r.stderr == "" {
		t.Errorf("nope: %+v", r)
	}
}

func TestEveryCommandHasHelp(t *testing.T) {
	for _, c := range newProgram(nil, nil, nil, nil).commands() {
		for _, args := range [][]string{{c.name, "-h"}, {c.name, "--help"}, {c.name, "docs", "-h"}, {c.name, "-help", "x"}, {"help", c.name}} {
			r := invoke(args...)
			r.want(t, 0, "Usage: webhookgen "+c.name, "Examples:\n  ", "Exit status:", "!NAME:")
			for _, f := range c.flags {
				r.want(t, 0, "\n  -"+f.Names()[0])
			}
		}
		invoke("help").want(t, 0, c.name, c.summary)
	}
}

func TestSpecIsFound(t *testing.T) {
	t.Chdir(t.TempDir())
	invoke("actions").want(t, 2, "there is no *.webhooks.yaml in this folder", "-spec FILE")
	put(t, "a.webhooks.yaml", shop, "sub/b.webhooks.yaml", shop)
	invoke("actions").want(t, 0, "order_placed")
	put(t, "b.webhooks.yaml", shop)
	invoke("actions").want(t, 2, "a.webhooks.yaml, b.webhooks.yaml", "-spec FILE")
	invoke("actions", "-spec", "b.webhooks.yaml").want(t, 0, "order_placed")
	invoke("actions", "--spec=b.webhooks.yaml").want(t, 0, "order_placed")
	invoke("actions", "-spec", "nope.yaml").want(t, 2, "nope.yaml")
	invoke("actions", "-spec", "sub").want(t, 2, "sub is a folder")
}

func TestAPanicIsAFault(t *testing.T) {
	inShop(t)
	var out, errs strings.Builder
	p := newProgram(nil, &out, &errs, func(string) string { return "" })
	p.library.parse = func(string, []byte) (*spec.API, spec.Diagnostics) { panic("boom") }
	status := p.run(t.Context(), []string{"generate"})
	result{status, out.String(), errs.String()}.want(t, 2, "boom", "report")
}
