package schema

import (
	"strings"

	"github.com/webhookgen/webhookgen/spec"
)

// enum asserts the values of a closed enum; those of an open one are only
// shown, by enumNotes.
func enum(e *spec.Enum) object {
	out := typed("string", false)
	if e.Closed {
		out = append(out, member{"enum", enumValues(e)})
	}
	return out
}

func enumValues(e *spec.Enum) []string {
	values := []string{}
	for _, v := range e.Values {
		values = append(values, v.Value)
	}
	return values
}

// enumNotes returns what the description says of the values, and for an open
// enum the values as examples.
func enumNotes(b spec.Body) (details, values []string) {
	e, ok := b.(*spec.Enum)
	if !ok {
		return nil, nil
	}
	for _, v := range e.Values {
		if about := valueNotes(v); about != "" {
			details = append(details, v.Value+": "+about)
		}
	}
	if e.Closed {
		return details, nil
	}
	return append(details, "Other values can come."), enumValues(e)
}

func valueNotes(v *spec.EnumValue) string {
	var parts []string
	if v.Notes != "" {
		parts = append(parts, strings.TrimSpace(v.Notes))
	}
	if v.Since != "" {
		parts = append(parts, "Since "+v.Since+".")
	}
	if v.Deprecated != "" {
		parts = append(parts, "Deprecated: "+v.Deprecated)
	}
	return strings.Join(parts, " ")
}
