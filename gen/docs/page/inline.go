package page

import (
	"regexp"
	"strings"
)

// anchor is what some dialects write after a heading to name it.
var anchor = regexp.MustCompile(`\s*(?:\{#[^}]*\}|\{/\*.*\*/\})\s*$`)

// Text returns the running text without marks.
func (in Inline) Text() string { return in.text }

// settle works out the text once, since it is asked for often.
func (in *Inline) settle() {
	var b strings.Builder
	for _, p := range in.Parts {
		b.WriteString(p.Text)
	}
	in.text = strings.Join(strings.Fields(b.String()), " ")
	if strings.HasSuffix(in.text, "}") {
		in.text = strings.TrimSpace(anchor.ReplaceAllString(in.text, ""))
	}
}

// Codes returns the code spans.
func (in Inline) Codes() []Part {
	var out []Part
	for _, p := range in.Parts {
		if p.Code {
			out = append(out, p)
		}
	}
	return out
}

// Links returns the parts that lead somewhere, one for each link.
func (in Inline) Links() []Part {
	var out []Part
	for i, p := range in.Parts {
		if p.Link == "" {
			continue
		}
		if i > 0 && in.Parts[i-1].Link == p.Link && len(out) > 0 {
			out[len(out)-1].Text += p.Text
			continue
		}
		out = append(out, p)
	}
	return out
}

// Plain returns the text outside of code spans.
func (in Inline) Plain() string {
	var b strings.Builder
	for _, p := range in.Parts {
		if p.Code {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(p.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
