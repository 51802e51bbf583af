package write

import (
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// line is a line of the specification; key names what stands on it, for the
// override of its Go name.
type line struct{ text, key string }

// emitter writes the parts of a specification.
type emitter struct {
	types    []line
	bySign   map[string]string // names of the declared types by what they are
	taken    map[string]bool   // names that no type can have
	goNames  map[string]string // overrides by key
	noSample map[string]bool   // actions whose sample does not fit
	apis     map[string]string // ids of the push APIs by what the page calls them
	pushes   map[string]string // actions by the name of their push
	says     []infer.Finding   // of the page
	found    spec.Diagnostics
}

func newEmitter() *emitter {
	return &emitter{bySign: map[string]string{}, taken: map[string]bool{}, goNames: map[string]string{}, noSample: map[string]bool{},
		apis: map[string]string{}, pushes: map[string]string{}}
}

// at is the comment that says where something stands on the page.
func at(s spec.Span) string {
	if s.Start.Line == 0 {
		return ""
	}
	return fmt.Sprintf("  # page %d", s.Start.Line)
}

// action writes an action of two columns' indentation.
func (e *emitter) action(a *infer.Action) []line {
	var out []line
	add := func(format string, args ...any) {
		out = append(out, line{text: fmt.Sprintf(format, args...)})
	}
	for _, link := range a.Links {
		add("  # see %s: %s", comment(link.Text), comment(link.Link))
	}
	key := "action/" + a.Name
	out = append(out, line{"  " + Quote(a.Name) + ":" + at(a.Span), key})
	if name := e.goNames[key]; name != "" {
		add("    go_name: %s", name)
	}
	if a.Group != "" {
		add("    group: %s", Quote(a.Group))
	}
	if a.Notes != "" {
		add("    notes: %s", Quote(a.Notes))
	}
	if len(a.Push) > 0 {
		add("    push: [%s]%s", strings.Join(e.push(a), ", "), at(a.PushAt))
	}
	out = append(out, e.remarks(a.Name, "    ")...)
	out = append(out, e.payload(a, key)...)
	if a.Sample != nil && !e.noSample[a.Name] && fits(a) {
		out = append(out, line{"    sample: " + string(a.Sample), key + "/sample"})
	}
	return out
}

// fits says whether the sample is worth having: an action without fields has
// nothing to show.
func fits(a *infer.Action) bool { return a.Payload != nil && len(a.Sample) < 1<<16 }

// push writes the pushes of an action.
func (e *emitter) push(a *infer.Action) []string {
	var out []string
	for _, p := range a.Push {
		id := e.apis[p.API]
		name := p.Name
		if owner := e.pushes[name]; !validName(name) || owner != "" && owner != a.Name {
			name = a.Name
		}
		e.pushes[name] = a.Name
		if name == a.Name {
			out = append(out, id)
			continue
		}
		out = append(out, fmt.Sprintf("{api: %s, name: %s}", id, Quote(name)))
	}
	return out
}

// payload writes the fields of an action, or the list that it is.
func (e *emitter) payload(a *infer.Action, key string) []line {
	s := a.Payload
	if s != nil && s.Kind == infer.List {
		elem := e.typeOf(s.Elem, a.Name, a.Name+"_item")
		sign := "shapes: {wrapper: items, type: {list: " + elem + "}}"
		name := e.declare(Pascal(a.Name)+"List", sign, []line{{text: "    notes: The payload is a list."}, {text: "    " + sign}}, s.Span)
		return []line{{text: "    payload: " + name}}
	}
	if s == nil || len(s.Fields) == 0 {
		return []line{{text: "    fields: {}"}}
	}
	return append([]line{{text: "    fields:"}}, e.fields(s.Fields, a.Name, "      ", key, true)...)
}

// fields writes the members of an object.
func (e *emitter) fields(fields []*infer.Field, owner, in, key string, places bool) []line {
	var out []line
	for _, f := range fields {
		if validName(f.Name) {
			out = append(out, e.field(f, owner, in, key+"/"+f.Name, places)...)
		}
	}
	return out
}

// field writes a member. Where it stands on the page is left out of types,
// which can stand for several places.
func (e *emitter) field(f *infer.Field, owner, in, key string, places bool) []line {
	place := ""
	if places {
		place = at(f.Span)
	}
	typ := e.fieldType(f, owner)
	extra := e.extras(f, typ, key)
	name := in + Quote(f.Name) + ":"
	if len(extra) == 0 {
		return []line{{name + " " + typ + place + named(f.Shape, places), key}}
	}
	out := []line{{name + place + named(f.Shape, places), key}, {text: in + "  type: " + typ}}
	for _, x := range extra {
		out = append(out, line{text: in + "  " + x})
	}
	return out
}

// named says what the page calls an object that it does not show.
func named(s *infer.Shape, places bool) string {
	if !places || s == nil || s.Name == "" {
		return ""
	}
	return ", " + comment(s.Name)
}

// extras are the keys of a field beside its type.
func (e *emitter) extras(f *infer.Field, typ, key string) []string {
	var out []string
	if name := e.goNames[key]; name != "" {
		out = append(out, "go_name: "+name)
	}
	doubt := Doubt(f)
	switch {
	case f.Optional == infer.Yes:
		out = append(out, "optional: true")
	case doubt != "":
		out = append(out, "optional: observed")
	}
	if f.Shape.Nullable && typ != "any" {
		out = append(out, "nullable: true")
	}
	if f.Notes != "" {
		out = append(out, "notes: "+Quote(f.Notes))
	}
	if doubt != "" {
		out = append(out, "remarks: ["+doubt+"]")
	}
	return out
}

// doubts are what remarks say of the members that may be missing though
// nothing marks them, by rule.
var doubts = map[string]string{
	"field-not-in-sample": "The field is described, and the sample lacks it.",
	"trailing-ellipsis":   "An ellipsis beside the member stands for others, and says of none that it is always there.",
	"not-in-every-sample": "Some of the samples lack it.",
	"optional-by-note":    "A note says when it is there, and nothing marks it.",
}

// Doubt is the remark on a member that may be missing though nothing marks it;
// empty if there is no doubt.
func Doubt(f *infer.Field) string {
	rule := f.Doubt()
	if rule == "" {
		return ""
	}
	return fmt.Sprintf("{rule: %s, line: %d, says: %s, taken: Optional.}", rule, f.Span.Start.Line, Quote(doubts[rule]))
}

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

// remarks writes the contradictions of a section that bear on deliveries.
func (e *emitter) remarks(section, in string) []line {
	var out []line
	seen := map[string]bool{}
	for _, f := range e.says {
		if !f.Meaning || f.Section != section || seen[f.Code+f.Field] {
			continue
		}
		seen[f.Code+f.Field] = true
		if len(out) == 0 {
			out = append(out, line{text: in + "remarks:"})
		}
		taken := f.Help
		if taken == "" {
			taken = "what the specification has"
		}
		head := in + "  - {"
		if section == "" {
			head += "section: page, "
		}
		if f.Field != "" {
			head += "field: " + Quote(f.Field) + ", "
		}
		out = append(out, line{text: head + fmt.Sprintf("rule: %s, line: %d, says: %s, taken: %s}", f.Code, f.Span.Start.Line, Quote(f.Message), Quote(taken))})
	}
	return out
}
