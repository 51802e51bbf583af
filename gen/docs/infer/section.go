package infer

import (
	"regexp"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/spec"
)

// section is the part of the page about one action.
type section struct {
	name      string
	heading   *page.Block
	blocks    []*page.Block // after the heading, up to the next section
	specifics *page.Block   // the table that names the action
	cell      *page.Inline  // that names the action
	chapter   *page.Block   // heading of the chapter that it is in
	samples   []*shown
	tables    []*page.Block // of fields
	action    *Action
	rows      []namedValue // of its tables of two columns
}

var identifier = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*(?:[_.:/-][A-Za-z0-9]+)*$`)

const maxName = 100

func isIdentifier(s string) bool { return len(s) <= maxName && identifier.MatchString(s) }

// sections finds the sections of actions: a heading that is an identifier, and
// below it a table of two columns in which that identifier is the value of a
// row. What that row is called is learnt from all sections. On a page
// without such tables, headings in code with a sample below are actions.
func (r *reader) sections() {
	candidates := r.candidates()
	votes := map[string]int{}
	for _, s := range candidates {
		for _, row := range s.specificRows() {
			if row.value.Text() == s.heading.Inline.Text() {
				votes[label(row.name)]++
			}
		}
	}
	r.label = most(votes)
	for _, s := range candidates {
		if len(votes) > 0 && r.hasSpecifics(s) || len(votes) == 0 && s.bare() {
			r.list = append(r.list, s)
		}
	}
	r.byName, r.folded = map[string]*section{}, map[string]*section{}
	for _, s := range r.list {
		s.name = s.heading.Inline.Text()
		if first := r.byName[s.name]; first != nil {
			f := r.find(s, spec.Error, "duplicate-section", "", s.heading.Span, "there are two sections for the action %q", clip(s.name))
			f.Help = "import the page once it says which of the two holds"
			f.Related = []spec.Related{{Span: first.heading.Span, Message: "the first one"}}
			continue
		}
		r.byName[s.name] = s
		r.folded[foldName(s.name)] = s
	}
	if len(r.list) == 0 {
		f := r.find(nil, spec.Error, "no-action", "", spec.Span{Start: spec.Position{Line: 1, Column: 1}, Width: 1}, "the page documents no action")
		f.Help = "an action is a heading with its name, and below it a table that names it or a sample"
	}
}

// candidates are the headings that are identifiers, with what follows each up
// to the next heading of its level or above.
func (r *reader) candidates() []*section {
	var out []*section
	var open *section
	var chapters []*page.Block // by level
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if b.Kind != page.Heading {
			if open != nil {
				open.blocks = append(open.blocks, b)
			}
			continue
		}
		for len(chapters) > 0 && chapters[len(chapters)-1].Level >= b.Level {
			chapters = chapters[:len(chapters)-1]
		}
		if open != nil && b.Level <= open.heading.Level {
			open = nil
		}
		if name := b.Inline.Text(); isIdentifier(name) && (open == nil || len(b.Inline.Codes()) > 0 || strings.ContainsAny(name, "_.")) {
			open = &section{heading: b}
			if len(chapters) > 0 {
				open.chapter = chapters[len(chapters)-1]
			}
			out = append(out, open)
		} else if open != nil {
			open.blocks = append(open.blocks, b)
		}
		chapters = append(chapters, b)
	}
	return out
}

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

// hasSpecifics finds the table that names the action.
func (r *reader) hasSpecifics(s *section) bool {
	for _, row := range s.specificRows() {
		if label(row.name) == r.label && isIdentifier(row.value.Text()) {
			s.specifics, s.cell = row.table, row.value
			return true
		}
	}
	return false
}

// bare says whether a section without such a table is about an action.
func (s *section) bare() bool {
	if len(s.heading.Inline.Codes()) == 0 {
		return false
	}
	for _, b := range s.blocks {
		if b.Kind == page.Fence && strings.HasPrefix(strings.TrimSpace(b.Code.Text), "{") {
			return true
		}
	}
	return false
}

// most returns the key with the most votes, the first in order among equals.
func most(votes map[string]int) string {
	best := ""
	for key, n := range votes {
		if best == "" || n > votes[best] || n == votes[best] && key < best {
			best = key
		}
	}
	return best
}
