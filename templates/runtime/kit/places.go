package kit

import "strings"

// manyActions is how many make it too much to go into every type once more for
// each of them: GitHub's would have a hundred thousand deliveries of 7 KB.
const manyActions = 100

// places are the places among the types that were met already.
type places struct {
	own    map[string]bool // by key, of one action
	shared map[string]bool // those within declared types; the same as own unless there are many actions
}

// newShared returns what the places of all actions share, nil for nothing.
func newShared() map[string]bool {
	if len(actions) < manyActions {
		return nil
	}
	return map[string]bool{}
}

// newPlaces returns the places of one action, none of them met.
func newPlaces(shared map[string]bool) *places {
	own := map[string]bool{}
	if shared == nil {
		shared = own
	}
	return &places{own, shared}
}

// meet says whether a place is met for the first time.
func (p *places) meet(key string) bool {
	met := p.shared
	if strings.HasPrefix(key, "payload") || strings.HasPrefix(key, "delivery") {
		met = p.own
	}
	if met[key] {
		return false
	}
	met[key] = true
	return true
}
