package runtime

import (
	"sort"
	"strings"
	"sync"
)

// DriftKind is what the specification does not know.
type DriftKind string

// The kinds of drift.
const (
	DriftAction  DriftKind = "action"  // an action
	DriftMember  DriftKind = "member"  // a member of an object
	DriftValue   DriftKind = "value"   // a value of an open enum
	DriftVariant DriftKind = "variant" // a variant, or a kind of value, of an open union
)

// DriftPlace is where something unknown was seen. It holds no value: indices of
// lists and keys of maps are "*".
type DriftPlace struct {
	Action  Action // "" for unknown ones
	Kind    DriftKind
	Pointer string // JSON pointer into the delivery
}

// DriftCount is how often something unknown was seen at a place.
type DriftCount struct {
	DriftPlace
	Count int64
}

// Drift collects what a provider sends and the specification does not know, so
// that its owner learns of a change from production. The zero value is ready
// for use; several receivers can share one. It takes a second look at each
// delivery, after the sender was proved.
type Drift struct {
	// Limit is how many places are told apart; 1000 if not set.
	Limit int

	mu     sync.Mutex
	counts map[DriftPlace]int64
	more   int64
}

// Counts returns what was seen, the most frequent first, and how often
// something was seen at a place beyond the limit.
func (f *Drift) Counts() (counts []DriftCount, more int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for place, count := range f.counts {
		counts = append(counts, DriftCount{place, count})
	}
	sort.Slice(counts, func(i, j int) bool {
		switch a, b := &counts[i], &counts[j]; {
		case a.Count != b.Count:
			return a.Count > b.Count
		case a.Action != b.Action:
			return a.Action < b.Action
		case a.Kind != b.Kind:
			return a.Kind < b.Kind
		default:
			return a.Pointer < b.Pointer
		}
	})
	return counts, f.more
}

// add counts what one delivery holds.
func (f *Drift) add(action Action, seen []DriftPlace, secret string) {
	if len(seen) == 0 {
		return
	}
	limit := f.Limit
	if limit <= 0 {
		limit = 1000
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.counts == nil {
		f.counts = map[DriftPlace]int64{}
	}
	for _, place := range seen {
		if action.Known() {
			place.Action = action
		}
		place.Pointer = redactIn(place.Pointer, secret)
		if _, known := f.counts[place]; !known && len(f.counts) >= limit {
			f.more++
			continue
		}
		f.counts[strip(place)]++
	}
}

// strip returns place in memory of its own: its text may be part of a body.
func strip(place DriftPlace) DriftPlace {
	place.Action = Action(strings.Clone(string(place.Action)))
	place.Pointer = strings.Clone(place.Pointer)
	return place
}

// drift collects places on a second walk through a delivery that was accepted.
type drift struct {
	seen []DriftPlace
}

// The largest number of places that one delivery adds, and bytes of one.
const (
	maxDrift        = 100
	maxDriftPointer = 500
)

// driftIn walks through the text that d has loaded, into a value that is not
// used, and returns what nothing was known of.
func (d *decoder) driftIn(v reader) []DriftPlace {
	d.restart()
	d.findings = findings{}
	d.drift, d.collecting = &drift{}, true
	d.pass(v)
	return d.drift.seen
}

// noteDrift notes something at the current place, or in its member name.
func (d *decoder) noteDrift(kind DriftKind, name string) {
	if len(d.drift.seen) >= maxDrift {
		return
	}
	pointer := d.pattern()
	if name != "" {
		pointer += "/" + escapePointer.Replace(name)
	}
	if len(pointer) > maxDriftPointer {
		pointer = strings.ToValidUTF8(pointer[:maxDriftPointer], "") + "..."
	}
	d.drift.seen = append(d.drift.seen, DriftPlace{Kind: kind, Pointer: pointer})
}

// pattern returns the pointer of the current place with "*" for what differs
// from delivery to delivery.
func (f *findings) pattern() string {
	var b strings.Builder
	for _, s := range f.path {
		b.WriteByte('/')
		if s.index >= 0 || s.index == entryIndex {
			b.WriteByte('*')
		} else {
			b.WriteString(escapePointer.Replace(s.name))
		}
	}
	return b.String()
}

// known notes a value of an open enum that is none of values.
func known[T ~string](d *decoder, v T, values []T) {
	if d.drift != nil && !among(v, values) {
		d.noteDrift(DriftValue, "")
	}
}

// openEnum reads a string into the type of an open enum.
func openEnum[T ~string](d *decoder, p int, values []T) (T, int) {
	v, p := text[T](d, p)
	known(d, v, values)
	return v, p
}

// driftVariant notes that the value at the current place is of no known kind.
func (d *decoder) driftVariant() {
	if d.drift != nil {
		d.noteDrift(DriftVariant, "")
	}
}
