package drift

import (
	"fmt"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// pushes compares the pushes of an action. A page that does not name APIs has
// one, whatever the specification calls it. The name of a push that only a
// link tells is not compared: links are no drift.
func (c *comparer) pushes(w where) {
	a, known := w.page, w.spec
	if a.HasPush == infer.Unstated {
		return
	}
	met := map[*spec.PushAPI]bool{}
	for i := range a.Push {
		p := &a.Push[i]
		api := c.apiOf(p)
		have := slices.IndexFunc(known.Push, func(e spec.PushEquivalent) bool { return e.API == api || p.API == "" && !met[e.API] })
		if have < 0 {
			c.add(w, Finding{Kind: PushAdded, Value: pushName(p), PageAt: p.Span, SpecAt: known.Span, PagePush: p, API: api,
				Message: fmt.Sprintf("there is a push%s", in(p.API))})
			continue
		}
		e := known.Push[have]
		met[e.API] = true
		if p.Strong && p.Name != e.Name && !(p.Name == a.Name && e.Name == known.Name) {
			c.add(w, Finding{Kind: PushAdded, Value: "name " + p.Name, PageAt: p.Span, SpecAt: e.Span, PagePush: p, API: e.API,
				Message: fmt.Sprintf("the push is named %q, in the specification %q", p.Name, e.Name)})
		}
	}
	for _, e := range known.Push {
		if !met[e.API] {
			c.add(w, Finding{Kind: PushRemoved, Value: e.API.Title, PageAt: a.PushAt, SpecAt: e.Span, API: e.API,
				Message: fmt.Sprintf("there is no push%s any more", in(e.API.Title))})
		}
	}
}

func pushName(p *infer.Push) string { return p.API }

func in(api string) string {
	if api == "" {
		return ""
	}
	return " in " + api
}

// APIOf is the API that a specification has for a push of the page, nil if it
// has none. For a push whose API the page does not name that is the first.
func APIOf(says *infer.Says, api *spec.API, p infer.Push) *spec.PushAPI {
	if p.API == "" && len(api.PushAPIs) > 0 {
		return api.PushAPIs[0]
	}
	return (&comparer{says: says, api: api}).apiOf(&p)
}

// apiOf is the API that the specification has for one of the page: of the same
// title, or else the only one whose words include those of the title.
func (c *comparer) apiOf(p *infer.Push) *spec.PushAPI {
	for _, api := range c.api.PushAPIs {
		if fold(api.Title) == fold(p.API) || fold(api.ID) == fold(p.API) {
			return api
		}
	}
	var like []*spec.PushAPI
	for _, api := range c.api.PushAPIs {
		if words := fold(p.API); words != "" && (strings.Contains(" "+fold(api.Title)+" ", " "+words+" ") || strings.Contains(" "+fold(api.ID)+" ", " "+words+" ")) {
			like = append(like, api)
		}
	}
	if len(like) == 1 {
		return like[0]
	}
	// An API that had no name when the page was imported is the one that most
	// actions have.
	unnamed := slices.IndexFunc(c.api.PushAPIs, func(a *spec.PushAPI) bool { return a.Title == a.ID })
	if unnamed >= 0 && p.API == c.usual() {
		return c.api.PushAPIs[unnamed]
	}
	return nil
}

// usual is the API that most actions of the page have a push of.
func (c *comparer) usual() string {
	votes, best := map[string]int{}, ""
	for _, a := range c.says.Actions {
		for _, p := range a.Push {
			votes[p.API]++
			if best == "" || votes[p.API] > votes[best] {
				best = p.API
			}
		}
	}
	return best
}

// fold is a title as far as it tells APIs apart.
func fold(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return r < 0x80 && (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	words = slices.DeleteFunc(words, func(w string) bool { return w == "api" || w == "the" })
	return strings.Join(words, " ")
}
