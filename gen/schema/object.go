package schema

import (
	"slices"

	"github.com/webhookgen/webhookgen/spec"
)

// slot is a member of an object under each of its names, the current first.
type slot struct {
	names    []string
	notes    object // what is said of the member, under its current name
	schema   object
	required bool
}

func (r refs) slots(fields []*spec.Field) []slot {
	var out []slot
	for _, f := range fields {
		out = append(out, slot{
			names:    append([]string{f.Name}, f.OlderNames...),
			notes:    annotations(f.Doc, fieldDetails(f), fieldComments(f)),
			schema:   append(r.schemaOf(f.Type, f.Nullable), examples(f.Sample)...),
			required: f.Optional == spec.Required,
		})
	}
	return out
}

// properties returns the member under each of its names.
func (s slot) properties() object {
	out := object{{s.names[0], slices.Concat(s.notes, s.schema)}}
	for _, older := range s.names[1:] {
		notes := object{{"description", "Older name of " + s.names[0] + "."}}
		out = append(out, member{older, append(notes, s.schema...)})
	}
	return out
}

// objectOf returns an object with these members; conditions are added to what
// the members themselves demand.
func objectOf(slots []slot, closed bool, conditions ...object) object {
	properties := object{}
	required := []string{}
	var rules []object
	for _, s := range slots {
		properties = append(properties, s.properties()...)
		if len(s.names) > 1 {
			rules = append(rules, s.oneName()...)
		} else if s.required {
			required = append(required, s.names[0])
		}
	}
	out := object{{"type", "object"}}
	if len(properties) > 0 {
		out = append(out, member{"properties", properties})
	}
	if len(required) > 0 {
		out = append(out, member{"required", required})
	}
	if closed {
		out = append(out, member{"additionalProperties", false})
	}
	if rules = append(rules, conditions...); len(rules) > 0 {
		out = append(out, member{"allOf", rules})
	}
	return out
}

// oneName demands exactly one of the names where the member is required, and
// at most one elsewhere. Either way it is the object that is at fault.
func (s slot) oneName() []object {
	if s.required {
		var branches []object
		for _, name := range s.names {
			branches = append(branches, requires(name))
		}
		return []object{{{"oneOf", branches}}}
	}
	var out []object
	for i, a := range s.names {
		for _, b := range s.names[i+1:] {
			out = append(out, object{{"not", requires(a, b)}})
		}
	}
	return out
}

// requires names the members as properties too: strict tools take a required
// member that is no property for a slip of the pen.
func requires(names ...string) object {
	properties := object{}
	for _, name := range names {
		properties = append(properties, member{name, true})
	}
	return object{{"properties", properties}, {"required", names}}
}
