package plan

import (
	"slices"

	"github.com/webhookgen/webhookgen/spec"
)

// Package is a generated Go package.
type Package struct {
	Name     string
	API      *spec.API
	Types    []*Decl   // of the declared types, in the order of the file
	Actions  []*Action // in the order of the file
	Delivery *Envelope
	Push     *Envelope // nil if the provider has no pushes
	Route    *Route    // nil if the action is a member of the envelope
}

// Decl is a declared Go type.
type Decl struct {
	GoName string
	Slug   string // for file names: [a-z0-9_]+
	Doc    spec.Doc
	What   string // what the specification calls it, for comments
	Body   Body
}

// Body is what a Decl is: *Object, *Enum, *MemberUnion, *KindUnion, *TrialUnion,
// *Wrapped, *Alias or *Shared.
type Body interface{ isBody() }

// New plans the package for api. The findings are all about Go names; the
// package is not to be used if any of them is an error. name is the package's
// name, the provider's if empty.
func New(api *spec.API, name string) (*Package, spec.Diagnostics) {
	if name == "" {
		name = api.Provider.Name
	}
	p := &planner{pkg: &Package{Name: name, API: api}, decls: map[*spec.TypeDecl]*Decl{},
		used: map[*Decl]bool{}, bases: map[*Decl]bool{}}
	if name != "" && !IsPackageName(name) { // a draft can lack the name
		p.report("package-name", api.Provider.Span, "use a word of lower-case letters and digits that is no Go keyword",
			"%q cannot be the name of a Go package", name)
	}
	scope := newScope("the package", reservedNames...)
	for _, t := range api.Types {
		p.pkg.Types = append(p.pkg.Types, p.decl(t))
	}
	for _, t := range api.Types {
		p.claimDecl(scope, p.decls[t], `type "`+t.Name+`"`, t.Span)
	}
	p.actions(scope)
	p.pkg.Delivery = p.delivery()
	p.pkg.Push = p.push()
	p.pkg.Route = p.route()
	p.pkg.Types = slices.DeleteFunc(p.pkg.Types, p.isBaseAlone)
	return p.pkg, p.diags.Sorted()
}

// isBaseAlone says whether a type only lends its fields to others: no value
// has it. A type that nothing uses at all is somebody's decision.
func (p *planner) isBaseAlone(d *Decl) bool { return p.bases[d] && !p.used[d] }

// use returns the Go side of t as the type of a value.
func (p *planner) use(t *spec.TypeDecl) *Decl {
	d := p.decl(t)
	p.used[d] = true
	return d
}

// decl returns the Go side of t, planning it when it is first met.
func (p *planner) decl(t *spec.TypeDecl) *Decl {
	if d, ok := p.decls[t]; ok {
		return d
	}
	d := &Decl{Doc: t.Doc, What: t.Name, GoName: p.name(t.Name, &t.Doc, t.Span)}
	d.Slug = snake(d.GoName)
	p.decls[t] = d // before its body: types can contain themselves
	d.Body = p.body(d.GoName, t)
	if o, ok := t.Body.(*spec.Object); ok && o.Base != nil {
		p.bases[p.decl(o.Base)] = true
	}
	return d
}

func (p *planner) body(goName string, t *spec.TypeDecl) Body {
	switch b := t.Body.(type) {
	case *spec.Object:
		return p.object(goName, b)
	case *spec.Enum:
		return p.enum(goName, b)
	case *spec.MemberUnion:
		return p.memberUnion(goName, b)
	case *spec.KindUnion:
		return p.kindUnion(b)
	case *spec.TrialUnion:
		return p.trialUnion(goName, b)
	case *spec.Wrapped:
		return p.wrapped(goName, b)
	case *spec.Alias:
		return p.alias(b)
	}
	panic("plan: a type that spec refuses")
}

// claimDecl claims the package-level names that come with a declaration.
func (p *planner) claimDecl(s *scope, d *Decl, by string, span spec.Span) {
	if d.GoName == "" {
		return
	}
	p.claim(s, d.GoName, by, span)
	switch b := d.Body.(type) {
	case *Enum:
		for _, v := range b.Values {
			if v.GoName != "" {
				p.claim(s, v.GoName, `value "`+v.Value+`" of `+by, v.Span)
			}
		}
	case *MemberUnion:
		p.claim(s, "Unmarshal"+d.GoName, "the function that decodes "+by, span)
		if !b.Closed {
			p.claim(s, b.Unknown, "the unknown variant of "+by, span)
		}
	case *KindUnion:
		for _, v := range b.Variants {
			p.claim(s, d.GoName+"Of"+v.Word, "a constructor of "+by, span)
		}
		if b.Nullable {
			p.claim(s, d.GoName+"Of"+nullWord, "a constructor of "+by, span)
		}
	}
}
