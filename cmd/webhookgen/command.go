package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/urfave/cli/v3"
)

// command declares one command: what it takes, what it says of itself, and
// what it does.
type command struct {
	name     string
	args     string // placeholders, such as "FILE..."
	summary  string // one line
	text     string // what it does, in full
	examples string // command lines, one a line
	flags    []cli.Flag
	run      func(ctx context.Context, c *cli.Command) error
}

// commands are all commands in the order in which help shows them.
func (p *program) commands() []*command {
	return []*command{p.generateCommand(), p.checkCommand(), p.validateCommand(), p.actionsCommand(),
		p.importCommand(), p.driftCommand(), p.updateCommand(), p.initCommand(), p.versionCommand(), p.helpCommand()}
}

// newRoot returns the command line of p.
func newRoot(p *program) *cli.Command {
	root := &cli.Command{
		Name:            "webhookgen",
		HideHelpCommand: true,
		Writer:          p.stdout,
		ErrWriter:       p.stderr,
		Flags:           []cli.Flag{&cli.BoolFlag{Name: "version", Local: true}},
		OnUsageError:    wrongUsage,
		ExitErrHandler:  func(context.Context, *cli.Command, error) {}, // run returns the status
		Action:          p.runRoot,

		CustomRootCommandHelpTemplate: p.overview(),
	}
	for _, c := range p.commands() {
		root.Commands = append(root.Commands, p.build(c))
	}
	return root
}

// build makes the parser's form of c.
func (p *program) build(c *command) *cli.Command {
	return &cli.Command{
		Name:            c.name,
		HideHelpCommand: true,
		// The values of headers hold commas.
		DisableSliceFlagSeparator: true,
		Flags:                     c.flags,
		OnUsageError:              wrongUsage,
		Action:                    c.run,
		CustomHelpTemplate:        c.help(),
	}
}

// runRoot is what happens without a command or with one that there is not.
func (p *program) runRoot(_ context.Context, c *cli.Command) error {
	switch {
	case c.Bool("version"):
		return p.printVersion()
	case c.Args().Present():
		return p.unknownCommand(c.Args().First())
	}
	fmt.Fprint(p.stderr, p.overview())
	return errFaults
}

func (p *program) unknownCommand(name string) error {
	var names []string
	for _, c := range p.commands() {
		names = append(names, c.name)
	}
	return misuse(didYouMean(name, names, "webhookgen help lists the commands"), "there is no command %q", name)
}

// wrongUsage says what is wrong with flags.
func wrongUsage(_ context.Context, c *cli.Command, err error, _ bool) error {
	help := "webhookgen help " + c.Name + " lists the flags"
	if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -"); ok {
		return misuse(didYouMean("-"+strings.TrimLeft(name, "-"), flagNames(c), help), "%s has no flag -%s", c.Name, strings.TrimLeft(name, "-"))
	}
	return misuse(help, "%v", err)
}

func flagNames(c *cli.Command) []string {
	var names []string
	for _, f := range c.Flags {
		names = append(names, "-"+f.Names()[0])
	}
	return names
}

// didYouMean returns the name that is most like word, or otherwise.
func didYouMean(word string, names []string, otherwise string) string {
	best, similarity := "", 0.6
	for _, name := range names {
		if s := levenshtein.Similarity(word, name, nil); s > similarity {
			best, similarity = name, s
		}
	}
	if best == "" {
		return otherwise
	}
	return fmt.Sprintf("did you mean %q?", best)
}

// formatFlag is the flag of commands that also speak to programs.
func formatFlag() cli.Flag {
	return &cli.StringFlag{Name: "format", Value: "text", Usage: "write `text|json`", Validator: func(s string) error {
		if s != "text" && s != "json" {
			return fmt.Errorf("-format %q: it is text or json", s)
		}
		return nil
	}}
}

func specFlag() cli.Flag {
	return &cli.StringFlag{Name: "spec", Usage: "read the specification from `FILE`; the one *" + specSuffix + " in the working folder if not given"}
}

// noArguments refuses positional arguments.
func noArguments(c *cli.Command) error {
	if c.Args().Present() {
		return misuse("webhookgen help "+c.Name+" says how it is used", "%s takes no argument, and there is %q", c.Name, c.Args().First())
	}
	return nil
}
