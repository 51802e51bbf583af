package infer

import (
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/gen/docs/sample"
	"github.com/webhookgen/webhookgen/spec"
)

// readSamples reads the fences of all sections and finds out whether they show
// payloads or whole deliveries.
func (r *reader) readSamples() {
	for _, s := range r.list {
		for _, b := range s.blocks {
			if b.Kind != page.Fence || !startsWithBrace(b.Code.Text) {
				continue
			}
			value, issues := sample.Read(b.Code.Text)
			if value.Kind != sample.Object && value.Kind != sample.List {
				continue
			}
			s.samples = append(s.samples, &shown{block: b, value: value, issues: issues})
			r.says.Samples++
			if sample.IsJSON(b.Code.Text) {
				r.says.JSON++
			}
		}
	}
	r.envelope()
}

// startsWithBrace says whether a fence begins like a sample, comments aside.
func startsWithBrace(text string) bool {
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		return line[0] == '{' || line[0] == '['
	}
	return false
}

// envelope finds the members that every delivery has: the one that names the
// action, and the one with the payload, which differs most between actions.
func (r *reader) envelope() {
	action := r.actionMember()
	if action == "" {
		return
	}
	var all []*shown
	for _, s := range r.list {
		for _, sh := range s.samples {
			if m := sh.value.Member(action); m != nil && m.Value.Kind == sample.String {
				all = append(all, sh)
			}
		}
	}
	payload := payloadMember(all)
	if payload == "" {
		return
	}
	env := &Envelope{Action: action, Payload: payload}
	var shape *Shape
	for _, sh := range all {
		if sh.value.Member(payload) == nil {
			continue
		}
		sh.whole = true
		one := sh.shape(outer(sh.value, payload))
		if shape == nil {
			env.Span, env.Spots = sh.at(sh.value.Offset, 1), spots(sh, action, payload)
		}
		shape = merge(shape, one)
	}
	for _, f := range shape.Fields {
		if f.Name != action && f.Name != payload {
			env.Fields = append(env.Fields, f)
		}
	}
	r.says.Envelope = env
}

// outer is the envelope without what is in the payload.
func outer(v *sample.Value, payload string) *sample.Value {
	out := *v
	out.Members = nil
	for _, m := range v.Members {
		if m.Name != payload {
			out.Members = append(out.Members, m)
		}
	}
	return &out
}

// actionMember is the member whose text is the action's name in most samples.
func (r *reader) actionMember() string {
	votes, samples := map[string]int{}, 0
	for _, s := range r.list {
		for _, sh := range s.samples {
			samples++
			for _, m := range sh.value.Members {
				if m.Value.Kind == sample.String && m.Value.Text == s.name {
					votes[m.Name]++
				}
			}
		}
	}
	if name := most(votes); votes[name]*2 > samples {
		return name
	}
	return ""
}

// payloadMember is the object or list that nearly every delivery has and whose
// members differ most.
func payloadMember(all []*shown) string {
	kinds := map[string]map[string]bool{}
	count := map[string]int{}
	var order []string
	for _, sh := range all {
		for _, m := range sh.value.Members {
			if m.Value.Kind != sample.Object && m.Value.Kind != sample.List {
				continue
			}
			if kinds[m.Name] == nil {
				kinds[m.Name] = map[string]bool{}
				order = append(order, m.Name)
			}
			count[m.Name]++
			kinds[m.Name][signature(m.Value)] = true
		}
	}
	best := ""
	for _, name := range order {
		if count[name]*10 >= len(all)*9 && (best == "" || len(kinds[name]) > len(kinds[best])) {
			best = name
		}
	}
	return best
}

// signature tells values apart by the names of their members.
func signature(v *sample.Value) string {
	var names []string
	for _, m := range v.Members {
		names = append(names, m.Name)
	}
	slices.Sort(names)
	return strings.Join(names, ",")
}

// payloadOf is the payload that a sample shows, nil if it shows none.
func (r *reader) payloadOf(sh *shown) *sample.Value {
	if !sh.whole {
		return sh.value
	}
	return sh.value.Member(r.says.Envelope.Payload).Value
}

func spots(sh *shown, names ...string) map[string]spec.Span {
	out := map[string]spec.Span{}
	for _, name := range names {
		m := sh.value.Member(name)
		out[name] = sh.at(m.Offset, len(name)+2)
	}
	return out
}
