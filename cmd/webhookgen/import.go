package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/gen/docs/write"
)

func (p *program) importCommand() *command {
	return &command{
		name: "import", args: "docs PAGE | jsonschema FILE|DIR",
		summary: "write a specification of what a documentation page or JSON Schemas say",
		text: "docs reads a documentation page, Markdown or MDX, and writes a specification of the webhooks that it\n" +
			"documents: actions, groups, fields with types, what is optional, enums, pushes and the envelope,\n" +
			"each with its line on the page. Where the page contradicts itself and where something had to be\n" +
			"guessed it says so on standard error, which is no reason to exit with 1. With -o it keeps the page\n" +
			"beside the specification, as FILE" + recordSuffix + ", for update. Overwrites no specification.\n\n" +
			importSchemasText,
		examples: "webhookgen import docs webhooks.md -o livechat" + specSuffix + "\nwebhookgen import docs webhooks.mdx\n" +
			"webhookgen import jsonschema -action-header X-GitHub-Event -provider github -open schema.json",
		flags: append([]cli.Flag{&cli.StringFlag{Name: "o", Usage: "write to `FILE`; to standard output if not given"}}, importSchemasFlags()...),
		run:   p.runImport,
	}
}

func (p *program) runImport(_ context.Context, c *cli.Command) error {
	args := c.Args().Slice()
	if len(args) > 0 && args[0] == "jsonschema" {
		return p.runImportSchemas(c, args[1:])
	}
	if len(args) == 0 || args[0] != "docs" {
		return misuse("write webhookgen import docs PAGE, or webhookgen import jsonschema FILE", "import reads docs or jsonschema")
	}
	path, err := pageArgument(c, args[1:])
	if err != nil {
		return err
	}
	out := c.String("o")
	if err := p.refuseSpec(out); err != nil {
		return err
	}
	f, err := readPage(path)
	if err != nil {
		return err
	}
	says, err := p.mustSay(f, true)
	if err != nil {
		return err
	}
	text, guesses, err := write.Spec(says, write.Options{Provider: importedName(out), Page: filepath.Base(path)})
	if err != nil {
		fmt.Fprintf(p.stderr, "%s %s: %s\n", p.red(p.stderr, "webhookgen:"), path, printable(err.Error()))
		return errFindings
	}
	p.writeDiagnostics(p.stderr, f, guesses.Sorted())
	if out == "" {
		_, err = p.stdout.Write(text)
		return err
	}
	if err := replaceFile(out+recordSuffix, f.text); err != nil {
		return err
	}
	if err := replaceFile(out, text); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s: %s in %s\n", out, counted(len(says.Actions), "action"), counted(len(says.Groups), "group"))
	return nil
}

// refuseSpec refuses to overwrite a specification.
func (p *program) refuseSpec(path string) error {
	if path == "" {
		return nil
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return err
		}
		return misuse("webhookgen update carries a page into a specification that is there", "%s is there already", path)
	}
	return nil
}

// importedName names the provider after the file that the specification goes to.
func importedName(out string) string {
	base, _, _ := strings.Cut(filepath.Base(out), ".")
	if out == "" {
		base = "provider"
	}
	return providerName(base)
}
