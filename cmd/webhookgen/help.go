package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"
)

const exitStatuses = `Exit status:
  0  fine
  1  findings: diagnostics, differences, invalid payloads, JSON that does not parse
  2  wrong usage, or a fault of the machine
`

// overview is the help for the program as a whole.
func (p *program) overview() string {
	var b strings.Builder
	b.WriteString("webhookgen turns the description of a provider's webhooks into Go types, JSON Schemas,\n" +
		"validators and a dispatcher.\n\nUsage: webhookgen COMMAND [flags] [arguments]\n\nCommands:\n")
	for _, c := range p.commands() {
		fmt.Fprintf(&b, "  %-10s %s\n", c.name, c.summary)
	}
	b.WriteString("\nFlags are written -flag or --flag, before or after arguments.\n" +
		"webhookgen help COMMAND, or webhookgen COMMAND -h, says more about one.\n\n" + exitStatuses)
	return b.String()
}

// help is the help for one command.
func (c *command) help() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", c.text)
	fmt.Fprintf(&b, "Usage: %s\n", strings.Join(strings.Fields("webhookgen "+c.name+" [flags] "+c.args), " "))
	b.WriteString("\nFlags:\n")
	for _, f := range c.flags {
		writeFlag(&b, f)
	}
	fmt.Fprintf(&b, "  %-22s %s\n", "-help, -h", "show this text")
	b.WriteString("\nExamples:\n")
	for _, line := range strings.Split(c.examples, "\n") {
		fmt.Fprintf(&b, "  %s\n", line)
	}
	b.WriteString("\n" + exitStatuses)
	return b.String()
}

// writeFlag writes one flag with its names, its placeholder and what it does.
// The placeholder stands in back-quotes in the usage.
func writeFlag(b *strings.Builder, f cli.Flag) {
	usage := ""
	if d, ok := f.(cli.DocGenerationFlag); ok {
		usage = d.GetUsage()
	}
	before, rest, found := strings.Cut(usage, "`")
	placeholder, after, _ := strings.Cut(rest, "`")
	if found {
		usage = before + placeholder + after
	}
	fmt.Fprintf(b, "  %-22s %s\n", strings.TrimSpace("-"+f.Names()[0]+" "+placeholder), usage)
}

func (p *program) helpCommand() *command {
	return &command{
		name: "help", args: "[COMMAND]",
		summary:  "say how webhookgen or one of its commands is used",
		text:     "Says how webhookgen or one of its commands is used.",
		examples: "webhookgen help\nwebhookgen help generate",
		run:      p.runHelp,
	}
}

// askedForHelp returns the arguments of the help command if those of another
// ask for help: the parser takes an argument beside -h for a topic.
func (p *program) askedForHelp(args []string) []string {
	flags := args
	if end := slices.Index(args, "--"); end >= 0 {
		flags = args[:end]
	}
	for _, c := range p.commands() {
		if len(args) > 0 && args[0] == c.name && slices.ContainsFunc(flags, isHelpFlag) {
			return []string{"help", c.name}
		}
	}
	return args
}

func isHelpFlag(arg string) bool {
	return slices.Contains([]string{"-h", "--h", "-help", "--help"}, arg)
}

func (p *program) runHelp(_ context.Context, c *cli.Command) error {
	if !c.Args().Present() {
		_, err := fmt.Fprint(p.stdout, p.overview())
		return err
	}
	for _, known := range p.commands() {
		if known.name == c.Args().First() {
			_, err := fmt.Fprint(p.stdout, known.help())
			return err
		}
	}
	return p.unknownCommand(c.Args().First())
}
