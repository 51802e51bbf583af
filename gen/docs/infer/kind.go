package infer

import "strings"

// kinds are the types that pages state, by name.
var kinds = map[string]Kind{
	"string": String, "text": String, "int": Int, "integer": Int, "long": Int, "number": Number, "float": Number, "double": Number,
	"bool": Bool, "boolean": Bool, "object": Named, "map": Named, "array": List, "list": List,
}

// kindOf reads a type that a page states, nil if it is none that is known:
// a name, perhaps of the items of a list, and perhaps null too.
func kindOf(text string) *Shape {
	text, nullable := cutNull(strings.ToLower(strings.TrimSpace(text)))
	for _, form := range [][2]string{{"[]", ""}, {"", "[]"}, {"[", "]"}, {"array<", ">"}, {"list<", ">"}, {"array of ", ""}, {"list of ", ""}} {
		if name, found := between(text, form); found {
			if kind, known := itemKind(name); known {
				return &Shape{Kind: List, Elem: &Shape{Kind: kind}, Nullable: nullable}
			}
		}
	}
	if kind, known := kinds[text]; known {
		return &Shape{Kind: kind, Nullable: nullable}
	}
	return nil
}

func between(text string, form [2]string) (string, bool) {
	text, begins := strings.CutPrefix(text, form[0])
	text, ends := strings.CutSuffix(text, form[1])
	return text, begins && ends
}

// itemKind is the kind of items by a name that can be a plural.
func itemKind(name string) (Kind, bool) {
	if kind, known := kinds[name]; known {
		return kind, true
	}
	kind, known := kinds[strings.TrimSuffix(name, "s")]
	return kind, known
}

// cutNull takes null out of a list of alternatives.
func cutNull(text string) (rest string, nullable bool) {
	if rest, found := strings.CutPrefix(text, "nullable "); found {
		return rest, true
	}
	var kept []string
	for _, one := range strings.FieldsFunc(strings.ReplaceAll(text, " or ", "|"), func(c rune) bool { return c == '|' || c == '/' }) {
		if one = strings.TrimSpace(one); one == "null" {
			nullable = true
		} else {
			kept = append(kept, one)
		}
	}
	if !nullable {
		return text, false
	}
	return strings.Join(kept, "|"), true
}
