package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/spec"
)

func (p *program) checkCommand() *command {
	return &command{
		name: "check", args: "[FILE...]",
		summary: "check specifications",
		text: "Checks specifications and says what is wrong with them, all of it at once. Without FILE it\n" +
			"checks the one *" + specSuffix + " in the working folder. Warnings are no reason to exit with 1.",
		examples: "webhookgen check\nwebhookgen check livechat" + specSuffix + " -format json",
		flags:    []cli.Flag{formatFlag()},
		run:      p.runCheck,
	}
}

func (p *program) runCheck(_ context.Context, c *cli.Command) error {
	paths := c.Args().Slice()
	if len(paths) == 0 {
		path, err := findSpec()
		if err != nil {
			return err
		}
		paths = []string{path}
	}
	var faults, errors bool
	all := []jsonDiagnostic{}
	for _, path := range paths {
		f, err := readSpecFile(path)
		if err != nil {
			fmt.Fprintf(p.stderr, "%s %v\n", p.red(p.stderr, "webhookgen:"), err)
			faults = true
			continue
		}
		api, found := p.library.parse(f.base(), f.text)
		errors = errors || found.HasErrors()
		if c.String("format") == "json" {
			all = append(all, jsonDiagnostics(path, found)...)
			continue
		}
		p.writeDiagnostics(p.stdout, f, found)
		p.writeVerdict(path, api, found)
	}
	if c.String("format") == "json" {
		if err := writeJSON(p.stdout, all); err != nil {
			return err
		}
	}
	switch {
	case faults:
		return errFaults
	case errors:
		return errFindings
	}
	return nil
}

// writeVerdict sums up one file.
func (p *program) writeVerdict(path string, api *spec.API, found spec.Diagnostics) {
	path = printable(path)
	errors := 0
	for _, d := range found {
		if d.Severity == spec.Error {
			errors++
		}
	}
	warnings := ""
	if n := len(found) - errors; n > 0 {
		warnings = ", " + counted(n, "warning")
	}
	if errors > 0 {
		fmt.Fprintf(p.stdout, "%s: %s%s\n", path, p.red(p.stdout, counted(errors, "error")), warnings)
		return
	}
	fmt.Fprintf(p.stdout, "%s: %s, %s%s\n", path, p.green(p.stdout, "ok"), counted(len(api.Actions), "action"), warnings)
}

// counted is a number of things in words.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
