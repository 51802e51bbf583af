package infer

import (
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/gen/docs/sample"
)

// namedValue is a row of a table of two columns.
type namedValue struct {
	name, value *page.Inline
	table       *page.Block
}

func (s *section) specificRows() []namedValue {
	if s.rows == nil {
		s.rows = s.readRows()
	}
	return s.rows
}

func (s *section) readRows() []namedValue {
	out := []namedValue{}
	for _, b := range s.blocks {
		if b.Kind != page.Table {
			continue
		}
		for i := range b.Rows {
			if row := b.Rows[i]; len(row) == 2 && len(row[0].Codes()) == 0 && row[0].Text() != "" {
				out = append(out, namedValue{&row[0], &row[1], b})
			}
		}
	}
	return out
}

// label is the name of a row, as far as it matters.
func label(in *page.Inline) string {
	return strings.ToLower(strings.TrimRight(in.Text(), " :"))
}

// hasSpecifics finds the table that names the action. A name in the heading
// holds whatever the table says; words have to say the same as the table or a
// sample.
func (r *reader) hasSpecifics(s *section) bool {
	for _, row := range s.specificRows() {
		value := row.value.Text()
		if label(row.name) != r.label || !isIdentifier(value) {
			continue
		}
		switch s.name = s.title.name; {
		case !s.title.words:
		case s.title.names(value):
			s.name = value
		case !s.named():
			continue
		}
		s.specifics, s.cell, s.proof = row.table, row.value, row.table
		return true
	}
	return false
}

// bare says whether a section without such a table is about an action: a
// sample names it, or there is one and the heading is nothing but a name in
// code.
func (s *section) bare() bool {
	s.name = s.title.name
	return s.named() || s.proof != nil && s.title.exact && s.title.code
}

// named says whether a sample of a section names the action that the heading
// does, in whichever member.
func (s *section) named() bool {
	if s.looked {
		return s.naming != ""
	}
	s.looked = true
	for _, b := range s.blocks {
		if b.Kind != page.Fence || !startsWithBrace(b.Code.Text) {
			continue
		}
		if s.proof == nil {
			s.proof = b
		}
		value, _ := sample.Read(b.Code.Text)
		for _, m := range value.Members {
			switch text := m.Value.Text; {
			case m.Value.Kind != sample.String || !isIdentifier(text):
			case s.title.names(text):
				s.name, s.proof, s.naming = text, b, m.Name
				return true
			default:
				s.texts = append(s.texts, m.Name)
			}
		}
	}
	return false
}

// worded says whether a section has a sample and a name in code among the words
// of its heading.
func (s *section) worded() bool { return s.proof != nil && s.title.code && !s.title.words }

// labelled says whether a section has a row that is called what those with the
// names of actions are called, whatever the headings say.
func (r *reader) labelled(s *section) bool {
	for _, row := range s.specificRows() {
		if r.label != "" && label(row.name) == r.label && couldName(row.value) {
			s.name, s.specifics, s.cell, s.proof = row.value.Text(), row.table, row.value, row.table
			return true
		}
	}
	return false
}

// usualLabel is what the rows are called that hold a name of no words, another
// one in each section; empty if there are none such in two sections.
func usualLabel(candidates []*section) string {
	votes, seen := map[string]int{}, map[[2]string]bool{}
	for _, s := range candidates {
		for _, row := range s.specificRows() {
			if value := [2]string{label(row.name), row.value.Text()}; couldName(row.value) && !seen[value] {
				seen[value] = true
				votes[value[0]]++
			}
		}
	}
	if best := most(votes); votes[best] > 1 {
		return best
	}
	return ""
}

// couldName says whether a cell holds a name that could be no word, in code.
func couldName(in *page.Inline) bool {
	return len(in.Codes()) == 1 && isIdentifier(in.Text()) && strings.ContainsAny(in.Text(), "_./:")
}
