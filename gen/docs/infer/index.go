package infer

import (
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/spec"
)

// entry is an action in the index.
type entry struct {
	name  string
	group *page.Inline
	span  spec.Span
}

// index reads the tables before the first section whose cells link to actions
// by their names.
func (r *reader) index() {
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if len(r.list) > 0 && b == r.list[0].heading {
			break
		}
		if b.Kind != page.Table {
			continue
		}
		entries := r.indexRows(b)
		known := 0
		for _, e := range entries {
			if r.byName[e.name] != nil {
				known++
			}
		}
		if known*2 > len(entries) {
			r.entries = append(r.entries, entries...)
		}
	}
	r.says.Indexed = len(r.entries) > 0
}

func (r *reader) indexRows(b *page.Block) []entry {
	var out []entry
	for _, row := range b.Rows {
		if len(row) < 2 {
			continue
		}
		for i := range row[1:] {
			for _, link := range row[1+i].Links() {
				if name := strings.TrimSpace(link.Text); isIdentifier(name) && strings.Contains(link.Link, "#") {
					out = append(out, entry{name, &row[0], link.Span})
				}
			}
		}
	}
	return out
}

// group tells which group each section is in: that of the index, or its chapter.
func (r *reader) group() {
	names := map[string]string{}
	for _, e := range r.entries {
		names[e.name] = prose(e.group.Text())
	}
	chapters := map[string]bool{}
	for _, s := range r.list {
		if s.chapter != nil {
			chapters[s.chapter.Inline.Text()] = true
		}
	}
	seen := map[string]bool{}
	for _, s := range r.list {
		s.action = &Action{Name: s.name, Span: s.heading.Span}
		if s.chapter != nil && (s.chapter.Level > 1 || len(chapters) > 1) {
			s.action.Group = prose(s.chapter.Inline.Text())
		}
		chapter := s.action.Group
		if name := names[s.name]; name != "" {
			s.action.Indexed = true
			if !strings.EqualFold(name, s.action.Group) {
				s.action.Group = name
			}
		}
		at := s.heading.Span
		if s.chapter != nil && s.action.Group == chapter {
			at = s.chapter.Span
		}
		if name := s.action.Group; name != "" && !seen[name] {
			seen[name] = true
			r.says.Groups = append(r.says.Groups, &Group{Name: name, Span: at})
		}
	}
}
