package reference

import (
	"fmt"

	"github.com/webhookgen/webhookgen/spec"
)

// remark is a contradiction of the page and the side taken.
type remark struct {
	Rule, Where, Says, Taken markdown
}

func remarks(list []spec.Remark) []remark {
	var out []remark
	for _, r := range list {
		out = append(out, remark{Rule: code(r.Rule), Where: where(r), Says: inline(r.Says), Taken: inline(r.Taken)})
	}
	return out
}

// where names the place on the page, as far as it is known.
func where(r spec.Remark) markdown {
	var parts []markdown
	if r.Section != "" {
		parts = append(parts, "section "+code(r.Section))
	}
	if r.Field != "" {
		parts = append(parts, "field "+code(r.Field))
	}
	if r.Line > 0 {
		parts = append(parts, markdown(fmt.Sprintf("line %d", r.Line)))
	}
	return join(parts, ", ")
}

// withFields returns the remarks of a thing and of its fields.
func withFields(own []spec.Remark, fields []*spec.Field) []remark {
	out := remarks(own)
	for _, f := range fields {
		out = append(out, remarks(f.Remarks)...)
	}
	return out
}
