package schema

import "github.com/webhookgen/webhookgen/spec"

// index tells programs which file holds which action.
func (g *generator) index() object {
	actions := []object{}
	for _, a := range g.api.Actions {
		actions = append(actions, object{
			{"action", a.Name},
			{"schema", actionFile(a)},
			{"push", pushes(a)},
		})
	}
	out := object{
		{"provider", g.api.Provider.Name},
		{"version", g.api.Provider.Version},
		{"base", g.base},
	}
	if route := g.routeIndex(); route != nil {
		out = append(out, member{"route", route})
	}
	return append(out, member{"actions", actions})
}

func pushes(a *spec.Action) []object {
	out := []object{}
	for _, p := range a.Push {
		entry := object{{"name", p.Name}}
		if p.API != nil {
			entry = object{{"api", p.API.ID}, {"name", p.Name}}
		}
		out = append(out, entry)
	}
	return out
}

// title names the provider for people.
func title(api *spec.API) string {
	if api.Provider.Title != "" {
		return api.Provider.Title
	}
	return api.Provider.Name
}
