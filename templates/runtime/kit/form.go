package kit

import hooks "github.com/webhookgen/webhookgen/templates/runtime"

// form is a form in which actions come: as webhooks, or as pushes.
type form struct {
	title    string // "" or "push "
	envelope *node
	parse    func(Case) (*hooks.Delivery, error)
	told     telling
	// called returns an action once for each name that it has in this form.
	called func(a *action) []*action
	// refused returns what breaks no rule and must be refused all the same,
	// with an error that is a refusal; nil if there is nothing.
	refused func(f *form) []Case
	refusal func(error) bool
}

// webhooks is the form of what comes by HTTP.
var webhooks = &form{
	envelope: envelope,
	parse:    Case.parse,
	told:     told,
	called:   func(a *action) []*action { return []*action{a} },
}

// all returns the known actions as they are called in the form.
func (f *form) all() []*action {
	var out []*action
	for i := range actions {
		out = append(out, f.called(&actions[i])...)
	}
	return out
}

func (f *form) newCase(a *action, name string, tree any) Case {
	return f.caseOf(a, name, textOf(tree))
}

// caseOf returns a case with a body, whether that is sound or not.
func (f *form) caseOf(a *action, name string, body []byte) Case {
	return Case{Name: f.title + a.wire() + ": " + name, Action: a.Name, Header: a.header(), Body: body, form: everyForm}
}

// delivery returns the delivery of a case, or panics.
func (f *form) delivery(c Case) *hooks.Delivery {
	d, err := f.parse(c)
	if err != nil {
		panic(c.Name + ": " + err.Error())
	}
	return d
}

// build returns the first valid delivery of an action, changed by change.
func (f *form) build(a *action, change func(*hooks.Delivery)) Case {
	var c Case
	f.explore(a, nil, func(next Case, _ any) {
		if c.Body == nil {
			c = next
		}
	})
	d := f.delivery(c)
	change(d)
	body, err := d.MarshalJSON()
	if err != nil {
		panic(c.Name + ": " + err.Error())
	}
	built := Case{Name: f.title + a.wire() + ": built", Action: d.Action, Header: headerOf(d), Body: body, form: everyForm}
	f.delivery(built)
	return built
}
