package plan

import (
	"fmt"

	"github.com/webhookgen/webhookgen/spec"
)

// scope is a set of Go names that must differ: the package, one struct, or the
// handlers. A name is claimed once; a second claim is a finding that shows both.
type scope struct {
	what  string // for messages: "the package", "type Agent"
	taken map[string]claim
}

// claim is who has a name. The zero claim is webhookgen itself.
type claim struct {
	by   string
	span spec.Span
}

func newScope(what string, reserved ...string) *scope {
	s := &scope{what: what, taken: map[string]claim{}}
	for _, name := range reserved {
		s.taken[name] = claim{}
	}
	return s
}

// planner collects findings while it plans.
type planner struct {
	pkg   *Package
	diags spec.Diagnostics
	decls map[*spec.TypeDecl]*Decl
	used  map[*Decl]bool // as the type of a value
	bases map[*Decl]bool // of other objects
}

func (p *planner) report(code string, span spec.Span, help, format string, args ...any) *spec.Diagnostic {
	p.diags = append(p.diags, spec.Diagnostic{
		Severity: spec.Error, Code: code, Span: span, Help: help, Message: fmt.Sprintf(format, args...),
	})
	return &p.diags[len(p.diags)-1]
}

// name returns the Go name of what the specification calls text. override is
// its go_name. It is "" after a finding.
func (p *planner) name(text string, doc *spec.Doc, span spec.Span) string {
	if doc.GoName != "" {
		return doc.GoName
	}
	name := goName(text)
	if name == "" {
		p.report("go-name-needed", span, "give it a go_name: an exported identifier of ASCII letters and digits",
			"%q has no Go name of its own", text)
	}
	return name
}

// claim takes name in s for by, which stands at span, and says whether it
// could. A missing name has had its finding.
func (p *planner) claim(s *scope, name, by string, span spec.Span) bool {
	if name == "" {
		return false
	}
	other, taken := s.taken[name]
	if !taken {
		s.taken[name] = claim{by, span}
		return true
	}
	if other == (claim{}) {
		p.report("go-name-reserved", span, "give it another go_name",
			"%s would be %s in Go, a name that webhookgen itself uses in %s", by, name, s.what)
		return false
	}
	d := p.report("go-name-collision", span, "give one of them another go_name",
		"%s would be %s in Go, as %s is already in %s", by, name, other.by, s.what)
	d.Related = append(d.Related, spec.Related{Span: other.span, Message: other.by + " is here"})
	return false
}
