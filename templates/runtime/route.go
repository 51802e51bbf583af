package runtime

import (
	"net/http"
	"strconv"
	"strings"
)

// routing says what tells the action of a delivery, where that is not a member
// of the envelope for nothing else. With both a header and a path the action is
// the header's value, or that, a dot and the member's value: see eventActions.
type routing struct {
	header string   // canonical name, or ""
	path   []string // names of the members that lead to the one that tells it
	// payload is how many of them lead to the payload: where none is read,
	// nobody else finds fault with what lies below. It is -1 if they lead
	// elsewhere, to declared fields.
	payload int
	closed  bool // an event that has actions has no others
}

// routed fills v from the body at p, after a look ahead for its action.
func (d *decoder) routed(p int, v *Delivery, header http.Header) int {
	before := d.count
	action, told := d.route(p, header)
	if !told && !d.collecting {
		return -1
	}
	if told && d.drift != nil && !action.Known() {
		d.below(route.path, func() { d.noteDrift(DriftAction, "") })
	}
	v.Action = action
	d.await = awaited{hasAction: told, action: action, skip: !told}
	p = v.readBody(d, p)
	if p >= 0 && !told && d.count == before { // not met: the fields on the way to the member are required
		d.add(Violation{Rule: RuleRequired, Member: route.path[0]})
	}
	return p
}

// route finds the action of the delivery whose body is at p. If that is not to
// be found, told is false.
func (d *decoder) route(p int, header http.Header) (action Action, told bool) {
	if route.header == "" {
		name, t := d.tell(p)
		if !t.found {
			d.untold(t)
		}
		return Action(name), t.found
	}
	event, ok := d.textHeader(header, route.header)
	switch {
	case !ok:
		return "", false
	case event == "":
		return "", d.wrongHeader(route.header, "a value", "none")
	case len(route.path) == 0:
		return Action(event), true
	case strings.Contains(event, "."):
		return "", d.wrongHeader(route.header, "no dot", "one")
	}
	return d.eventAction(p, event)
}

// eventAction finds the action of an event: that of the event and what the
// member has, if there is one, or else that of the event alone.
func (d *decoder) eventAction(p int, event string) (action Action, told bool) {
	name, t := d.tell(p)
	actions := eventActions[event]
	alone := Action(event)
	switch {
	case t.broken:
		return "", false
	case t.found && actions[name] != "":
		return actions[name], true
	case alone.Known():
		return alone, true
	case actions != nil && t.got != "":
		d.untold(t)
		return "", false
	case actions != nil && route.closed:
		d.noneOf(t)
		return "", false
	case !t.found:
		return alone, true
	}
	return Action(event + "." + name), true
}

// telling is what became of the way to the member that tells the action.
type telling struct {
	found  bool
	broken bool   // it is no sound text: the walk finds that, or what is before it
	level  int    // how many members of the path there are
	got    string // kind of the last of them, if it is of the wrong one
	want   string
}

// tell returns the text of the member that tells the action of the body at p.
func (d *decoder) tell(p int) (string, telling) {
	for i, name := range route.path {
		if d.text[p] != '{' {
			return "", telling{level: i, want: "object", got: d.kind(p).String()}
		}
		if p = d.member(p, name); p < 0 {
			return "", telling{level: i}
		}
	}
	t := telling{level: len(route.path)}
	if d.text[p] != '"' {
		t.want, t.got = "string", d.kind(p).String()
		return "", t
	}
	name, after := d.string(p)
	if t.found = after >= 0; !t.found {
		t.broken, d.problem = true, ""
	}
	return name, t
}

// untold notes why the member that tells the action does not, unless the walk
// through the envelope will.
func (d *decoder) untold(t telling) {
	switch {
	case !d.collecting, t.broken, route.payload < 0, t.level < route.payload:
	case t.got != "":
		d.addAt(route.path[:t.level], Violation{Rule: RuleType, Want: t.want, Got: t.got})
	default:
		d.addAt(route.path[:t.level], Violation{Rule: RuleRequired, Member: route.path[t.level]})
	}
}

// noneOf notes that an event has none of the actions that it can have, unless
// the walk through the envelope finds fault on the way to the member.
func (d *decoder) noneOf(t telling) {
	last := len(route.path) - 1
	switch {
	case !d.collecting, t.level < route.payload, route.payload < 0 && t.level < last:
	case t.found:
		d.addAt(route.path, Violation{Rule: RuleEnum, Want: "an action of the event", Got: kindString.String()})
	default:
		d.addAt(route.path[:t.level], Violation{Rule: RuleRequired, Member: route.path[t.level]})
	}
}

// addAt notes a violation below the current place.
func (f *findings) addAt(path []string, v Violation) { f.below(path, func() { f.add(v) }) }

// below calls note at a place below the current one.
func (f *findings) below(path []string, note func()) {
	for _, name := range path {
		f.enterMember(name)
	}
	note()
	for range path {
		f.leave()
	}
}

// routed checks that what v is written as tells its action. What keeps it from
// being written has been said.
func (c *validation) routed(v *Delivery, header http.Header) {
	text, err := appendJSON(nil, v)
	if c.count > 0 || err != nil {
		return
	}
	d := decoders.Get().(*decoder)
	defer d.release()
	if !d.load(text, Limits{}) {
		return
	}
	if action, told := d.route(0, header); told && action == v.Action {
		return
	}
	if len(route.path) == 0 {
		c.header(route.header, string(v.Action))
		return
	}
	c.addAt(route.path, Violation{Rule: RuleConst, Want: "what tells action " + strconv.Quote(string(v.Action))})
}
