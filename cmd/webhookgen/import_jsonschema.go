package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/gen/jsonschema"
)

const importSchemasText = "jsonschema reads JSON Schemas, draft 7 or 2020-12: one document, or all *.json files of a folder, one\n" +
	"for each action. Actions are definitions named event$action, the branches of a top-level oneOf, the\n" +
	"files of a folder, or the one schema. What a specification cannot say is taken more widely, and\n" +
	"noted on standard error with its place, which is no reason to exit with 1."

func importSchemasFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "open", Usage: "jsonschema: accept members, values and variants that come later, where unions can still be told apart"},
		&cli.StringFlag{Name: "provider", Usage: "jsonschema: `NAME` of the provider; that of the specification's file if not given"},
		&cli.StringFlag{Name: "action-header", Usage: "jsonschema: HTTP `HEADER` that tells the event"},
		&cli.StringFlag{Name: "action-member", Usage: "jsonschema: `MEMBER` of the body that tells the action"},
	}
}

var importedProvider = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

func (p *program) runImportSchemas(c *cli.Command, args []string) error {
	if len(args) != 1 {
		return misuse("write webhookgen import jsonschema FILE, or a folder", "one file or folder is wanted, not %d", len(args))
	}
	out := c.String("o")
	if err := p.refuseSpec(out); err != nil {
		return err
	}
	opts := jsonschema.Options{
		Provider: c.String("provider"), Header: c.String("action-header"), Member: c.String("action-member"), Open: c.Bool("open"),
	}
	if opts.Provider == "" {
		opts.Provider = importedName(out)
	} else if !importedProvider.MatchString(opts.Provider) {
		return misuse("it is lower-case letters and digits, a letter first", "%q cannot be the name of a provider", opts.Provider)
	}
	result, err := importSchemas(args[0], opts)
	var wrong *jsonschema.Error
	if errors.As(err, &wrong) {
		fmt.Fprintf(p.stderr, "%s %s\n", p.red(p.stderr, "webhookgen:"), printable(err.Error()))
		return errFindings
	}
	if err != nil {
		return err
	}
	for _, note := range result.Notes {
		fmt.Fprintln(p.stderr, printable(note.String()))
	}
	if out == "" {
		_, err = p.stdout.Write(result.Text)
		return err
	}
	if err := replaceFile(out, result.Text); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s: %s, %s\n", out, counted(result.Actions, "action"), counted(len(result.Notes), "note"))
	return nil
}

// importSchemas reads a file, or a folder. References lead to files beside it,
// and not out of the folder: through .. or a link as little as over the network.
func importSchemas(path string, opts jsonschema.Options) (*jsonschema.Result, error) {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	folder, name := path, "."
	if !info.IsDir() {
		folder, name = filepath.Dir(path), filepath.Base(path)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return jsonschema.Import(root.FS(), name, opts)
}
