package drift

import (
	"fmt"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// presence finds actions that were added, removed or renamed. It returns the
// renamed ones by their new names.
func (c *comparer) presence() map[string]*spec.Action {
	var added []*infer.Action
	for _, a := range c.says.Actions {
		if c.actions[a.Name] == nil {
			added = append(added, a)
		}
	}
	var removed []*spec.Action
	for _, a := range c.api.Actions {
		if c.says.Action(a.Name) == nil {
			removed = append(removed, a)
		}
	}
	renamed := renames(added, removed)
	gone := map[*spec.Action]bool{}
	for _, a := range added {
		if was := renamed[a.Name]; was != nil {
			gone[was] = true
			c.add(where{page: a, spec: was}, Finding{Kind: ActionRenamed, Value: was.Name, PageAt: a.Span, SpecAt: was.Span,
				Message: fmt.Sprintf("action %q is %q now: %s", was.Name, a.Name, reason(a, was))})
			continue
		}
		c.found = append(c.found, Finding{Kind: ActionAdded, Action: a.Name, PageAt: a.Span, SpecAt: c.neighbour(a), PageAction: a,
			Message: fmt.Sprintf("action %q is new%s", a.Name, c.standsFor(a, removed))})
	}
	for _, a := range removed {
		if !gone[a] {
			c.removed(a)
		}
	}
	return renamed
}

func (c *comparer) removed(a *spec.Action) {
	f := Finding{Kind: ActionRemoved, Action: a.Name, PageAt: c.groupAt(a), SpecAt: a.Span, SpecAction: a,
		Message: fmt.Sprintf("action %q is gone", a.Name)}
	for _, r := range a.Remarks {
		if r.Rule == "undocumented" || r.Rule == "removed-later" || r.Rule == "not-on-page" {
			return
		}
	}
	c.found = append(c.found, f)
}

// groupAt is where the page has the group of an action that it lacks.
func (c *comparer) groupAt(a *spec.Action) spec.Span {
	for _, g := range c.says.Groups {
		if a.Group != nil && strings.EqualFold(g.Name, a.Group.Name) {
			return g.Span
		}
	}
	return spec.Span{Start: spec.Position{Line: 1, Column: 1}, Width: 1}
}

// neighbour is where the specification has the actions of the same group.
func (c *comparer) neighbour(a *infer.Action) spec.Span {
	at := spec.Span{}
	for _, known := range c.api.Actions {
		if known.Group != nil && strings.EqualFold(known.Group.Name, a.Group) || at.Start.Line == 0 {
			at = known.Span
		}
	}
	return at
}

// standsFor says which removed action a new one may have taken the place of.
func (c *comparer) standsFor(a *infer.Action, removed []*spec.Action) string {
	var best *spec.Action
	score := 0
	for _, r := range removed {
		shared, all := overlap(a, r)
		if n := shared*100/max(all, 1) + sharedWords(a.Name, r.Name); shared >= 2 && shared*3 >= all && n > score {
			best, score = r, n
		}
	}
	if best == nil {
		return ""
	}
	shared, _ := overlap(a, best)
	return fmt.Sprintf("; %q, which is gone, shares %d of its fields", best.Name, shared)
}

// renames pairs actions that have the same fields and names that share a word,
// where the pair is the only one or the best.
func renames(added []*infer.Action, removed []*spec.Action) map[string]*spec.Action {
	type pair struct {
		a     *infer.Action
		r     *spec.Action
		score int
	}
	var pairs []pair
	for _, a := range added {
		for _, r := range removed {
			shared, all := overlap(a, r)
			words := sharedWords(a.Name, r.Name)
			if all > 0 && shared*5 >= all*4 && shared > 0 && words*2 >= 100 {
				pairs = append(pairs, pair{a, r, shared*100/all + words})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return y.score - x.score })
	out, used := map[string]*spec.Action{}, map[*spec.Action]bool{}
	for _, p := range pairs {
		if out[p.a.Name] == nil && !used[p.r] {
			out[p.a.Name] = p.r
			used[p.r] = true
		}
	}
	return out
}

// sharedWords is the share of words that two names have in common, in percent.
func sharedWords(a, b string) int {
	split := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune("_-./: ", r) })
	}
	x, y := split(a), split(b)
	n := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			n++
		}
	}
	return 100 * n / max(len(x), len(y), 1)
}

// overlap counts the fields that two actions share, and those that either has.
func overlap(a *infer.Action, r *spec.Action) (shared, all int) {
	object, ok := r.Payload.Body.(*spec.Object)
	if !ok || a.Payload == nil || a.Payload.Kind != infer.Object {
		return 0, 0
	}
	for _, f := range a.Payload.Fields {
		if fieldOf(object, f.Name) != nil {
			shared++
		}
	}
	return shared, len(a.Payload.Fields) + len(object.Fields) - shared
}

func reason(a *infer.Action, r *spec.Action) string {
	shared, all := overlap(a, r)
	return fmt.Sprintf("%d of %d fields are the same and the names are alike", shared, all)
}

// groups compares which actions are together. What the groups are called, and
// in which order they come, means nothing.
func (c *comparer) groups(renamed map[string]*spec.Action) {
	known := func(a *infer.Action) *spec.Action {
		if s := c.actions[a.Name]; s != nil {
			return s
		}
		return renamed[a.Name]
	}
	votes := map[string]map[string]int{}
	for _, a := range c.says.Actions {
		s := known(a)
		if s == nil || s.Group == nil || a.Group == "" || c.says.Indexed && !a.Indexed {
			continue
		}
		if votes[a.Group] == nil {
			votes[a.Group] = map[string]int{}
		}
		votes[a.Group][s.Group.Name]++
	}
	same := match(votes)
	for _, a := range c.says.Actions {
		s := known(a)
		if s == nil || s.Group == nil || a.Group == "" || c.says.Indexed && !a.Indexed || same[a.Group] == s.Group.Name {
			continue
		}
		c.add(where{page: a, spec: s, owner: s.Payload}, Finding{Kind: GroupChanged, Value: a.Group, PageAt: a.Span, SpecAt: s.Span,
			Message: fmt.Sprintf("action %q is in the group %q, in the specification in %q", s.Name, a.Group, s.Group.Name)})
	}
}

// match pairs the groups of the page with those of the specification: first
// those of the same name, then those that share most actions.
func match(votes map[string]map[string]int) map[string]string {
	type pair struct {
		page, known string
		n           int
	}
	var pairs []pair
	for page, known := range votes {
		for name, n := range known {
			if strings.EqualFold(page, name) {
				n += 1 << 20
			}
			pairs = append(pairs, pair{page, name, n})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		if a.n != b.n {
			return b.n - a.n
		}
		return strings.Compare(a.page+a.known, b.page+b.known)
	})
	out, used := map[string]string{}, map[string]bool{}
	for _, p := range pairs {
		if _, done := out[p.page]; !done && !used[p.known] {
			out[p.page], used[p.known] = p.known, true
		}
	}
	return out
}
