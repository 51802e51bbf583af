package infer

import "github.com/webhookgen/webhookgen/gen/docs/sample"

// sound records the rules that hold: those that were looked at and are not
// broken. Of a page without an index nothing about the index is sound.
func (r *reader) sound() {
	broken := map[Sound]bool{}
	for _, f := range r.says.Findings {
		broken[Sound{f.Section, f.Code}] = true
		broken[Sound{"", f.Code}] = true
	}
	holds := func(section string, codes ...string) {
		for _, code := range codes {
			if !broken[Sound{section, code}] {
				r.says.Sound = append(r.says.Sound, Sound{section, code})
			}
		}
	}
	if len(r.entries) > 0 {
		holds("", "index-incomplete", "index-order", "index-without-section")
	}
	if r.says.Samples == r.says.JSON && r.says.Samples > 0 {
		holds("", "sample-not-json")
	}
	if r.says.Envelope != nil {
		holds("", "envelope-missing")
	}
	for _, s := range r.list {
		if s.action.Indexed {
			holds(s.name, "index-incomplete")
		}
		if s.cell != nil {
			holds(s.name, "action-cell")
		}
		if len(s.tables) > 0 {
			holds(s.name, "odd-column", "second-table")
		}
		if s.action.HasPush == Yes {
			holds(s.name, "push-column")
		}
		each(s, "", s.action.Payload, func(sp spot) {
			if leaf(sp.shape) != "" {
				holds(s.name, "two-shapes")
			}
		})
		if len(s.samples) > 0 {
			holds(s.name, sample.UnmatchedBrace, sample.UnclosedBrace, sample.Ellipsis, sample.MissingComma, sample.TrailingComma,
				"odd-name", "bare-value", "sample-action", "field-not-in-sample")
		}
	}
}
