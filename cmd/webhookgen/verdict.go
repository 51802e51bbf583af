package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/templates/runtime"
	"github.com/webhookgen/webhookgen/templates/runtime/schema"
)

// verdict is what is said of one JSON value.
type verdict struct {
	Source     string          `json:"source"` // file, or - for standard input
	Line       int             `json:"line"`   // at which the value begins
	Offset     int64           `json:"offset"` // at which the value begins
	Valid      bool            `json:"valid"`
	Action     string          `json:"action,omitempty"`  // as far as it can be told
	Unknown    bool            `json:"unknown,omitempty"` // the specification lacks the action
	Error      string          `json:"error,omitempty"`   // why the text is no sound JSON, with the byte of the source
	Violations []jsonViolation `json:"violations,omitempty"`
}

type jsonViolation struct {
	Pointer string `json:"pointer"`
	Rule    string `json:"rule"` // keyword of the schema
	Message string `json:"message"`
}

// judge fills in what the judge says of text.
func (v *verdict) judge(j *judge, text []byte) {
	err := j.validate(text)
	v.Valid = err == nil
	v.Violations = violationsOf(err)
	if err != nil && v.Violations == nil {
		v.Error = v.problem(err)
		return
	}
	name, known := j.action(text)
	v.Action, v.Unknown = name, !known && (name != "" || v.Valid) // "" is an action that nobody knows, too
}

// problem says why a text is no sound JSON. Bytes are counted from the start of
// the source, where a person looks for them.
func (v *verdict) problem(err error) string {
	var unsound *runtime.SyntaxError
	if !errors.As(err, &unsound) {
		return err.Error()
	}
	return fmt.Sprintf("invalid JSON at byte %d: %s", v.Offset+int64(unsound.Offset), unsound.Problem)
}

// violationsOf returns the violations that err lists, nil if it is of another
// kind.
func violationsOf(err error) []jsonViolation {
	var invalid *schema.ValidationError
	if !errors.As(err, &invalid) {
		return nil
	}
	list := []jsonViolation{}
	for _, v := range invalid.Violations {
		list = append(list, jsonViolation{Pointer: v.Pointer, Rule: v.Keyword, Message: v.Message})
	}
	return list
}

// namedBy returns a function that finds the action of a delivery or push at a
// path of members. The text has been found to be sound JSON.
func namedBy(path []string, known func(string) bool) func([]byte) (string, bool) {
	return func(text []byte) (string, bool) {
		for _, member := range path {
			var members map[string]json.RawMessage
			if json.Unmarshal(text, &members) != nil {
				return "", false
			}
			text = members[member]
		}
		var name string
		if json.Unmarshal(text, &name) != nil {
			return "", false
		}
		return name, known(name)
	}
}

// text writes a verdict for people, in one line.
func (v *verdict) text(p *program) string {
	place := printable(v.Source)
	if v.Line > 1 {
		place += fmt.Sprintf(":%d", v.Line)
	}
	word := p.green(p.stdout, "valid")
	if !v.Valid {
		word = p.red(p.stdout, "invalid")
	}
	line := place + ": " + word
	if v.Action != "" {
		line += " " + printable(v.Action)
	}
	if v.Unknown {
		line += p.yellow(p.stdout, " (unknown action)")
	}
	return line + v.reasons()
}

// reasons is what follows the verdict: everything that is wrong.
func (v *verdict) reasons() string {
	if v.Error != "" {
		return ": " + printable(v.Error)
	}
	var list []string
	for _, w := range v.Violations {
		pointer := w.Pointer
		if pointer == "" {
			pointer = "(root)"
		}
		list = append(list, printable(pointer)+": "+printable(w.Message))
	}
	if list == nil {
		return ""
	}
	return ": " + strings.Join(list, "; ")
}
