package main

import (
	"encoding/json"
	"io"

	"github.com/webhookgen/webhookgen/spec"
)

// jsonDiagnostic is a finding as programs read it. Lines and columns count
// from 1, columns in characters; a finding about the whole file has neither.
type jsonDiagnostic struct {
	File     string        `json:"file"`
	Line     int           `json:"line,omitempty"`
	Column   int           `json:"column,omitempty"`
	Width    int           `json:"width,omitempty"`
	Severity spec.Severity `json:"severity"`
	Code     string        `json:"code"`
	Message  string        `json:"message"`
	Help     string        `json:"help,omitempty"`
	Related  []jsonRelated `json:"related,omitempty"`
}

type jsonRelated struct {
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Width   int    `json:"width"`
	Message string `json:"message"`
}

func jsonDiagnostics(path string, found spec.Diagnostics) []jsonDiagnostic {
	out := []jsonDiagnostic{}
	for _, d := range found {
		j := jsonDiagnostic{File: path, Line: d.Span.Start.Line, Column: d.Span.Start.Column, Width: d.Span.Width,
			Severity: d.Severity, Code: d.Code, Message: d.Message, Help: d.Help}
		for _, r := range d.Related {
			j.Related = append(j.Related, jsonRelated{Line: r.Span.Start.Line, Column: r.Span.Start.Column,
				Width: r.Span.Width, Message: r.Message})
		}
		out = append(out, j)
	}
	return out
}

// writeJSON writes v for programs that people debug: indented, and without
// the escapes that only HTML needs.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
