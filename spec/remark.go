package spec

import (
	"math"
	"regexp"
)

var ruleForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// remarks reads an optional list; section and field stand in where a remark
// names none.
func (r *reader) remarks(n *node, section, field string) []Remark {
	var remarks []Remark
	for _, item := range r.asList(n, "remarks") {
		m := r.mapping(item, "a remark", "section", "field", "rule", "line", "says", "taken")
		m.need("rule")
		remark := Remark{
			Section: m.text("section"),
			Field:   m.text("field"),
			Rule:    m.pattern("rule", "bad-name", ruleForm, "it must be lower-case words joined by dashes, such as wrong-caption"),
			Line:    m.int("line", 1, math.MaxInt32, 0),
			Says:    m.needText("says"),
			Taken:   m.needText("taken"),
			Span:    item.span,
		}
		if m.get("section") == nil {
			remark.Section = section
		}
		if m.get("field") == nil {
			remark.Field = field
		}
		remarks = append(remarks, remark)
	}
	return remarks
}
