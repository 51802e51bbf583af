package spec

import (
	"cmp"
	"fmt"
	"slices"
)

// Position is a place in a file. Lines and columns count from 1, columns in
// characters; the zero Position is no place.
type Position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// Span is a stretch of one line of a file: Width characters from Start.
type Span struct {
	Start Position
	Width int
}

// Severity grades a Diagnostic.
type Severity string

// The severities. Only an Error keeps a specification from being used.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Diagnostic is one finding about a specification.
type Diagnostic struct {
	Severity Severity
	Code     string // one for each rule, lower-case words joined by dashes
	Span     Span
	Message  string    // what is wrong, without a full stop
	Help     string    // what to do, or empty
	Related  []Related // other places that take part
}

// Related is another place that a Diagnostic speaks of.
type Related struct {
	Span    Span
	Message string
}

// Diagnostics is a list of findings.
type Diagnostics []Diagnostic

// HasErrors says whether any finding is an Error.
func (ds Diagnostics) HasErrors() bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sorted returns the findings in the order of the file, each once.
func (ds Diagnostics) Sorted() Diagnostics {
	out := slices.Clone(ds)
	key := func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Span.Start.Line, b.Span.Start.Line),
			cmp.Compare(a.Span.Start.Column, b.Span.Start.Column),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message))
	}
	slices.SortStableFunc(out, key)
	return slices.CompactFunc(out, func(a, b Diagnostic) bool { return key(a, b) == 0 })
}

// And returns the findings of both, sorted, and no more than are worth reading
// at once. Those of more are left out where ds has an error at the same place:
// they follow from it.
func (ds Diagnostics) And(more Diagnostics) Diagnostics {
	if len(ds) > maxFindings {
		return ds
	}
	at := map[Position]bool{{}: true}
	for _, d := range ds {
		if d.Severity == Error {
			at[d.Span.Start] = true
		}
	}
	out := slices.Clone(ds)
	for _, d := range more {
		if !at[d.Span.Start] {
			out = append(out, d)
		}
	}
	return out.Sorted().capped(0)
}

// capped returns the first findings and how many there are beside them;
// dropped are counted and not among ds.
func (ds Diagnostics) capped(dropped int) Diagnostics {
	if len(ds) <= maxFindings {
		return ds
	}
	severity := Warning
	if ds[maxFindings:].HasErrors() {
		severity = Error
	}
	more := Diagnostic{
		Severity: severity, Code: "more-findings", Span: ds[maxFindings].Span,
		Message: fmt.Sprintf("and %d more findings", len(ds)-maxFindings+dropped),
		Help:    "mend those above first",
	}
	return append(ds[:maxFindings:maxFindings], more)
}
