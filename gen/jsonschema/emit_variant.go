package jsonschema

import (
	"slices"
	"strings"
)

// variantHint is what a variant of a choice is named after: its title, or the
// text or the member that it alone requires.
func (e *emitter) variantHint(c *choice, p part) string {
	o, ok := p.(*object)
	if !ok {
		return "variant"
	}
	if o.at != nil {
		if title, ok := o.at.text("title"); ok && len(title) <= maxTitle && typeNameOf(title) != typeNameOf("") {
			return title
		}
	}
	for _, own := range []func(*choice, *object, *field) string{e.ownText, ownMember} {
		for _, f := range o.fields {
			if hint := own(c, o, f); f.required && hint != "" {
				return hint
			}
		}
	}
	return "variant"
}

// maxTitle bounds titles that names are made of: some are sentences.
const maxTitle = 40

// ownText returns the constant text of a field, if no other part of the choice
// has it there.
func (e *emitter) ownText(c *choice, o *object, f *field) string {
	text := e.constantOf(f)
	if text == "" || len(text) > maxTitle || others(c, o, func(g *field) bool { return g.name == f.name && e.constantOf(g) == text }) {
		return ""
	}
	return text
}

func (e *emitter) constantOf(f *field) string {
	if t, ok := e.all(f.values).kinds[textKind].(*texts); ok && len(t.enum) == 1 {
		return t.enum[0]
	}
	return ""
}

// ownMember returns the name of a field, if no other part of the choice requires it.
func ownMember(c *choice, o *object, f *field) string {
	if others(c, o, func(g *field) bool { return g.name == f.name && g.required }) {
		return ""
	}
	return f.name
}

// others says whether another part of a choice than o has a field like that.
func others(c *choice, o *object, like func(*field) bool) bool {
	return slices.ContainsFunc(c.parts, func(p part) bool {
		other, ok := p.(*object)
		return ok && other != o && slices.ContainsFunc(other.fields, like)
	})
}

// variantName joins the name of a union and what one of its variants is named
// after, which can have the union's name in it already.
func variantName(union, hint string) string {
	if strings.HasPrefix(strings.ToLower(typeNameOf(hint)), strings.ToLower(union)) {
		return hint
	}
	return union + " " + hint
}
