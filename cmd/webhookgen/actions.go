package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/spec"
)

func (p *program) actionsCommand() *command {
	return &command{
		name:    "actions",
		summary: "list the actions of a specification and their payloads",
		text: "Lists the actions of a specification: group, pushes with the same payload, and the fields of the\n" +
			"payload. Types are written as in a specification: string, User, {list: User}, {const: \"push\"}.\n" +
			"After a name, ? is optional as documented, ?! optional as observed only; after a type, |null is\n" +
			"nullable. -format json says the same for programs.",
		examples: "webhookgen actions\nwebhookgen actions -spec livechat" + specSuffix + " -format json",
		flags:    []cli.Flag{specFlag(), formatFlag()},
		run:      p.runActions,
	}
}

// jsonAction is an action as programs read it.
type jsonAction struct {
	Action string      `json:"action"`
	Group  string      `json:"group"` // empty if it has none
	Push   []jsonPush  `json:"push"`
	Fields []jsonField `json:"fields"`
}

type jsonPush struct {
	API  string `json:"api"`
	Name string `json:"name"`
}

type jsonField struct {
	Name     string `json:"name"`
	Type     string `json:"type"`     // in the notation of the specification
	Optional any    `json:"optional"` // false, "documented" or "observed"
	Nullable bool   `json:"nullable"`
}

func (p *program) runActions(_ context.Context, c *cli.Command) error {
	if err := noArguments(c); err != nil {
		return err
	}
	f, err := readSpec(c)
	if err != nil {
		return err
	}
	api, err := p.mustParse(f)
	if err != nil {
		return err
	}
	actions := listActions(api)
	if c.String("format") == "json" {
		return writeJSON(p.stdout, actions)
	}
	return p.writeActions(actions)
}

// listActions returns the actions in the order of the file.
func listActions(api *spec.API) []jsonAction {
	list := []jsonAction{}
	for _, a := range api.Actions {
		j := jsonAction{Action: a.Name, Push: []jsonPush{}, Fields: []jsonField{}}
		if a.Group != nil {
			j.Group = a.Group.Name
		}
		for _, push := range a.Push {
			j.Push = append(j.Push, jsonPush{API: push.API.ID, Name: push.Name})
		}
		for _, field := range payloadFields(a.Payload) {
			j.Fields = append(j.Fields, jsonField{Name: field.Name, Type: notation(field.Type),
				Optional: optional(field.Optional), Nullable: field.Nullable})
		}
		list = append(list, j)
	}
	return list
}

// payloadFields returns the members of a payload. One that comes in two shapes
// has the wrapping member: that is the shape which documentation shows.
func payloadFields(d *spec.TypeDecl) []*spec.Field {
	switch body := d.Body.(type) {
	case *spec.Object:
		return body.Fields
	case *spec.Wrapped:
		return []*spec.Field{{Name: body.Member, Type: body.Type}}
	}
	return nil
}

func optional(o spec.Optionality) any {
	switch o {
	case spec.Documented:
		return "documented"
	case spec.Observed:
		return "observed"
	}
	return false
}

// writeActions writes one line for each action, and one for each field.
func (p *program) writeActions(actions []jsonAction) error {
	w := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ACTION\tGROUP\tPUSH\tFIELDS")
	for _, a := range actions {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", printable(a.Action), orDash(a.Group), orDash(pushNames(a)), orDash(fieldList(a.Fields)))
	}
	return w.Flush()
}

// pushNames lists the pushes, with their names where these differ from the
// action's.
func pushNames(a jsonAction) string {
	var names []string
	for _, push := range a.Push {
		name := push.API
		if push.Name != a.Action {
			name += ":" + push.Name
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

func fieldList(fields []jsonField) string {
	var list []string
	for _, f := range fields {
		mark := map[any]string{"documented": "?", "observed": "?!"}[f.Optional]
		typ := f.Type
		if f.Nullable {
			typ += "|null"
		}
		list = append(list, fmt.Sprintf("%s%s %s", printable(f.Name), mark, typ))
	}
	return strings.Join(list, ", ")
}

func orDash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}
