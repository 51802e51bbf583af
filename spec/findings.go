package spec

import "fmt"

// maxFindings is how many findings are worth reading at once, and
// maxCollected how many are kept to choose the first ones from.
const (
	maxFindings  = 200
	maxCollected = 20_000
)

// findings collects diagnostics.
type findings struct {
	all     []*finding
	dropped int // beyond maxCollected
	effort  int // spent on suggestions
}

// finding is a diagnostic in the making.
type finding struct{ Diagnostic }

// add reports an error; the message has no full stop.
func (fs *findings) add(code string, at Span, format string, args ...any) *finding {
	if len(fs.all) == maxCollected {
		fs.dropped++
		return &finding{}
	}
	f := &finding{Diagnostic{Severity: Error, Code: code, Span: at, Message: fmt.Sprintf(format, args...)}}
	fs.all = append(fs.all, f)
	return f
}

// help says what to do; an empty text changes nothing.
func (f *finding) help(format string, args ...any) *finding {
	f.Help = fmt.Sprintf(format, args...)
	return f
}

// related adds another place that takes part.
func (f *finding) related(at Span, message string) *finding {
	f.Related = append(f.Related, Related{Span: at, Message: message})
	return f
}

// relatedField adds the field that takes part, if there is one.
func (f *finding) relatedField(field *Field) {
	if field != nil {
		f.related(field.Span, "the field")
	}
}

// diagnostics returns the findings sorted, each once, and no more than
// maxFindings of them.
func (fs *findings) diagnostics() Diagnostics {
	var ds Diagnostics
	for _, f := range fs.all {
		ds = append(ds, f.Diagnostic)
	}
	return ds.Sorted().capped(fs.dropped)
}
