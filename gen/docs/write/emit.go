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
