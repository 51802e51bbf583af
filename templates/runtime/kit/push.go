package kit

import (
	"errors"
	"math/rand/v2"
	"slices"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// Push is a push message, for ParsePush and Receiver.HandlePush.
type Push struct {
	Name    string // of the action, and what is special about it
	API     string // that sends it; "" for actions that the specification does not know
	Action  hooks.Action
	Message []byte
}

// Delivery returns the push as a delivery. It panics if the push is not valid.
func (p Push) Delivery() *hooks.Delivery {
	return pushes.delivery(Case{Name: p.Name, Body: p.Message})
}

// Pushes returns valid pushes, of each API and under each name that it has for
// an action, with what [Valid] has. One action is unknown.
func Pushes() []Push {
	var out []Push
	for i := range actions {
		out = append(out, PushesOf(actions[i].Name)...)
	}
	return append(out, UnknownPush())
}

// PushesOf returns those of Pushes that are of one action: none if it has no
// push.
func PushesOf(name hooks.Action) []Push {
	var out []Push
	for _, e := range name.Push() {
		for _, c := range pushes.validOf(calledBy(actionOf(name), e.Name)) {
			out = append(out, asPush(c, e.API))
		}
	}
	return out
}

// UnknownPush returns a push of an action that the specification does not know.
func UnknownPush() Push { return asPush(pushes.unknown(), "") }

// RandomPush returns a valid push: the same for the same seed, and some of
// every action, API and name over many seeds.
func RandomPush(seed uint64) Push {
	sent := slices.DeleteFunc(hooks.Actions(), func(a hooks.Action) bool { return len(a.Push()) == 0 })
	if len(sent) == 0 {
		return UnknownPush()
	}
	name := sent[seed%uint64(len(sent))]
	e := name.Push()[rand.New(rand.NewPCG(seed, 1)).IntN(len(name.Push()))]
	return asPush(pushes.random(calledBy(actionOf(name), e.Name), seed), e.API)
}

// BrokenPush is a push that breaks one rule.
type BrokenPush struct {
	Push
	// Violation is what must be found: its Pointer, Rule and Member.
	Violation hooks.Violation
}

// BrokenPushes returns pushes that break one rule each, as Broken does.
func BrokenPushes() []BrokenPush {
	var out []BrokenPush
	for _, c := range pushes.broken() {
		out = append(out, BrokenPush{asPush(c.Case, ""), c.Violation})
	}
	return out
}

// MalformedPush is a push that is not JSON, or JSON that readers differ on.
type MalformedPush struct {
	Push
	// Syntax is what must be found.
	Syntax hooks.SyntaxError
}

// MalformedPushes returns pushes whose syntax is broken, as Malformed does.
func MalformedPushes() []MalformedPush {
	var out []MalformedPush
	for _, c := range pushes.malformed() {
		out = append(out, MalformedPush{asPush(c.Case, ""), c.Syntax})
	}
	return out
}

// NoPushes returns pushes of actions that have none: they must be refused with
// a *NoPushError.
func NoPushes() []Push {
	var out []Push
	for _, c := range noPushes(pushes) {
		out = append(out, asPush(c, ""))
	}
	return out
}

func noPushes(f *form) []Case {
	taken := map[string]bool{}
	for _, a := range f.all() {
		taken[a.called] = true
	}
	var out []Case
	for i := range actions {
		if a := &actions[i]; !taken[string(a.Name)] {
			out = append(out, f.newCase(a, "no push", f.plain(a)))
		}
	}
	return out
}

// pushes is the form of pushes.
var pushes = &form{
	title:    "push ",
	envelope: pushEnvelope,
	parse:    func(c Case) (*hooks.Delivery, error) { return hooks.ParsePush(c.Body) },
	called:   pushNames,
	refused:  noPushes,
	refusal:  isNoPush,
}

func isNoPush(err error) bool {
	var noPush *hooks.NoPushError
	return errors.As(err, &noPush)
}

// pushNames returns an action once for each name that it has as a push.
func pushNames(a *action) []*action {
	var out []*action
	seen := map[string]bool{}
	for _, e := range a.Name.Push() {
		if !seen[e.Name] {
			seen[e.Name] = true
			out = append(out, calledBy(a, e.Name))
		}
	}
	return out
}

func calledBy(a *action, name string) *action {
	push := *a
	push.called = name
	return &push
}

// asPush returns a case as a push. An API is told from another by the names of
// pushes alone, so that where they have the same the first stands for all.
func asPush(c Case, api string) Push {
	if equivalents := c.Action.Push(); api == "" && len(equivalents) > 0 {
		api = equivalents[0].API
	}
	return Push{Name: c.Name, API: api, Action: c.Action, Message: c.Body}
}

// buildPush returns a push with all its members, or that of the sample,
// changed by change. It panics if that makes it invalid.
//
//go:noinline
func buildPush[P hooks.Payload](name hooks.Action, change []func(*hooks.Delivery, P)) Push {
	return asPush(pushes.build(pushNames(actionOf(name))[0], func(d *hooks.Delivery) {
		for _, f := range change {
			f(d, d.Payload.(P))
		}
	}), "")
}
