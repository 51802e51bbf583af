package reference

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/webhookgen/webhookgen/spec"
)

// chapter is a group of actions; the last one, of actions without group, has
// no name where there are no groups at all.
type chapter struct {
	Name    markdown
	Notes   []markdown
	Actions []action
}

// action is what the page says of one action.
type action struct {
	Name    markdown
	Anchor  string
	Link    markdown
	Notes   []markdown
	Push    markdown // empty where the provider has no pushes
	Payload body
	Sample  string // indented JSON, empty if there is none
	Remarks []remark
}

func chapters(api *spec.API) ([]chapter, error) {
	var out []chapter
	for _, g := range api.Groups {
		actions, err := actionsOf(api, g)
		if err != nil {
			return nil, err
		}
		out = append(out, chapter{Name: inline(g.Name), Notes: prose(g.Notes), Actions: actions})
	}
	rest, err := actionsOf(api, nil)
	if err != nil {
		return nil, err
	}
	if len(rest) == 0 {
		return out, nil
	}
	if len(out) == 0 {
		return []chapter{{Actions: rest}}, nil
	}
	return append(out, chapter{Name: "Other actions", Actions: rest}), nil
}

func actionsOf(api *spec.API, group *spec.Group) ([]action, error) {
	var out []action
	for _, a := range api.Actions {
		if a.Group != group {
			continue
		}
		view, err := actionOf(api, a)
		if err != nil {
			return nil, fmt.Errorf("reference: action %q: %w", a.Name, err)
		}
		out = append(out, view)
	}
	return out, nil
}

func actionOf(api *spec.API, a *spec.Action) (action, error) {
	sample, err := indented(a.Sample)
	if err != nil {
		return action{}, err
	}
	view := action{
		Name:    code(a.Name),
		Anchor:  actionAnchor(a.Slug),
		Link:    link(code(a.Name), actionAnchor(a.Slug)),
		Notes:   docNotes(a.Doc),
		Sample:  sample,
		Remarks: remarks(a.Remarks),
	}
	if api.Push != nil {
		view.Push = pushes(a)
	}
	if !a.Inline {
		view.Payload = body{Intro: "The payload is " + article(a.Payload) + "."}
		return view, nil
	}
	if view.Payload, err = bodyOf(a.Payload.Body); err != nil {
		return action{}, err
	}
	view.Remarks = append(view.Remarks, view.Payload.Remarks...)
	return view, nil
}

// article refers to a type in a sentence.
func article(d *spec.TypeDecl) markdown { return "one " + declName(d) }

func pushes(a *spec.Action) markdown {
	var out []markdown
	for _, p := range a.Push {
		out = append(out, code(p.Name)+" of "+inline(pushTitle(p.API)))
	}
	if out == nil {
		return "none"
	}
	return join(out, ", ")
}

func pushTitle(api *spec.PushAPI) string {
	if api.Title != "" {
		return api.Title
	}
	return api.ID
}

// indented lays a sample out for reading. No line of it can end the block that
// it stands in: within a JSON text, backticks stand inside of strings only.
func indented(s spec.Sample) (string, error) {
	if len(s) == 0 {
		return "", nil
	}
	var out bytes.Buffer
	if err := json.Indent(&out, s, "", "  "); err != nil {
		return "", fmt.Errorf("sample: %w", err)
	}
	return out.String(), nil
}
