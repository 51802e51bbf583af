package jsonschema

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/spec"
)

// Options say what schemas cannot.
type Options struct {
	Provider string // its name: lower-case letters and digits
	Header   string // that tells the event; "" if none does
	Member   string // of the body that tells the action; "" if it is to be found
	Open     bool   // members, values and variants that come later are accepted
}

// Result is what has been made of schemas.
type Result struct {
	Text    []byte
	Actions int
	Notes   []Note // in the order of the files
}

// maxTries bounds how often names are chosen anew.
const maxTries = 40

// Import reads a schema, or all *.json files of a folder, and writes a
// specification that the checker accepts. The error is an *Error where a file
// or schema is at fault.
func Import(in fs.FS, name string, opts Options) (*Result, error) {
	docs, err := load(in, name)
	if err != nil {
		return nil, err
	}
	e := newEvaluator(docs)
	actions := e.findActions()
	if e.err == nil && len(actions) == 0 {
		return nil, &Error{File: name, Problem: "no schema in it describes an action: name one by a top-level schema, oneOf, or definitions named event$action"}
	}
	out := newEmitter(e, opts)
	route := out.route(actions, opts)
	for range maxTries {
		lines := out.document(actions, route, opts)
		if e.err != nil {
			return nil, e.err
		}
		text := joined(lines)
		_, wrong := plan.Parse("import", text)
		changed, err := out.learn(lines, wrong)
		if err != nil {
			return nil, &Error{File: name, Problem: err.Error()}
		}
		if !changed {
			return &Result{Text: text, Actions: len(actions), Notes: e.notes.sorted()}, nil
		}
	}
	return nil, &Error{File: name, Problem: "the schemas have too many names that cannot be told apart in Go"}
}

func joined(lines []line) []byte {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// learn takes from findings what has to be written in another way. The error
// is a finding that no other writing mends.
func (e *emitter) learn(lines []line, wrong spec.Diagnostics) (changed bool, err error) {
	var first error
	for _, d := range wrong {
		l := lines[min(max(d.Span.Start.Line-1, 0), len(lines)-1)]
		kind, name, _ := strings.Cut(l.key, " ")
		switch {
		case d.Code == "variants-alike" && e.leaveOut(name, l.text, d.Span.Start.Column):
			changed = true
		case kind == "trial" && strings.HasPrefix(d.Code, "variant"):
			changed = e.keepShut(name) || changed
			if d.Severity == spec.Error && first == nil {
				first = fmt.Errorf("the union %s cannot be said: %s", name, d.Message)
			}
		case d.Severity != spec.Error:
		case strings.HasPrefix(d.Code, "go-name") && l.key != "", d.Code == "file-name-collision" && l.key != "":
			e.rename(l.key)
			changed = true
		case first == nil:
			first = fmt.Errorf("line %d of the specification would be %q: %s", d.Span.Start.Line, clip(strings.TrimSpace(l.text)), d.Message)
		}
	}
	if changed {
		return true, nil
	}
	return false, first
}

// keepShut closes the objects and enums of a union that could not be told apart if they
// were open, and says so.
func (e *emitter) keepShut(union string) bool {
	changed := false
	for _, name := range e.trials[union] {
		if e.open && !e.shut[name] {
			e.shut[name], changed = true, true
			if at := e.places[name]; at != nil {
				e.notes.add(at, "stays-closed", "the variants of %s could not be told apart if they were open: %s stays closed", union, name)
			}
		}
	}
	return changed
}

// rename gives another Go name to what stands under key.
func (e *emitter) rename(key string) {
	kind, name, _ := strings.Cut(key, " ")
	if kind == "field" || kind == "value" {
		_, name, _ = strings.Cut(name, " ")
	}
	try := 1
	for have := e.fixed[key]; have != "" && have != named(kind, name, try-1); try++ {
		if try > maxTries {
			break
		}
	}
	e.fixed[key] = named(kind, name, try)
}

// named is the Go name of a try, from 1.
func named(kind, name string, try int) string {
	if try == 0 {
		return ""
	}
	switch kind {
	case "action":
		return goNameOf(name+" event", try)
	case "type":
		return goNameOf(name+" type", try)
	}
	return goNameOf(name, try)
}

// route is how actions are told.
type route struct {
	header, member string
}

// route finds out how actions are told, and names them by it.
func (e *emitter) route(actions []found, opts Options) route {
	r := route{header: opts.Header, member: opts.Member}
	perEvent := slices.ContainsFunc(actions, func(a found) bool { return a.event != "" })
	switch {
	case perEvent:
		if r.member == "" {
			r.member = "action"
		}
		if r.header == "" {
			r.header = e.guessedHeader(actions)
		}
	case r.header == "":
		member, values := e.told(actions, opts.Member)
		if member == "" {
			r.member, r.header = "", e.guessedHeader(actions)
			break
		}
		r.member = member
		for i := range actions {
			actions[i].name = values[i]
		}
	}
	return r
}

// guessedHeader stands in for the header that tells an event.
func (e *emitter) guessedHeader(actions []found) string {
	note := e.notes.add(actions[0].schema, "no-discriminator", "nothing in the schemas tells the events apart: the header X-Event stands in for what does")
	note.Help = "say it with -action-header or -action-member"
	return "X-Event"
}

// document writes the whole file.
func (e *emitter) document(actions []found, r route, opts Options) []line {
	e.restart()
	for _, a := range actions {
		e.names[strings.ToLower(typeNameOf(a.name))] = true
	}
	body, groups := e.actions(actions)
	var out []line
	add := func(format string, args ...any) { out = append(out, line{text: fmt.Sprintf(format, args...)}) }
	add("webhookgen: 1")
	add("")
	add("provider: {name: %s, version: %q}", opts.Provider, "1")
	if len(groups) > 0 {
		add("")
		add("groups:")
		for _, g := range groups {
			add("  - name: %s", write.Quote(g))
		}
	}
	add("")
	add("envelope:")
	add("  action: {%s}", r.text(opts.Open))
	add("  payload: {body: true}")
	if len(e.types) > 0 {
		add("")
		add("types:")
		for _, t := range e.types {
			out = append(out, t...)
		}
	}
	add("")
	add("actions:")
	return append(out, body...)
}

func (r route) text(open bool) string {
	var parts []string
	if r.header != "" {
		parts = append(parts, "header: "+write.Quote(r.header))
	}
	if r.member != "" {
		parts = append(parts, "member: "+write.Quote(r.member))
	}
	if r.header != "" && r.member != "" && !open {
		parts = append(parts, "closed: true")
	}
	return strings.Join(parts, ", ")
}

// actions writes the actions, and lists the groups.
func (e *emitter) actions(actions []found) (out []line, groups []string) {
	for _, a := range actions {
		key := "action " + a.name
		out = append(out, line{"  " + write.Quote(a.name) + ":", key})
		if goName := e.fixed[key]; goName != "" {
			out = append(out, line{text: "    go_name: " + goName})
		}
		if a.event != "" {
			if !slices.Contains(groups, a.event) {
				groups = append(groups, a.event)
			}
			out = append(out, line{text: "    group: " + write.Quote(a.event)})
		}
		for _, note := range documentation(a.schema) {
			out = append(out, line{text: "    " + note})
		}
		out = append(out, line{text: "    payload: " + e.payloadType(a)})
	}
	return out, groups
}

// payloadType declares the payload of an action.
func (e *emitter) payloadType(a found) string {
	s := e.eval(a.schema)
	if s.null || s.bools != [2]bool{} || *s.only(objectKind) != *s {
		e.notes.add(a.schema, "payload-kind", "the payload of %q can be other than an object: that is refused", clip(a.name)).Refuses = true
	}
	p := s.kinds[objectKind]
	if p == nil {
		p = anyObject
	}
	name := a.name + " body"
	have := e.byPart[p]
	if c, ok := p.(*choice); ok && !e.payload[c] {
		// What stands for it in a member can be told by that member, which a
		// payload cannot.
		e.payload[c] = true
		return e.declareChoice(c, name)
	}
	if have != "" {
		return have
	}
	switch p := p.(type) {
	case *object:
		if len(p.fields) > plan.MaxFields || len(p.fields) == 0 && !e.isClosed(p) {
			e.objectType(p, a.name, "body") // notes what is lost
			have := e.claim(name)
			e.declare(have, nil)("fields: {}")
			return have
		}
		return e.declareObject(p, name)
	}
	return ""
}
