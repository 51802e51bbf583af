package update

import (
	"regexp"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/spec"
	"github.com/webhookgen/webhookgen/spec/edit"
)

// importComment is what an import writes into comments.
var importComment = regexp.MustCompile(`#\s*(page \d+|see )`)

// decisions are keys that no import writes.
var decisions = regexp.MustCompile(`\b(go_name|sensitive|since|deprecated|unit):`)

// handMade says why what is gone from the page is not taken out: a person has
// worked on it.
func (u *updater) handMade(f *drift.Finding) string {
	if f.Kind != drift.ActionRemoved && f.Kind != drift.FieldRemoved {
		return ""
	}
	t, err := edit.Parse(u.text)
	if err != nil {
		return err.Error()
	}
	path := []string{"actions", f.Action}
	if f.Kind == drift.FieldRemoved {
		if path = u.fieldPath(f, f.SpecField.Name); path == nil {
			return "the field is inherited"
		}
	}
	for _, line := range strings.Split(t.Block(path...), "\n") {
		code, comment, found := cutComment(line)
		if found && !importComment.MatchString("#"+comment) {
			return "it is gone from the page, and a person has commented on it"
		}
		if decisions.MatchString(code) {
			return "it is gone from the page, and a person has made decisions about it"
		}
	}
	if f.SpecAction != nil && f.Kind == drift.ActionRemoved && !u.remarksKnown(f.SpecAction) {
		return "it is gone from the page, and a person has made remarks on it"
	}
	return ""
}

// cutComment splits a line at its comment.
func cutComment(line string) (code, comment string, found bool) {
	quote := byte(0)
	for i := range len(line) {
		switch c := line[i]; {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == '"' && c == '\\':
			line = line[:i] + "__" + line[min(i+2, len(line)):]
		case c == quote:
			quote = 0
		case quote == 0 && c == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return line[:i], line[i+1:], true
		}
	}
	return line, "", false
}

// remarksKnown says whether all remarks of an action are those of an import.
func (u *updater) remarksKnown(a *spec.Action) bool {
	if u.imported == nil {
		return false
	}
	rules := map[string]bool{}
	for _, other := range u.imported.Actions {
		if other.Name == a.Name {
			for _, r := range other.Remarks {
				rules[r.Rule] = true
			}
		}
	}
	for _, r := range a.Remarks {
		if !rules[r.Rule] {
			return false
		}
	}
	return true
}

// memberType is the type of the member that a path leads to, nil if none.
func memberType(d *spec.TypeDecl, path string) spec.Type {
	var t spec.Type
	body := d.Body
	for _, name := range strings.Split(path, ".") {
		o := objectOf(body)
		if o == nil {
			return t
		}
		t = nil
		for _, f := range o.Fields {
			if f.Name == name {
				t = f.Type
			}
		}
		if t == nil {
			return nil
		}
		body = &spec.Alias{Type: t}
	}
	return t
}

// objectOf is the object that a body is, or holds one or several of.
func objectOf(body spec.Body) *spec.Object {
	for range 100 {
		switch b := body.(type) {
		case *spec.Object:
			return b
		case *spec.Alias:
			switch t := b.Type.(type) {
			case *spec.Ref:
				body = t.Decl.Body
			case *spec.List:
				body = &spec.Alias{Type: t.Elem}
			case *spec.Map:
				body = &spec.Alias{Type: t.Elem}
			case *spec.Nullable:
				body = &spec.Alias{Type: t.Elem}
			default:
				return nil
			}
		case *spec.Wrapped:
			body = &spec.Alias{Type: b.Type}
		default:
			return nil
		}
	}
	return nil
}

// sameType says whether two types are of the same form, whatever they are
// called.
func sameType(a, b spec.Type) bool {
	switch a := a.(type) {
	case *spec.Scalar:
		other, ok := b.(*spec.Scalar)
		return ok && a.Kind == other.Kind
	case *spec.Int:
		_, ok := b.(*spec.Int)
		return ok
	case *spec.Number:
		_, ok := b.(*spec.Number)
		return ok
	case *spec.List:
		other, ok := b.(*spec.List)
		return ok && sameType(a.Elem, other.Elem)
	case *spec.Map:
		other, ok := b.(*spec.Map)
		return ok && sameType(a.Elem, other.Elem)
	case *spec.Nullable:
		other, ok := b.(*spec.Nullable)
		return ok && sameType(a.Elem, other.Elem)
	case *spec.Ref:
		other, ok := b.(*spec.Ref)
		return ok && sameBody(a.Decl.Body, other.Decl.Body)
	}
	return false
}

func sameBody(a, b spec.Body) bool {
	switch a.(type) {
	case *spec.Object:
		_, ok := b.(*spec.Object)
		return ok
	case *spec.Enum:
		_, ok := b.(*spec.Enum)
		return ok
	case *spec.Wrapped:
		_, ok := b.(*spec.Wrapped)
		return ok
	}
	return false
}
