package infer

import (
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/gen/docs/sample"
)

// contradictions looks for what the page says twice and differently.
func (r *reader) contradictions() {
	r.indexAgainstSections()
	heads := r.tableHeads()
	for _, s := range r.list {
		r.names(s)
		r.captions(s)
		r.sampleIssues(s)
		r.secondTable(s, heads)
	}
	r.pushColumn()
	r.sameFields()
	r.oddNames()
	r.sound()
}

func (r *reader) indexAgainstSections() {
	if len(r.entries) == 0 {
		return
	}
	indexed := map[string]bool{}
	for _, e := range r.entries {
		indexed[e.name] = true
		if r.byName[e.name] == nil {
			r.warn(nil, "index-without-section", "index", e.span, "the index names %q, which has no section", clip(e.name)).Meaning = true
		}
	}
	var order []string
	for _, s := range r.list {
		if !indexed[s.name] {
			r.warn(s, "index-incomplete", "index", s.heading.Span, "the index lacks the action %q", clip(s.name))
			continue
		}
		order = append(order, s.name)
	}
	at := 0
	for _, e := range r.entries {
		if r.byName[e.name] == nil {
			continue
		}
		if at < len(order) && order[at] != e.name {
			r.warn(nil, "index-order", "index", r.entries[0].span, "the index has another order than the sections, from %q on", clip(e.name))
			return
		}
		at++
	}
}

// names compares the heading with the row that names the action and with the
// action that whole deliveries name.
func (r *reader) names(s *section) {
	if s.cell != nil && s.cell.Text() != s.name {
		f := r.warn(s, "action-cell", "action", s.cell.Span, "the table names the action %q, the heading %q", clip(s.cell.Text()), clip(s.name))
		f.Help, f.Meaning = "the name in the heading is taken", true
	}
	if r.says.Envelope == nil {
		return
	}
	for _, sh := range s.samples {
		if !sh.whole {
			continue
		}
		if m := sh.value.Member(r.says.Envelope.Action); m.Value.Text != s.name {
			f := r.warn(s, "sample-action", "action", sh.at(m.Value.Offset, len(m.Value.Text)+2), "the sample names the action %q, the heading %q", clip(m.Value.Text), clip(s.name))
			f.Help, f.Meaning = "the name in the heading is taken", true
		}
	}
}

// captions looks for captions of samples that name another action.
func (r *reader) captions(s *section) {
	for _, b := range s.blocks {
		for _, in := range b.Caption {
			if strings.Contains(in.Text(), s.name) {
				r.says.Sound = append(r.says.Sound, Sound{s.name, "wrong-caption"})
			}
			for _, word := range strings.FieldsFunc(in.Text(), func(c rune) bool { return strings.ContainsRune(" \t'\"{}<>=`", c) }) {
				if other := r.byName[word]; other != nil && other != s && !strings.Contains(in.Text(), s.name) {
					r.warn(s, "wrong-caption", "sample", in.Span, "the caption of the sample names %q", clip(word))
					break
				}
			}
		}
	}
}

var meanings = map[string]string{
	sample.Commented:      "a comment follows a value",
	sample.Placeholder:    "a comment stands for an object",
	sample.ListHolder:     "a comment stands for the items of a list",
	sample.Ellipsis:       "an ellipsis stands for further members",
	sample.TrailingComma:  "a comma trails",
	sample.MissingComma:   "a comma is missing",
	sample.UnmatchedBrace: "this brace closes nothing",
	sample.UnclosedBrace:  "a brace is not closed before this",
	sample.OddToken:       "this is no JSON",
	sample.TooDeep:        "this is nested too deep and left out",
	sample.DuplicateName:  "this member is there twice; the first is taken",
}

// sampleIssues reports what keeps the samples from being JSON. What stands in
// the envelope is reported once for the whole page.
func (r *reader) sampleIssues(s *section) {
	for _, sh := range s.samples {
		payload := r.payloadOf(sh)
		end := payloadEnd(sh, r.says.Envelope)
		for _, issue := range sh.issues {
			field := issueIn(payload, issue.Offset)
			if sh.whole && (issue.Offset < payload.Offset || end >= 0 && issue.Offset >= end) {
				if issue.Code == sample.Commented || issue.Code == sample.Placeholder || issue.Code == sample.ListHolder {
					continue
				}
				field = ""
			}
			r.warn(s, issue.Code, field, sh.at(issue.Offset, issue.Width), "%s", meanings[issue.Code])
		}
	}
}

// payloadEnd is the offset of the member after the payload, -1 if it is last.
func payloadEnd(sh *shown, env *Envelope) int {
	if !sh.whole {
		return -1
	}
	for i, m := range sh.value.Members {
		if m.Name == env.Payload && i+1 < len(sh.value.Members) {
			return sh.value.Members[i+1].Offset
		}
	}
	return -1
}

// tableHeads returns the header that most tables of fields have.
func (r *reader) tableHeads() string {
	votes := map[string]int{}
	total := 0
	for _, s := range r.list {
		for _, b := range s.tables {
			votes[head(b)]++
			total++
		}
	}
	if best := most(votes); votes[best]*2 > total && total > 2 {
		return best
	}
	return ""
}

func head(b *page.Block) string {
	var cells []string
	for _, cell := range b.Rows[0] {
		cells = append(cells, cell.Text())
	}
	return strings.Join(cells, "|")
}

func (r *reader) secondTable(s *section, usual string) {
	for i, b := range s.tables {
		if i > 0 && sameRows(s.tables[0], b) {
			f := r.warn(s, "second-table", "payload table", b.Span, "the section has two tables about the same fields")
			f.Help, f.Meaning = "one of them may belong to another section", true
		}
		if usual != "" && head(b) != usual {
			r.warn(s, "odd-column", "payload table", b.Span, "the columns of this table are not those of the others")
		}
	}
}

func sameRows(a, b *page.Block) bool {
	return len(a.Rows) == len(b.Rows) && len(a.Rows) > 1 && slices.EqualFunc(a.Rows[1:], b.Rows[1:], func(x, y page.Row) bool {
		return len(x) > 0 && len(y) > 0 && x[0].Text() == y[0].Text()
	})
}
