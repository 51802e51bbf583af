package infer

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
)

// pushRow finds out what the row with the pushes is called: its links lead to
// anchors that are the action's name, or its name speaks of pushes.
func (r *reader) pushRow() {
	votes := map[string]int{}
	for _, s := range r.list {
		for _, row := range s.specificRows() {
			if row.table != s.specifics || label(row.name) == r.label {
				continue
			}
			if strings.Contains(label(row.name), "push") {
				votes[label(row.name)] += 2
			}
			for _, link := range row.value.Links() {
				if sameName(anchorOf(link.Link), s.name) {
					votes[label(row.name)]++
					break
				}
			}
		}
	}
	r.pushes = most(votes)
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if len(r.list) == 0 || b == r.list[0].heading {
			return
		}
		for _, link := range b.Inline.Links() {
			if strings.Contains(strings.ToLower(link.Text), "push") && r.says.PushPath == "" {
				r.says.PushPath = folder(link.Link)
			}
		}
	}
}

// readPushes reads the row with the pushes.
func (r *reader) readPushes(s *section) {
	if r.pushes == "" {
		return
	}
	for _, row := range s.specificRows() {
		if row.table == s.specifics && label(row.name) == r.pushes {
			s.action.PushAt = row.value.Span
			r.cell(s, row.value)
		}
	}
	if s.action.HasPush == Unstated && s.specifics != nil {
		s.action.HasPush = No
	}
}

var nothing = regexp.MustCompile(`(?i)^[\s\-–—✗✘]*(none|no|n/a)?[\s\-–—✗✘]*$`)

func (r *reader) cell(s *section, in *page.Inline) {
	a := s.action
	links := in.Links()
	switch {
	case len(links) == 0 && nothing.MatchString(in.Text()):
		a.HasPush = No
		return
	case len(links) == 0:
		a.HasPush = Yes
		for _, name := range in.Codes() {
			r.addPush(s, Push{Name: name.Text, Strong: true, Span: name.Span})
		}
		if len(a.Push) == 0 {
			r.addPush(s, Push{Span: in.Span})
		}
		return
	}
	a.HasPush = Yes
	for _, link := range links {
		push := Push{Path: folder(link.Link), Span: link.Span}
		switch text := strings.TrimSpace(link.Text); {
		case isIdentifier(text):
			push.Name, push.Strong = text, true
		case strings.ContainsAny(strings.ToLower(text), "abcdefghijklmnopqrstuvwxyz"):
			push.API = prose(text)
		}
		r.linked(s, &push, anchorOf(link.Link))
		r.addPush(s, push)
	}
}

// linked compares the anchor that a link leads to with the name of the push.
func (r *reader) linked(s *section, push *Push, anchor string) {
	if anchor == "" {
		return
	}
	if sameName(anchor, s.name) {
		r.says.Sound = append(r.says.Sound, Sound{s.name, "wrong-link"})
	}
	if other := r.folded[foldName(anchor)]; other != nil && foldName(anchor) != foldName(s.name) {
		f := r.warn(s, "wrong-link", "push", push.Span, "the link leads to the push of %q", clip(other.name))
		f.Help = "the push of the action's own name is taken"
		return
	}
	if name := strings.ReplaceAll(anchor, "-", "_"); push.Name == "" && push.API != "" && isIdentifier(name) && !sameName(anchor, s.name) {
		push.Name = name
		r.warn(s, "other-push", "push", push.Span, "the push has another name than the action: %q", clip(name))
	}
}

// addPush adds a push once for each API.
func (r *reader) addPush(s *section, p Push) {
	if p.Name == "" {
		p.Name = s.name
	}
	for _, have := range s.action.Push {
		if have.API == p.API {
			return
		}
	}
	s.action.Push = append(s.action.Push, p)
}

func anchorOf(link string) string {
	_, anchor, _ := strings.Cut(link, "#")
	if plain, err := url.PathUnescape(anchor); err == nil {
		anchor = plain
	}
	return strings.TrimSpace(anchor)
}

// sameName compares names as anchors do, which write them in several ways.
func sameName(a, b string) bool { return foldName(a) == foldName(b) }

func foldName(s string) string {
	return strings.Map(func(c rune) rune {
		if c == '_' || c == '-' || c == '.' || c == ' ' {
			return -1
		}
		return c
	}, strings.ToLower(s))
}

var version = regexp.MustCompile(`^v\d+(\.\d+)*$`)

// folder is the last part of a link's path that is no version.
func folder(link string) string {
	path, _, _ := strings.Cut(link, "#")
	parts := strings.Split(strings.Trim(path, "/"), "/")
	for i := len(parts) - 1; i >= 0; i-- {
		if p := parts[i]; p != "" && p != "." && p != ".." && !version.MatchString(p) {
			return p
		}
	}
	return ""
}
