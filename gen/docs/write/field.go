package write

import "github.com/webhookgen/webhookgen/gen/docs/infer"

// fields writes the members of an object.
func (e *emitter) fields(fields []*infer.Field, owner, in, key string, places bool) []line {
	var out []line
	for _, f := range fields {
		if validName(f.Name) {
			out = append(out, e.field(f, owner, in, key+"/"+f.Name, places)...)
		}
	}
	return out
}

// field writes a member. Where it stands on the page is left out of types,
// which can stand for several places.
func (e *emitter) field(f *infer.Field, owner, in, key string, places bool) []line {
	place := ""
	if places {
		place = at(f.Span)
	}
	typ := e.fieldType(f, owner)
	extra := e.extras(f, typ, key)
	name := in + Quote(f.Name) + ":"
	if len(extra) == 0 {
		return []line{{name + " " + typ + place + named(f.Shape, places), key}}
	}
	out := []line{{name + place + named(f.Shape, places), key}, {text: in + "  type: " + typ}}
	for _, x := range extra {
		out = append(out, line{text: in + "  " + x})
	}
	return out
}

// named says what the page calls an object that it does not show.
func named(s *infer.Shape, places bool) string {
	if !places || s == nil || s.Name == "" {
		return ""
	}
	return ", " + comment(s.Name)
}

// extras are the keys of a field beside its type.
func (e *emitter) extras(f *infer.Field, typ, key string) []string {
	var out []string
	if name := e.goNames[key]; name != "" {
		out = append(out, "go_name: "+name)
	}
	doubt := Doubt(f)
	switch {
	case f.Optional == infer.Yes:
		out = append(out, "optional: true")
	case doubt != "":
		out = append(out, "optional: observed")
	}
	if f.Shape.Nullable && typ != "any" {
		out = append(out, "nullable: true")
	}
	if f.Notes != "" {
		out = append(out, "notes: "+Quote(f.Notes))
	}
	if doubt != "" {
		out = append(out, "remarks: ["+doubt+"]")
	}
	return out
}
