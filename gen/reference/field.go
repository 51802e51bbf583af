package reference

import (
	"github.com/webhookgen/webhookgen/spec"
)

// row is a line of a table of members.
type row struct {
	Name, Type, Optional, Null, Notes markdown
}

func rows(fields []*spec.Field) []row {
	var out []row
	for _, f := range fields {
		out = append(out, row{
			Name:     code(f.Name),
			Type:     typeName(f.Type),
			Optional: optionality(f.Optional),
			Null:     yesNo(f.Nullable),
			Notes:    join(fieldNotes(f), " "),
		})
	}
	return out
}

func optionality(o spec.Optionality) markdown {
	switch o {
	case spec.Documented:
		return "documented"
	case spec.Observed:
		return "observed"
	}
	return "no"
}

func yesNo(b bool) markdown {
	if b {
		return "yes"
	}
	return "no"
}

func fieldNotes(f *spec.Field) []markdown {
	out := docNotes(f.Doc)
	if f.Unit != "" {
		out = append(out, "Unit: "+inline(f.Unit)+".")
	}
	if len(f.OlderNames) > 0 {
		out = append(out, olderNames(f.OlderNames))
	}
	switch f.Sensitive {
	case spec.Secret:
		out = append(out, "**Secret.**")
	case spec.Personal:
		out = append(out, "**Personal data.**")
	}
	if len(f.Sample) > 0 {
		out = append(out, "Example: "+code(string(f.Sample))+".")
	}
	return out
}

func olderNames(names []string) markdown {
	label := markdown("Older name: ")
	if len(names) > 1 {
		label = "Older names: "
	}
	return label + join(codes(names), ", ") + "."
}

// docNotes words what every documented thing carries, for one cell.
func docNotes(d spec.Doc) []markdown {
	out := prose(d.Notes)
	if d.Since != "" {
		out = append(out, "Since "+inline(d.Since)+".")
	}
	if d.Deprecated != "" {
		out = append(out, "**Deprecated:** "+inline(d.Deprecated))
	}
	return out
}
