package golang

import (
	"strconv"
	"strings"

	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// docText returns the comment of a declaration. what says what it is, as a
// sentence without its full stop, and the notes go on from there, whatever
// their grammar. more says how to use it.
func docText(what string, doc *spec.Doc, more ...string) string {
	parts := []string{what + "."}
	if notes := sentence(doc.Notes); notes != "" {
		parts[0] = what + ": " + notes
	}
	for _, text := range append(more, extras(doc)...) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n\n")
}

// noteText returns the comment of a thing whose name says what it is, or "".
func noteText(doc *spec.Doc) string {
	parts := extras(doc)
	if doc.Notes != "" {
		parts = append([]string{doc.Notes}, parts...)
	}
	return strings.Join(parts, "\n\n")
}

// extras returns the paragraphs that follow the notes.
func extras(doc *spec.Doc) []string {
	parts := remarkTexts(doc.Remarks)
	if doc.Since != "" {
		parts = append(parts, "Since "+sentence(doc.Since))
	}
	if doc.Deprecated != "" {
		parts = append(parts, "Deprecated: "+sentence(doc.Deprecated))
	}
	return parts
}

// fieldText returns the comment of a struct field, or "".
func fieldText(f *plan.Field) string {
	var parts []string
	add := func(text string) { parts = append(parts, text) }
	if f.Spec.Notes != "" {
		add(sentence(f.Spec.Notes))
	}
	if f.Spec.Unit != "" {
		add("Unit: " + sentence(f.Spec.Unit))
	}
	if f.Spec.Optional == spec.Observed {
		add("Missing from some deliveries, against the documentation.")
	}
	if f.Spec.Sensitive == spec.Personal {
		add("Personal data.")
	}
	text := strings.Join(parts, " ")
	parts = nil
	if text != "" {
		add(text)
	}
	if f.Spec.Since != "" {
		add("Since " + sentence(f.Spec.Since))
	}
	if f.Spec.Deprecated != "" {
		add("Deprecated: " + sentence(f.Spec.Deprecated))
	}
	return strings.Join(parts, "\n\n")
}

func remarkTexts(remarks []spec.Remark) []string {
	var out []string
	for _, r := range remarks {
		out = append(out, "The documentation: "+sentence(r.Says)+" Taken here: "+sentence(r.Taken))
	}
	return out
}

// sentence ends text with a full stop, unless it ends like a sentence already.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?:)") {
		return text
	}
	return text + "."
}

// quoteList returns words in quotes, the last one behind conjunction.
func quoteList(words []string, conjunction string) string {
	var b strings.Builder
	for i, word := range words {
		switch {
		case i > 0 && i == len(words)-1:
			b.WriteString(" " + conjunction + " ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(strconv.Quote(word))
	}
	return b.String()
}
