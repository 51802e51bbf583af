package spec

import (
	"bytes"
	"encoding/json"
)

// jsonDiagnostic is a Diagnostic as other tools read it.
type jsonDiagnostic struct {
	File string `json:"file"`
	Position
	Severity Severity      `json:"severity"`
	Code     string        `json:"code"`
	Message  string        `json:"message"`
	Help     string        `json:"help"`
	Related  []jsonRelated `json:"related"`
}

type jsonRelated struct {
	Position
	Message string `json:"message"`
}

// JSON returns the findings as a JSON list of objects with file, line, column,
// severity, code, message, help and related places. file is the path as the
// user gave it.
func (ds Diagnostics) JSON(file string) ([]byte, error) {
	list := []jsonDiagnostic{}
	for _, d := range ds {
		related := []jsonRelated{}
		for _, other := range d.Related {
			related = append(related, jsonRelated{other.Span.Start, other.Message})
		}
		list = append(list, jsonDiagnostic{file, d.Span.Start, d.Severity, d.Code, d.Message, d.Help, related})
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(list); err != nil {
		return nil, err
	}
	return text.Bytes(), nil
}
