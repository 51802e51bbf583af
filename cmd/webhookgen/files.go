package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/webhookgen/webhookgen/cmd/webhookgen/internal/output"
	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/spec"
)

// generateFiles returns the files for a specification that mustParse has
// accepted. Findings that only the options bring about are shown here.
func (p *program) generateFiles(api *spec.API, f *specFile, opts gen.Options) ([]output.File, error) {
	generated, found, err := p.library.generate(api, opts)
	if err != nil {
		return nil, errGenerator(err)
	}
	if found.HasErrors() {
		p.writeDiagnostics(p.stderr, f, found)
		return nil, errFindings
	}
	files := make([]output.File, len(generated))
	for i, g := range generated {
		files[i] = output.File{Name: g.Name, Data: g.Data}
	}
	return files, nil
}

// writeFiles brings a folder up to date. Where a signal would kill the process
// halfway, it makes the write undo itself; elsewhere signals do as ever.
func writeFiles(ctx context.Context, t output.Target) (*output.Plan, error) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	return t.Write(ctx)
}

// errGenerator reports a fault of the generator itself.
func errGenerator(err error) error {
	return errors.Join(fmt.Errorf("fault in the generator: %w", err),
		fmt.Errorf("  help: please report it with the specification: %s", issuesURL))
}
