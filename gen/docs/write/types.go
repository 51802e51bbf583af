package write

import (
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// fieldType writes the type of a field.
func (e *emitter) fieldType(f *infer.Field, owner string) string {
	if len(f.Enum) > 0 && (f.Shape.Kind == infer.String || f.Shape.Kind == infer.Open) {
		return e.enum(f, owner)
	}
	return e.typeOf(f.Shape, owner, f.Name)
}

// typeOf writes the type of a shape; an object is declared, and named by hint.
func (e *emitter) typeOf(s *infer.Shape, owner, hint string) string {
	if s == nil {
		return "any"
	}
	switch s.Kind {
	case infer.Bool:
		return "bool"
	case infer.Int:
		return "int"
	case infer.Number:
		return "number"
	case infer.String:
		if s.Timestamp {
			return "timestamp"
		}
		return "string"
	case infer.List:
		return "{list: " + e.elem(s, owner, singular(hint)) + "}"
	case infer.Map, infer.Named:
		return "{map: " + e.elem(s, owner, singular(hint)) + "}"
	case infer.Object:
		return e.object(s, owner, hint)
	}
	return "any"
}

func (e *emitter) elem(s *infer.Shape, owner, hint string) string {
	typ := e.typeOf(s.Elem, owner, hint)
	if s.Elem != nil && s.Elem.Nullable && typ != "any" {
		return "{nullable: " + typ + "}"
	}
	return typ
}

func singular(s string) string {
	if strings.HasSuffix(s, "ss") || len(s) < 3 {
		return s
	}
	return strings.TrimSuffix(s, "s")
}

// object declares the type of an object.
func (e *emitter) object(s *infer.Shape, owner, hint string) string {
	body := e.fields(s.Fields, owner, "      ", "type/"+owner+"/"+hint, false)
	if len(body) == 0 {
		return "{map: any}"
	}
	lines := append([]line{{text: "    fields:"}}, body...)
	return e.declare(Pascal(hint), sign(lines), lines, s.Span, Pascal(owner))
}

// sign is what tells types apart: their text without the lines of the page.
func sign(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		text := l.text
		if before, after, found := strings.Cut(text, ", line: "); found {
			_, after, _ = strings.Cut(after, ",")
			text = before + "," + after
		}
		b.WriteString(text + "\n")
	}
	return b.String()
}

// declare declares a type under the first of the names that is free, unless
// there is one that is the same.
func (e *emitter) declare(name, sign string, body []line, where spec.Span, prefix ...string) string {
	if have := e.bySign[name+"\n"+sign]; have != "" {
		return have
	}
	given := name
	if e.taken[name] && len(prefix) > 0 {
		name = prefix[0] + name
	}
	for n := 2; e.taken[name]; n++ {
		name = fmt.Sprintf("%s%d", given, n)
	}
	e.taken[name] = true
	e.bySign[given+"\n"+sign] = name
	key := "type/" + name
	head := []line{{text: ""}, {"  " + name + ":" + at(where), key}}
	if goName := e.goNames[key]; goName != "" {
		head = append(head, line{text: "    go_name: " + goName})
	}
	e.types = append(append(e.types, head...), body...)
	return name
}

// enum declares the values that the page lists.
func (e *emitter) enum(f *infer.Field, owner string) string {
	var values []string
	for i, v := range f.Enum {
		value := Quote(v.Text)
		if goName := e.goNames["value/"+v.Text]; goName != "" {
			value = fmt.Sprintf("{value: %s, go_name: %sValue%d}", value, Pascal(f.Name), i+1)
		}
		values = append(values, value)
	}
	body := []line{{"    enum: [" + strings.Join(values, ", ") + "]", "enum/" + f.Name}}
	if !f.Open {
		body = append(body, line{text: "    closed: true"})
	}
	return e.declare(Pascal(f.Name), sign(body), body, f.Enum[0].Span, Pascal(owner))
}
