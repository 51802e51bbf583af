package schema

import (
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// report turns the tree of errors of jsonschema into a list. Its messages are
// not taken over: some quote the instance.
type report struct {
	library  *library
	instance any
}

// finding is one leaf of the tree.
type finding struct {
	pointer string         // of the value at fault
	value   any            // the value at fault: for kinds and counts, never to be shown
	keyword string         // that it does not satisfy
	rule    any            // what the schema has under the keyword
	schema  map[string]any // that the keyword stands in
}

func (r *report) violations(err *jsonschema.ValidationError) []Violation {
	return sorted(r.collect(err, nil))
}

func (r *report) collect(err *jsonschema.ValidationError, found []Violation) []Violation {
	if !isLeaf(err) {
		for _, cause := range err.Causes {
			found = r.collect(cause, found)
		}
		return found
	}
	f := r.finding(err)
	pointer := strings.ReplaceAll(f.pointer, emptyName, "")
	for _, message := range f.messages() {
		found = append(found, Violation{Pointer: pointer, Keyword: f.keyword, Message: message})
	}
	return found
}

// isLeaf reports whether an error speaks for itself. A choice of branches
// does: what each branch says of its own is beside the point. An error without
// message only holds others together.
func isLeaf(err *jsonschema.ValidationError) bool {
	if len(err.Causes) == 0 {
		return true
	}
	choice := strings.HasSuffix(err.AbsoluteKeywordLocation, "/anyOf") ||
		strings.HasSuffix(err.AbsoluteKeywordLocation, "/oneOf")
	return choice && err.Message != ""
}

func (r *report) finding(err *jsonschema.ValidationError) finding {
	url, location, _ := strings.Cut(err.AbsoluteKeywordLocation, "#")
	location = plainPointer(location)
	parent, keyword := "", ""
	if i := strings.LastIndexByte(location, '/'); i >= 0 {
		parent, keyword = location[:i], location[i+1:]
	}
	pointer := plainPointer(err.InstanceLocation)
	schema, _ := lookup(r.library.text(url), parent).(map[string]any)
	return finding{
		pointer: pointer,
		value:   lookup(r.instance, pointer),
		keyword: keyword,
		rule:    schema[keyword],
		schema:  schema,
	}
}

// messages says what is wrong: once for each member that is missing or too
// much, and once for everything else.
func (f finding) messages() []string {
	switch f.keyword {
	case "required":
		return f.missing()
	case "additionalProperties":
		return f.unknown()
	}
	return []string{f.message()}
}

func (f finding) missing() []string {
	members, _ := f.value.(map[string]any)
	var out []string
	for _, name := range texts(f.rule) {
		if _, ok := members[name]; !ok {
			out = append(out, "missing member "+strconv.Quote(name))
		}
	}
	return out
}

func (f finding) unknown() []string {
	members, _ := f.value.(map[string]any)
	known, _ := f.schema["properties"].(map[string]any)
	var out []string
	for name := range members {
		if _, ok := known[name]; !ok {
			out = append(out, "unknown member "+strconv.Quote(strings.ReplaceAll(name, emptyName, "")))
		}
	}
	return out
}
