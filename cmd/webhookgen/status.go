package main

import (
	"errors"
	"fmt"

	"github.com/webhookgen/webhookgen/cmd/webhookgen/internal/output"
)

// The exit statuses of every command.
const (
	statusFine     = 0
	statusFindings = 1 // diagnostics, differences, invalid or unreadable JSON
	statusFault    = 2 // wrong usage, or a fault of the machine
)

// errFindings ends a command that has shown its findings already.
var errFindings = errors.New("findings")

// errFaults ends a command that has shown the faults it met already.
var errFaults = errors.New("faults")

// usageError is a command line that cannot be carried out.
type usageError struct {
	message string
	help    string // what to do instead
}

func (e *usageError) Error() string { return e.message + "\n  help: " + e.help }

// misuse returns a *usageError.
func misuse(help, format string, args ...any) error {
	return &usageError{message: fmt.Sprintf(format, args...), help: help}
}

// report shows what ended a command and returns the exit status.
func (p *program) report(err error) int {
	var edited *output.EditedError
	switch {
	case err == nil:
		return statusFine
	case errors.Is(err, errFaults):
		return statusFault
	case errors.Is(err, errFindings):
		return statusFindings
	}
	fmt.Fprintf(p.stderr, "%s %s\n", p.red(p.stderr, "webhookgen:"), err)
	if errors.As(err, &edited) {
		return statusFindings
	}
	return statusFault
}
