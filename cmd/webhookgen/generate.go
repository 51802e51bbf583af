package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/cmd/webhookgen/internal/output"
	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/spec"
)

func (p *program) generateCommand() *command {
	return &command{
		name:    "generate",
		summary: "generate a Go package and JSON Schemas from a specification",
		text: "Generates a Go package, JSON Schemas and a reference from a specification. Writes only what has\n" +
			"changed, removes files of its own that are no longer generated, and touches no other. The file\n" +
			output.ManifestName + " in the output folder says which files are its own. Either everything is\n" +
			"written or nothing; if a run is killed, the next one repairs what it left.\n\n" +
			"The test kit, a package beside it whose name ends in test, is there if go.mod or -import says how the\n" +
			"package is imported.\n\n" +
			"A go:generate line for it is best run by go generate with the name of its file. go generate lists the\n" +
			"files of all its packages beforehand, and with ./... or -out . stops at one that this removes.",
		examples: "webhookgen generate\n" +
			"webhookgen generate -spec livechat" + specSuffix + " -out internal/livechat\n" +
			"webhookgen generate -check\n" +
			"//go:generate go tool webhookgen generate -spec livechat" + specSuffix,
		flags: []cli.Flag{
			specFlag(),
			&cli.StringFlag{Name: "out", Usage: "write into `DIR`; ./ and the provider's name if not given"},
			&cli.StringFlag{Name: "package", Usage: "`NAME` of the Go package; the last element of DIR if not given, $GOPACKAGE if DIR is the working folder"},
			&cli.StringFlag{Name: "import", Usage: "`PATH` by which the package is imported, for its test kit; told by go.mod if not given"},
			&cli.BoolFlag{Name: "schema-validator", Usage: "add a validator over github.com/santhosh-tekuri/jsonschema/v5 to the schema package"},
			&cli.BoolFlag{Name: "borrow", Usage: "add Borrow, a Parse whose deliveries are used again; it imports unsafe"},
			&cli.BoolFlag{Name: "check", Usage: "write nothing; show a unified diff and exit 1 if files are changed, missing, stale or edited by hand"},
			&cli.BoolFlag{Name: "force", Usage: "overwrite generated files that were edited by hand"},
		},
		run: p.runGenerate,
	}
}

func (p *program) runGenerate(ctx context.Context, c *cli.Command) error {
	if err := noArguments(c); err != nil {
		return err
	}
	if c.Bool("check") && c.Bool("force") {
		return misuse("leave one of them out", "-check writes nothing, so there is nothing for -force to do")
	}
	f, err := readSpec(c)
	if err != nil {
		return err
	}
	api, err := p.mustParse(f)
	if err != nil {
		return err
	}
	target, err := p.target(c, api, f)
	if err != nil {
		return err
	}
	if c.Bool("check") {
		return p.compare(api, target)
	}
	return p.write(ctx, api, target)
}

// target generates the files and says where they go.
func (p *program) target(c *cli.Command, api *spec.API, f *specFile) (output.Target, error) {
	dir, err := outputFolder(c, api)
	if err != nil {
		return output.Target{}, err
	}
	name, err := p.packageName(c, dir)
	if err != nil {
		return output.Target{}, err
	}
	importPath := c.String("import")
	if importPath == "" {
		if importPath, err = importPathOf(dir); err != nil {
			return output.Target{}, err
		}
	}
	files, err := p.generateFiles(api, f, gen.Options{Package: name, SchemaValidator: c.Bool("schema-validator"), Borrow: c.Bool("borrow"), ImportPath: importPath})
	return output.Target{Dir: dir, Spec: f.base(), Files: files, Force: c.Bool("force")}, err
}

// outputFolder is where the files go.
func outputFolder(c *cli.Command, api *spec.API) (string, error) {
	dir := c.String("out")
	if dir == "" {
		if c.IsSet("out") {
			return "", misuse("name a folder; . is the working folder", "-out is empty")
		}
		dir = api.Provider.Name
	}
	return filepath.Clean(dir), nil
}

// write brings the folder up to date and says what was done.
func (p *program) write(ctx context.Context, api *spec.API, t output.Target) error {
	plan, err := writeFiles(ctx, t)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s: %d written, %d removed, %d unchanged\n", api.Provider.Name,
		plan.Count(output.Create)+plan.Count(output.Update), plan.Count(output.Remove), plan.Unchanged)
	return nil
}
