package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/update"
)

func (p *program) updateCommand() *command {
	return &command{
		name: "update", args: "PAGE",
		summary: "carry what has changed on a documentation page into a specification",
		text: "Carries what has changed between the page as it was and the page as it is into a specification. The\n" +
			"page as it was is -base, or what the last import or update kept beside the specification. Lines that\n" +
			"need not change stay as they are. Where a person has decided something else the change is a conflict:\n" +
			"it is shown, and nothing is touched. Without the page as it was only what is new is carried. Exits\n" +
			"with 1 if there are conflicts.",
		examples: "webhookgen update webhooks.md -dry-run\nwebhookgen update webhooks.md -base webhooks-old.md -spec livechat" + specSuffix,
		flags: []cli.Flag{specFlag(),
			&cli.StringFlag{Name: "base", Usage: "the page as it was, in `FILE`"},
			&cli.BoolFlag{Name: "dry-run", Usage: "show the change as a diff and write nothing"}},
		run: p.runUpdate,
	}
}

func (p *program) runUpdate(_ context.Context, c *cli.Command) error {
	in, err := p.readSides(c)
	if err != nil {
		return err
	}
	f := in.spec
	was, err := p.base(c, f)
	if err != nil {
		return err
	}
	result, err := update.Spec(f.text, was, in.says)
	if err != nil {
		return err
	}
	p.writeUpdate(c, in.page.path, f, result)
	if !c.Bool("dry-run") {
		if err := keep(f, in.page, result); err != nil {
			return err
		}
	}
	if len(result.Conflicts) > 0 {
		return errFindings
	}
	return nil
}

// base is what the page as it was said, nil if there is none.
func (p *program) base(c *cli.Command, f *specFile) (*infer.Says, error) {
	path := c.String("base")
	if path == "" {
		path = f.path + recordSuffix
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	old, err := readPage(path)
	if err != nil {
		return nil, err
	}
	return p.mustSay(old, false)
}

// writeUpdate shows what was carried, the diff if nothing is to be written,
// and the conflicts.
func (p *program) writeUpdate(c *cli.Command, page string, f *specFile, result *update.Result) {
	if c.Bool("dry-run") {
		for _, line := range strings.SplitAfter(udiff.Unified("a/"+f.path, "b/"+f.path, string(f.text), string(result.Text)), "\n") {
			fmt.Fprint(p.stdout, p.paintDiffLine(line))
		}
	} else {
		for _, one := range result.Carried {
			p.writeFinding(p.stdout, page, f.path, one)
		}
	}
	for _, one := range result.Conflicts {
		fmt.Fprintf(p.stderr, "%s ", p.red(p.stderr, "conflict:"))
		p.writeFinding(p.stderr, page, f.path, one.Finding)
		fmt.Fprintf(p.stderr, "  %s\n", printable(one.Why))
	}
	fmt.Fprintf(p.stderr, "%s: %s carried, %s\n", f.path, counted(len(result.Carried), "change"), counted(len(result.Conflicts), "conflict"))
}

// keep writes the specification, and the page beside it once nothing of it is
// left to carry.
func keep(f, page *specFile, result *update.Result) error {
	if !bytes.Equal(f.text, result.Text) {
		if err := replaceFile(f.path, result.Text); err != nil {
			return err
		}
	}
	if len(result.Conflicts) > 0 {
		return nil
	}
	if old, err := os.ReadFile(f.path + recordSuffix); err == nil && bytes.Equal(old, page.text) {
		return nil
	}
	return replaceFile(f.path+recordSuffix, page.text)
}
