package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v3"
)

func (p *program) versionCommand() *command {
	return &command{
		name:     "version",
		summary:  "say which version this is",
		text:     "Says which version of webhookgen this is, and with which Go it was built.",
		examples: "webhookgen version",
		run: func(_ context.Context, c *cli.Command) error {
			if err := noArguments(c); err != nil {
				return err
			}
			return p.printVersion()
		},
	}
}

func (p *program) printVersion() error {
	_, err := fmt.Fprintf(p.stdout, "webhookgen %s %s %s/%s\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// version is the version of the module that this program was built from,
// "(devel)" if it was built from a checkout that carries none.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
