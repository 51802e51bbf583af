package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"github.com/webhookgen/webhookgen/cmd/webhookgen/internal/output"
	"github.com/webhookgen/webhookgen/spec"
)

// compare shows what generate would change. It writes nothing.
func (p *program) compare(api *spec.API, t output.Target) error {
	plan, err := t.Plan()
	if err != nil {
		return err
	}
	if plan.Clean() {
		fmt.Fprintf(p.stdout, "%s: up to date, %d unchanged\n", api.Provider.Name, plan.Unchanged)
		return nil
	}
	for _, change := range plan.Changes {
		p.writeDiff(t.Dir, change)
	}
	for _, name := range plan.Leftovers {
		fmt.Fprintf(p.stderr, "%s: left by a run that was interrupted\n", filepath.Join(t.Dir, filepath.FromSlash(name)))
	}
	for _, change := range plan.Changes {
		if change.Edited {
			fmt.Fprintf(p.stderr, "%s: edited by hand since it was generated\n", filepath.Join(t.Dir, filepath.FromSlash(change.Name)))
		}
	}
	fmt.Fprintf(p.stderr, "%s: not up to date: %d missing, %d changed, %d stale, %d unchanged; webhookgen generate mends it\n",
		api.Provider.Name, plan.Count(output.Create), plan.Count(output.Update), plan.Count(output.Remove), plan.Unchanged)
	return errFindings
}

// writeDiff writes a change in the form that git apply and patch -p1 read.
func (p *program) writeDiff(dir string, change output.Change) {
	name := strings.TrimPrefix(filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(change.Name))), "/")
	before, after := "a/"+name, "b/"+name
	switch change.Kind {
	case output.Create:
		before = "/dev/null"
	case output.Remove:
		after = "/dev/null"
	}
	diff := udiff.Unified(before, after, string(change.Old), string(change.New))
	if diff == "" { // an empty file that appears or goes
		diff = fmt.Sprintf("--- %s\n+++ %s\n", before, after)
	}
	for _, line := range strings.SplitAfter(diff, "\n") {
		fmt.Fprint(p.stdout, p.paintDiffLine(line))
	}
}

func (p *program) paintDiffLine(line string) string {
	switch {
	case !p.coloured(p.stdout):
		return line
	case strings.HasPrefix(line, "+"):
		return p.green(p.stdout, line)
	case strings.HasPrefix(line, "-"):
		return p.red(p.stdout, line)
	case strings.HasPrefix(line, "@@"):
		return p.cyan(p.stdout, line)
	}
	return line
}
