package infer

import (
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/spec"
)

// Page says what the page in text says. It returns nil, and at least one
// finding that is an error, if that is no page with actions.
func Page(text []byte) (*Says, spec.Diagnostics) {
	p, found := page.Read(text)
	if found.HasErrors() {
		return nil, found
	}
	r := &reader{page: p, says: &Says{Version: p.Front["apiVersion"]}}
	r.title()
	r.sections()
	r.index()
	r.group()
	r.readSamples()
	r.actions()
	r.bounds()
	r.contradictions()
	for _, f := range r.says.Findings {
		found = append(found, f.Diagnostic)
	}
	if found = found.Sorted(); found.HasErrors() {
		return nil, found
	}
	return r.says, found
}

// reader is a page that is being read.
type reader struct {
	page    *page.Page
	says    *Says
	label   string // what the row with the action's name is called
	pushes  string // what the row with the pushes is called
	list    []*section
	byName  map[string]*section
	folded  map[string]*section // by name as in anchors
	entries []entry             // of the index
}

// find reports something about a section, nil for the whole page.
func (r *reader) find(s *section, severity spec.Severity, code, field string, at spec.Span, format string, args ...any) *Finding {
	f := Finding{Field: field, Diagnostic: spec.Diagnostic{
		Severity: severity, Code: code, Span: at, Message: fmt.Sprintf(format, args...)}}
	if s != nil {
		f.Section = s.name
	}
	r.says.Findings = append(r.says.Findings, f)
	return &r.says.Findings[len(r.says.Findings)-1]
}

func (r *reader) warn(s *section, code, field string, at spec.Span, format string, args ...any) *Finding {
	return r.find(s, spec.Warning, code, field, at, format, args...)
}

// title takes the first heading, or what the front matter has.
func (r *reader) title() {
	r.says.Title = r.page.Front["title"]
	for _, b := range r.page.Blocks {
		if b.Kind == page.Heading && b.Level == 1 && r.says.Title == "" {
			r.says.Title = b.Inline.Text()
		}
	}
}

// clip keeps a text of the page short enough for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}

// prose is running text as a note, without what no specification can hold.
func prose(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\ufeff' || r == '\u2028' || r == '\u2029' || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe {
			return ' '
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 2000 {
		return string(r[:1999]) + "…"
	}
	return s
}
