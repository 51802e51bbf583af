package infer

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
)

// A page can document other things in sections of the same form: methods that
// are called, say. The tables that name those have other rows than those that
// name webhooks, which makes the sections families.

// leaveOut takes the sections out that are about something else.
func (r *reader) leaveOut() {
	families := map[string][]*section{}
	for _, s := range r.list {
		families[s.family()] = append(families[s.family()], s)
	}
	out := r.outsideOfChapter(families)
	if len(out) == 0 {
		out = r.aboutOthers(families)
	}
	if len(out) < len(families) {
		r.without(func(s *section) bool { return out[s.family()] })
	}
	r.without(r.unnamed())
}

// without takes sections out and says so.
func (r *reader) without(out func(*section) bool) {
	var kept, left []*section
	for _, s := range r.list {
		if out(s) {
			left = append(left, s)
		} else {
			kept = append(kept, s)
		}
	}
	r.list = kept
	if len(left) > 0 {
		f := r.warn(nil, "section-left-out", "", left[0].heading.Span, "sections like this one are about no webhooks, to judge by their form: %d left out", len(left))
		f.Help = "what documents the other webhooks has another form on this page"
	}
}

// unnamed finds the sections whose samples lack the member that names the
// action in others, where no tables name actions.
func (r *reader) unnamed() func(*section) bool {
	votes := map[string]int{}
	for _, s := range r.list {
		if s.naming != "" {
			votes[s.naming]++
		}
	}
	member := most(votes)
	return func(s *section) bool {
		return votes[member] > 1 && s.naming != member && !slices.Contains(s.texts, member)
	}
}

// family is what the rows of a section's tables of two columns are called.
func (s *section) family() string {
	var labels []string
	for _, row := range s.specificRows() {
		if s.specifics == nil || row.table == s.specifics {
			labels = append(labels, label(row.name))
		}
	}
	slices.Sort(labels)
	return strings.Join(slices.Compact(labels), "|")
}

var chapterWord = regexp.MustCompile(`(?i)\bwebhooks?\b`)

// outsideOfChapter are the families that have no section below a heading that
// speaks of webhooks, where others have.
func (r *reader) outsideOfChapter(families map[string][]*section) map[string]bool {
	out := map[string]bool{}
	for name, list := range families {
		inside := func(s *section) bool {
			return slices.ContainsFunc(s.above, func(b *page.Block) bool { return chapterWord.MatchString(b.Inline.Text()) })
		}
		if !slices.ContainsFunc(list, inside) {
			out[name] = true
		}
	}
	if len(out) == len(families) {
		return nil
	}
	return out
}

// aboutOthers are the families most of whose sections have a row that leads to
// another section of the page, or is about webhooks: that of a method, to the
// webhook that follows a call.
func (r *reader) aboutOthers(families map[string][]*section) map[string]bool {
	known := map[string]bool{}
	for _, s := range r.list {
		known[foldName(s.name)] = true
	}
	out := map[string]bool{}
	for name, list := range families {
		n := 0
		for _, s := range list {
			if slices.ContainsFunc(s.specificRows(), func(row namedValue) bool {
				return row.table == s.specifics && label(row.name) != r.label && (chapterWord.MatchString(label(row.name)) || leadsTo(row.value, s.name, known))
			}) {
				n++
			}
		}
		if n*2 > len(list) {
			out[name] = true
		}
	}
	return out
}

// leadsTo says whether a cell links to a section of the page, and none to that
// of its own name.
func leadsTo(in *page.Inline, own string, known map[string]bool) bool {
	other := false
	for _, link := range in.Links() {
		if anchor := anchorOf(link.Link); strings.HasPrefix(link.Link, "#") && known[foldName(anchor)] {
			if sameName(anchor, own) {
				return false
			}
			other = true
		}
	}
	return other
}
