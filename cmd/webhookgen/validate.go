package main

import (
	"context"
	"strings"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/cmd/webhookgen/internal/memfs"
	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/spec"
)

func (p *program) validateCommand() *command {
	return &command{
		name: "validate", args: "[FILE|DIR|-]...",
		summary: "validate deliveries, payloads or pushes against a specification",
		text: "Validates JSON by the schemas that generate makes: whole deliveries, payloads of one action with\n" +
			"-action, pushes with -push. A DIR is searched for *.json and *.ndjson, all the way down. Standard\n" +
			"input, which is - or no argument, and *.ndjson hold JSON values one after the other; any other\n" +
			"file holds one. There is a line for each value, and a summary. An action that the specification\n" +
			"lacks is valid, and said to be unknown: providers add some. Where a header tells the action, say\n" +
			"with -header which one came with the deliveries. No value is ever shown, for it can be a secret.",
		examples: "webhookgen validate deliveries/\n" +
			"webhookgen validate -action thread_closed payload.json\n" +
			"webhookgen validate -header 'X-GitHub-Event: issues' body.json\n" +
			"tail -f captured.ndjson | webhookgen validate -format json -",
		flags: []cli.Flag{
			specFlag(),
			&cli.StringFlag{Name: "action", Usage: "the values are payloads of the action `NAME`, without an envelope"},
			&cli.StringSliceFlag{Name: "header", Usage: "the deliveries came with the header `LINE`, such as 'X-Event: made'; can be repeated"},
			&cli.BoolFlag{Name: "push", Usage: "the values are pushes"},
			formatFlag(),
		},
		run: p.runValidate,
	}
}

func (p *program) runValidate(_ context.Context, c *cli.Command) error {
	args := c.Args().Slice()
	if len(args) == 0 {
		if isTerminal(p.stdin) {
			return misuse("name files or folders, or - to type JSON yourself", "there is nothing to validate")
		}
		args = []string{"-"}
	}
	f, err := readSpec(c)
	if err != nil {
		return err
	}
	api, err := p.mustParse(f)
	if err != nil {
		return err
	}
	j, err := p.newJudge(c, api, f)
	if err != nil {
		return err
	}
	sources, err := findSources(args)
	if err != nil {
		return err
	}
	return p.newValidation(c, j, sources).run()
}

// judge says whether JSON texts are valid.
type judge struct {
	validate func(text []byte) error
	// action returns the action of a delivery, payload or push that is sound
	// JSON, and whether the specification has it.
	action func(text []byte) (name string, known bool)
}

// newJudge returns the judge of what the flags name.
func (p *program) newJudge(c *cli.Command, api *spec.API, f *specFile) (*judge, error) {
	v, err := p.newValidator(api, f)
	if err != nil {
		return nil, err
	}
	name := c.String("action")
	var j *judge
	switch {
	case c.IsSet("action") && c.Bool("push"):
		return nil, misuse("leave one of them out", "-action and -push exclude each other")
	case c.IsSet("action"):
		if !v.Known(name) {
			return nil, misuse(didYouMean(name, actionNames(api), "webhookgen actions lists them"), "the specification has no action %q", name)
		}
		j = &judge{
			validate: func(text []byte) error { return v.Validate(name, text) },
			action:   func([]byte) (string, bool) { return name, true },
		}
	case c.Bool("push"):
		if api.Push == nil {
			return nil, misuse("leave out -push", "%s has no pushes", api.Provider.Title)
		}
		j = &judge{validate: v.ValidatePush, action: namedBy(api.Push.Action.Path(), v.KnownPush)}
	default:
		header, err := readHeader(c.StringSlice("header"), api)
		if err != nil {
			return nil, err
		}
		j = deliveryJudge(v, api, header)
	}
	return j, probe(j)
}

// newValidator generates the schemas and returns a validator over them.
func (p *program) newValidator(api *spec.API, f *specFile) (validator, error) {
	files, err := p.generateFiles(api, f, gen.Options{Package: api.Provider.Name})
	if err != nil {
		return nil, err
	}
	schemas := memfs.FS{}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Name, "schema/"); ok {
			schemas[name] = f.Data
		}
	}
	return p.library.validator(schemas), nil
}

// probe compiles the schemas of j, so that a fault in them does not show as
// one of the texts.
func probe(j *judge) error {
	if err := j.validate([]byte("{}")); err != nil && violationsOf(err) == nil {
		return errGenerator(err)
	}
	return nil
}

func actionNames(api *spec.API) []string {
	var names []string
	for _, a := range api.Actions {
		names = append(names, a.Name)
	}
	return names
}
