package runtime

import "sync"

// decoder fills Go values from JSON text in one strict pass.
//
// Its functions return a value and the position after it. The first pass stops
// at whatever is wrong, with -1, and builds nothing for an error. A text that
// failed is walked again with collecting set: then a violation is noted, the
// value passed over, and only broken syntax ends the walk.
type decoder struct {
	scanner
	findings
	collecting bool
	elements   int  // of lists and maps, so far
	discarding bool // nobody will see the value that is read
	length     int  // of the list that was read last

	await awaited
	late  []passedOver
	// payloadCount is how many of the findings lie below the payload: if all
	// do, the envelope is sound.
	payloadCount int

	// Pointers to optional values share these, so that they cost no
	// allocation each.
	strings  []string
	ints     []int64
	floats   []float64
	booleans []bool
	bytes    []byte // of raw JSON

	beside *beside   // see room
	found  *findings // of nothing, with room for some
	spares []any     // see inPlace

	//webhookgen:only trial
	trying  int                // how many unions are being tried around the value
	choices map[trialPlace]int // what values inside of them turned out to be
	//webhookgen:end

	//webhookgen:only borrow
	loan *lender // where a delivery and its payload are taken from, if not nil
	//webhookgen:end

	drift *drift // nil but on a walk that looks for what is unknown
}

var decoders = sync.Pool{New: func() any { return new(decoder) }}

// release gives d back. The texts and values of a result stay the result's.
func (d *decoder) release() {
	d.reset()
	decoders.Put(d)
}

// reset makes d forget all but its room.
func (d *decoder) reset() {
	names, spares, room := d.clearNames(), d.spares, d.found
	if d.collecting {
		if room == nil {
			room = new(findings)
		}
		*room = d.emptied()
	}
	*d = decoder{}
	d.names, d.spares, d.found = names, spares, room
}

// reader is a value that the decoder fills in place.
type reader interface {
	read(d *decoder, p int) int
}

// decode fills v from input. A pass that fails is repeated, collecting
// violations. What v holds after an error is not to be used.
func (d *decoder) decode(input []byte, limits Limits, v reader) error {
	if !d.load(input, limits) {
		return d.syntaxError()
	}
	return d.decodeLoaded(v)
}

// decodeLoaded is decode for a text that is loaded.
func (d *decoder) decodeLoaded(v reader) error {
	if d.pass(v) {
		return nil
	}
	if d.problem == "" {
		if d.found != nil {
			d.findings = *d.found
		}
		d.collecting, d.most = true, min(fewViolations+d.end/bytesPerViolation, maxViolations)
		d.counted = min(d.most+d.end/bytesPerCounted, maxCounted)
		d.cutNames(0)
		d.depth, d.elements, d.late, d.beside = 0, 0, nil, nil
		d.pass(v)
	}
	if d.problem != "" {
		return d.syntaxError()
	}
	return d.err()
}

func (d *decoder) pass(v reader) bool {
	p := d.document()
	if p >= 0 {
		p = v.read(d, p)
	}
	return p >= 0 && d.finish(p) >= 0
}

// function is a value that a function reads.
type function[T any] struct {
	value T
	from  func(*decoder, int) (T, int)
}

func (f *function[T]) read(d *decoder, p int) int {
	f.value, p = f.from(d, p)
	return p
}

// unmarshal sets v to what from reads from input, unless that fails.
func unmarshal[T any](input []byte, v *T, from func(*decoder, int) (T, int)) error {
	f := function[T]{from: from}
	err := unmarshalObject(input, &f)
	if err == nil {
		*v = f.value
	}
	return err
}

// unmarshalObject fills v, which is zero, from input. What v holds after an
// error is not to be used.
func unmarshalObject(input []byte, v reader) error {
	d := decoders.Get().(*decoder)
	defer d.release()
	return d.decode(input, Limits{}, v)
}

// violate notes a violation by the value at p and passes over it. The first
// pass ends here instead.
func (d *decoder) violate(p int, v Violation) int {
	if !d.collecting || d.silent {
		return d.unlisted(p)
	}
	after := d.skip(p)
	if after >= 0 {
		v.Got = d.kind(p).String()
		d.add(v)
	}
	return after
}

// refuse is violate with words for what is wanted that are only made if they
// are listed.
func (d *decoder) refuse(p int, rule Rule, want func() string) int {
	if !d.collecting || d.silent {
		return d.unlisted(p)
	}
	return d.violate(p, Violation{Rule: rule, Want: want()})
}

// unlisted is violate where nothing is listed: in the first pass, and once the
// list is full.
func (d *decoder) unlisted(p int) int {
	if !d.collecting {
		return -1
	}
	d.count++
	return d.skip(p)
}

// wrongType notes that the value at p is not what is wanted.
//
//go:noinline
func (d *decoder) wrongType(p int, want string) int {
	return d.violate(p, Violation{Rule: RuleType, Want: want})
}

// element counts the element at p, of a list or a map, before there is room for it.
func (d *decoder) element(p int) bool {
	d.elements++
	return d.elements <= d.limits.Elements || d.fail(p, "lists and maps have more elements than the limit") >= 0
}

// isNull returns the position after the null at p, or -1 if there is none.
func (d *decoder) isNull(p int) int {
	if d.text[p:p+4] == "null" {
		return p + 4
	}
	return -1
}

// enough says whether violations are looked for no more. Those below the
// payload do not count for the rest, since whether the envelope is sound is to be
// known. A value that is tried as a variant is read to its end.
func (d *decoder) enough() bool { return d.collecting && d.count-d.payloadCount > d.counted }
