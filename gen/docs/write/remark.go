package write

import (
	"fmt"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
)

// doubts are what remarks say of the members that may be missing though
// nothing marks them, by rule.
var doubts = map[string]string{
	"field-not-in-sample": "The field is described, and the sample lacks it.",
	"trailing-ellipsis":   "An ellipsis beside the member stands for others, and says of none that it is always there.",
	"not-in-every-sample": "Some of the samples lack it.",
	"optional-by-note":    "A note says when it is there, and nothing marks it.",
}

// Doubt is the remark on a member that may be missing though nothing marks it;
// empty if there is no doubt.
func Doubt(f *infer.Field) string {
	rule := f.Doubt()
	if rule == "" {
		return ""
	}
	return fmt.Sprintf("{rule: %s, line: %d, says: %s, taken: Optional.}", rule, f.Span.Start.Line, Quote(doubts[rule]))
}

// remarks writes the contradictions of a section that bear on deliveries.
func (e *emitter) remarks(section, in string) []line {
	var out []line
	seen := map[string]bool{}
	for _, f := range e.says {
		if !f.Meaning || f.Section != section || seen[f.Code+f.Field] {
			continue
		}
		seen[f.Code+f.Field] = true
		if len(out) == 0 {
			out = append(out, line{text: in + "remarks:"})
		}
		taken := f.Help
		if taken == "" {
			taken = "what the specification has"
		}
		head := in + "  - {"
		if section == "" {
			head += "section: page, "
		}
		if f.Field != "" {
			head += "field: " + Quote(f.Field) + ", "
		}
		out = append(out, line{text: head + fmt.Sprintf("rule: %s, line: %d, says: %s, taken: %s}", f.Code, f.Span.Start.Line, Quote(f.Message), Quote(taken))})
	}
	return out
}
