package jsonschema

import (
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/gen/plan"
)

// objectType writes an object: a map if it has no fields, or a declared type.
func (e *emitter) objectType(o *object, owner, member string) string {
	if name := e.byPart[o]; name != "" {
		return name
	}
	if len(o.fields) > plan.MaxFields {
		e.notes.add(o.at, "too-many-members", "an object can have %d named members, and this has %d: any are taken", plan.MaxFields, len(o.fields))
		return "{map: any}"
	}
	if len(o.fields) == 0 && !e.isClosed(o) {
		return "{map: " + e.elemType(o.extra, owner, member) + "}"
	}
	return e.declareObject(o, hints(o.at, owner, member)...)
}

// isClosed says whether no other members can come.
func (e *emitter) isClosed(o *object) bool {
	return len(o.extra) > 0 && e.all(o.extra).isEmpty()
}

// declareObject declares an object under the first free name.
func (e *emitter) declareObject(o *object, names ...string) string {
	name := e.claim(names...)
	e.byPart[o], e.places[name] = name, o.at
	defer func(union string) { e.within = union }(e.within)
	e.within = ""
	fill := e.declare(name, described(o))
	var lines []string
	closed := e.isClosed(o)
	fields, base := o.fields, ""
	if b := o.base; b != nil && len(b.fields) > 0 && e.isClosed(b) == closed {
		base = e.objectType(b, name, "base")
		fields = slices.DeleteFunc(slices.Clone(fields), func(f *field) bool { return b.field(f.name) == f || same(b.field(f.name), f) })
		lines = append(lines, "base: "+base)
	}
	var members []string
	for _, f := range fields {
		text, ok := e.field(o, f, name, closed)
		if !ok {
			closed = closed && isName(f.name)
			continue
		}
		members = append(members, text)
	}
	switch {
	case len(members) > 0:
		lines = append(append(lines, "fields:"), members...)
	case base == "":
		lines = append(lines, "fields: {}")
	}
	if closed && (!e.open || e.shut[name]) {
		lines = append(lines, "closed: true")
	}
	if len(o.extra) > 0 && !e.isClosed(o) && !isEverything(e.all(o.extra)) {
		e.notes.add(first(o.extra), "typed-members", "a type for members beside those that are named cannot be said: any is taken")
	}
	fill(lines...)
	return name
}

// described is the schema that describes an object, unless that is the member
// that it stands in: then the member says it.
func described(o *object) *node {
	if o.at != nil && o.at.up != nil && !containers[o.at.up.key] {
		return nil
	}
	return o.at
}

func same(a, b *field) bool {
	return a != nil && a.required == b.required && slices.Equal(a.values, b.values)
}

// field writes a member of o on one line. It is left out if nothing can be its
// value, or if the language cannot have its name.
func (e *emitter) field(o *object, f *field, owner string, closed bool) (text string, ok bool) {
	at := first(f.values)
	if !isName(f.name) {
		e.notes.add(o.at, "bad-name", "a member cannot be named %q: it is left out, and the object open", clip(f.name))
		return "", false
	}
	if e.err != nil {
		return "", false // what is written is thrown away
	}
	s := e.all(f.values)
	if s.isEmpty() && !f.required && closed {
		return "", false // no field, and the object refuses it
	}
	typ, null := e.typeOf(s, at, owner, f.name)
	key := "field " + owner + " " + f.name
	extra := []string{"type: " + typ}
	if goName := e.fixed[key]; goName != "" {
		extra = append(extra, "go_name: "+goName)
	}
	if !f.required {
		extra = append(extra, "optional: true")
	}
	if null {
		extra = append(extra, "nullable: true")
	}
	extra = append(extra, documentation(at)...)
	name := "  " + write.Quote(f.name) + ": "
	if len(extra) == 1 && (!strings.HasPrefix(typ, "{") || !strings.HasPrefix(typ, "{nullable")) {
		return name + typ + "\x00" + key, true
	}
	return name + "{" + strings.Join(extra, ", ") + "}\x00" + key, true
}
