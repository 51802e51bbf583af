package schema

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/spec"
)

// annotations returns the members that explain and demand nothing. details
// are sentences for the description, comments for maintainers.
func annotations(d spec.Doc, details, comments []string) object {
	paragraphs := []string{strings.TrimSpace(d.Notes)}
	paragraphs = append(paragraphs, details...)
	if d.Since != "" {
		paragraphs = append(paragraphs, "Since "+d.Since+".")
	}
	if d.Deprecated != "" {
		paragraphs = append(paragraphs, "Deprecated: "+d.Deprecated)
	}
	for _, r := range d.Remarks {
		comments = append(comments, remark(r))
	}
	out := text("description", paragraphs)
	if d.Deprecated != "" {
		out = append(out, member{"deprecated", true})
	}
	return append(out, text("$comment", comments)...)
}

// text returns the member key with the paragraphs that are not empty, or
// nothing where all are.
func text(key string, paragraphs []string) object {
	var kept []string
	for _, p := range paragraphs {
		if p != "" {
			kept = append(kept, p)
		}
	}
	if kept == nil {
		return nil
	}
	return object{{key, strings.Join(kept, "\n\n")}}
}

func remark(r spec.Remark) string {
	var where []string
	for _, part := range []string{r.Section, r.Field, r.Rule} {
		if part != "" {
			where = append(where, part)
		}
	}
	return fmt.Sprintf("Remark (%s). The page: %s Taken: %s", strings.Join(where, ", "), r.Says, r.Taken)
}

// examples shows a sample, where there is one.
func examples(s spec.Sample) object {
	if len(s) == 0 {
		return nil
	}
	return object{{"examples", []json.RawMessage{json.RawMessage(s)}}}
}

// fieldDetails and fieldComments say what a field carries beside its Doc.
func fieldDetails(f *spec.Field) []string {
	if f.Unit == "" {
		return nil
	}
	return []string{"Unit: " + f.Unit + "."}
}

func fieldComments(f *spec.Field) []string {
	var out []string
	if f.Optional == spec.Observed {
		out = append(out, "Optional as observed: the page says or implies that it is required, and deliveries lack it.")
	}
	switch f.Sensitive {
	case spec.Secret:
		out = append(out, "Secret: it grants something, so it belongs in no log and no message.")
	case spec.Personal:
		out = append(out, "Personal data: it belongs in no log and no message.")
	}
	if s, ok := f.Type.(*spec.Scalar); ok && s.Kind == spec.Timestamp {
		out = append(out, "A timestamp: its form is not checked.")
	}
	return out
}
