package schema

import "github.com/webhookgen/webhookgen/spec"

// slot is a member of an object under each of its names, the current first.
type slot struct {
	names    []string
	schema   object
	required bool
}

func (r refs) slots(fields []*spec.Field) []slot {
	var out []slot
	for _, f := range fields {
		out = append(out, slot{
			names:    append([]string{f.Name}, f.OlderNames...),
			schema:   r.field(f),
			required: f.Optional == spec.Required,
		})
	}
	return out
}

func (r refs) field(f *spec.Field) object {
	out := annotations(f.Doc, fieldDetails(f), fieldComments(f))
	out = append(out, r.schemaOf(f.Type, f.Nullable)...)
	return append(out, examples(f.Sample)...)
}

// objectOf returns an object with these members; conditions are added to what
// the members themselves demand.
func objectOf(slots []slot, closed bool, conditions ...object) object {
	properties := object{}
	required := []string{}
	var rules []object
	for _, s := range slots {
		for _, name := range s.names {
			properties = append(properties, member{name, s.schema})
		}
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

func requires(names ...string) object { return object{{"required", names}} }
