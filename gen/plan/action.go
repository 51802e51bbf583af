package plan

import "github.com/webhookgen/webhookgen/spec"

// Action is an action and the type of its payload.
type Action struct {
	Const string // Go name of the constant
	Spec  *spec.Action
	Decl  *Decl // its Body is *Object or *Shared
}

// Shared is a type of its own with the form of another.
type Shared struct{ Of *Decl }

func (*Shared) isBody() {}

// handlerNames are the names that Handlers has besides those of actions.
var handlerNames = []string{"Dispatch", "Unknown"}

func (p *planner) actions(scope *scope) {
	handlers := newScope("the handlers", handlerNames...)
	for _, a := range p.pkg.API.Actions {
		out := &Action{Spec: a, Decl: p.payload(a)}
		by := `action "` + a.Name + `"`
		if name := out.Decl.GoName; name != "" {
			out.Const = "Action" + name
			if p.claim(scope, name, by, a.Span) {
				p.claim(scope, out.Const, "the constant of "+by, a.Span)
				p.claim(handlers, name, by, a.Span)
			}
		}
		p.pkg.Actions = append(p.pkg.Actions, out)
	}
	p.fileNames()
}

func (p *planner) payload(a *spec.Action) *Decl {
	d := &Decl{GoName: p.name(a.Name, &a.Doc, a.Span), Slug: a.Slug, Doc: a.Doc, What: a.Name}
	if a.Inline {
		d.Body = p.object(d.GoName, a.Payload.Body.(*spec.Object))
	} else {
		d.Body = &Shared{Of: p.use(a.Payload)}
	}
	return d
}

// fileNames reports types whose files could not be told apart where the file
// system ignores case, or from those of the runtime.
func (p *planner) fileNames() {
	files := newScope("the output folder", runtimeSlugs...)
	for i, d := range p.pkg.Types {
		if d.GoName == "" {
			continue
		}
		by, span := `type "`+d.What+`"`, p.pkg.API.Types[i].Span
		if other, taken := files.taken[d.Slug]; taken {
			p.fileCollision(d, by, span, other)
			continue
		}
		files.taken[d.Slug] = claim{by, span}
	}
}

func (p *planner) fileCollision(d *Decl, by string, span spec.Span, other claim) {
	if other == (claim{}) {
		p.report("file-name-collision", span, "give it another go_name", "the file of %s would be one of the runtime's", by)
		return
	}
	f := p.report("file-name-collision", span, "give one of them another go_name",
		"the files of %s and of %s are one where case makes no difference", by, other.by)
	f.Related = []spec.Related{{Span: other.span, Message: other.by + " is here"}}
}
