package spec

import (
	"regexp"
	"slices"
)

// docKeys can stand on actions, types, fields and enum values.
var docKeys = []string{"notes", "since", "deprecated", "remarks", "go_name"}

// withDoc is keys and docKeys.
func withDoc(keys ...string) []string { return slices.Concat(keys, docKeys) }

// goNameForm is all that this package knows of Go: what an exported name
// looks like. Whether it collides is for the planner to say.
var goNameForm = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

// doc reads docKeys; section and field stand in where a remark names none.
func (m *mapping) doc(section, field string) Doc {
	d := Doc{
		Notes:      m.text("notes"),
		Since:      m.text("since"),
		Deprecated: m.someText("deprecated"),
		Remarks:    m.remarks(m.get("remarks"), section, field),
		GoName:     m.goName(),
	}
	if d.GoName != "" {
		d.GoNameSpan = m.get("go_name").span
	}
	return d
}

func (m *mapping) goName() string {
	name := m.pattern("go_name", "bad-go-name", goNameForm, "it must be letters and digits, an upper-case letter first, such as ChatID")
	if len(name) > maxName {
		m.add("bad-go-name", m.get("go_name").span, "go_name has %d characters, and %d are the limit", len(name), maxName)
	}
	return name
}
