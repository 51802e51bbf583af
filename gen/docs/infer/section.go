package infer

import (
	"slices"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/spec"
)

// section is the part of the page about one action.
type section struct {
	name      string
	heading   *page.Block
	title     title
	blocks    []*page.Block // after the heading, up to the next section
	specifics *page.Block   // the table that names the action
	cell      *page.Inline  // that names the action
	chapter   *page.Block   // heading of the chapter that it is in
	above     []*page.Block // headings that it is below, the chapter last
	proof     *page.Block   // table or fence that makes it one of an action
	naming    string        // member of a sample that names the action
	texts     []string      // members of samples that could, and do not
	looked    bool          // the samples have been looked through for the name
	samples   []*shown
	tables    []*page.Block // of fields
	action    *Action
	rows      []namedValue // of its tables of two columns
}

// sections finds the sections of actions: a heading with the name of an action,
// and below it a table of two columns in which that name is the value of a row.
// What that row is called is learnt from all sections. On a page without such
// tables, a heading is about an action if a sample below names it, or if it is
// a name in code and has a sample.
func (r *reader) sections() {
	candidates := r.candidates()
	votes := map[string]int{}
	for _, s := range candidates {
		for _, row := range s.specificRows() {
			if value := row.value.Text(); isIdentifier(value) && s.title.names(value) {
				votes[label(row.name)]++
			}
		}
	}
	r.label = most(votes)
	if len(votes) == 0 {
		r.label = usualLabel(candidates)
	}
	for _, about := range r.proofs(len(votes) > 0) {
		for _, s := range candidates {
			if about(s) {
				r.accept(s)
			}
		}
		if len(r.list) > 0 {
			break
		}
	}
	r.leaveOut()
	r.collect()
	r.byName, r.folded = map[string]*section{}, map[string]*section{}
	for _, s := range r.list {
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

// proofs are the ways to tell that a section is about an action, the surest
// first: the next one is tried where one finds none.
func (r *reader) proofs(named bool) []func(*section) bool {
	if named {
		return []func(*section) bool{r.hasSpecifics}
	}
	return []func(*section) bool{(*section).bare, r.labelled, (*section).worded}
}

// accept takes a section in. Of headings above one another, the nearest is
// about what names it.
func (r *reader) accept(s *section) {
	if n := len(r.list); n > 0 && r.list[n-1].proof == s.proof {
		r.list = r.list[:n-1]
	}
	r.list = append(r.list, s)
}

// candidates are the headings that may name an action, with what follows each
// up to the next heading of its level or above, or the next one that is a name.
// Below one that is a name, words are no candidates.
func (r *reader) candidates() []*section {
	var out, open []*section
	var above []*page.Block
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if b.Kind != page.Heading {
			for _, s := range open {
				s.blocks = append(s.blocks, b)
			}
			continue
		}
		for len(above) > 0 && above[len(above)-1].Level >= b.Level {
			above = above[:len(above)-1]
		}
		for len(open) > 0 && open[len(open)-1].heading.Level >= b.Level {
			open = open[:len(open)-1]
		}
		s := &section{heading: b, title: titleOf(b.Inline), above: slices.Clone(above)}
		if len(above) > 0 {
			s.chapter = above[len(above)-1]
		}
		switch {
		case s.title.exact:
			open, out = []*section{s}, append(out, s)
		case len(open) > 0 && open[len(open)-1].title.exact:
		default:
			open, out = append(open, s), append(out, s)
		}
		above = append(above, b)
	}
	return out
}

// collect gives each section what stands below its heading, up to the next
// section, or heading of its level or above.
func (r *reader) collect() {
	at := map[*page.Block]*section{}
	for _, s := range r.list {
		at[s.heading], s.blocks, s.rows = s, nil, nil
	}
	var open *section
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		switch s := at[b]; {
		case s != nil:
			open = s
			continue
		case open != nil && b.Kind == page.Heading && b.Level <= open.heading.Level:
			open = nil
		}
		if open != nil {
			open.blocks = append(open.blocks, b)
		}
	}
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
