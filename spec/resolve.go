package spec

import (
	"slices"
	"strings"
)

// typeUse is the use of a type's name and what to do with the declaration.
type typeUse struct {
	name string
	at   Span
	link func(*TypeDecl)
}

// use notes the use of a declared type. what names it in messages.
func (r *reader) use(n *node, what string, link func(*TypeDecl)) {
	if r.is(n, what, textNode) {
		r.uses = append(r.uses, typeUse{n.text, n.span, link})
	}
}

func (r *reader) reference(n *node) Type {
	ref := &Ref{Span: n.span}
	r.use(n, "type", func(d *TypeDecl) { ref.Decl = d })
	return ref
}

// resolve links every name and merges the base objects in. A name that is not
// declared links to a declaration without a body, which no rule looks into:
// one slip gives one finding.
func (r *reader) resolve() {
	known := slices.Concat(builtins, r.types.names)
	for _, u := range r.uses {
		d, ok := r.types.byName[u.name]
		switch {
		case ok:
		case slices.Contains(builtins, u.name):
			r.add("unknown-type", u.at, "%s is built in, and a declared type is wanted here", u.name).
				help("name a type declared under `types`")
			d = r.missingType(u.name)
		default:
			r.unknownType(u, known)
			d = r.missingType(u.name)
		}
		u.link(d)
	}
	r.resolveCycles()
	r.resolveBases()
}

// missingType stands in for a type that is not declared.
func (r *reader) missingType(name string) *TypeDecl {
	d := &TypeDecl{Name: name}
	r.missing = append(r.missing, d)
	return d
}

// elsewhere says what the types of other languages are in this one.
var elsewhere = map[string]string{
	"array": "{list: TYPE}", "boolean": "bool", "date": "timestamp", "datetime": "timestamp", "date-time": "timestamp", "double": "number", "float": "number",
	"int64": "int", "integer": "int", "long": "int", "null": "{nullable: TYPE}", "object": "{map: any}, or the name of an object that is declared under `types`", "str": "string", "text": "string",
}

// unknownType reports a name that is not among known, the built-in types and
// those declared.
func (r *reader) unknownType(u typeUse, known []string) {
	if r.types.partial {
		return
	}
	f := r.add("unknown-type", u.at, "there is no type %s", quote(u.name))
	if own := elsewhere[strings.ToLower(u.name)]; own != "" {
		f.help("here it is %s", own)
		return
	}
	f.help("%s", r.didYouMean(u.name, known, "declare it under `types`; built in are "+strings.Join(builtins, ", ")))
}
