package runtime

// tried is a union whose variants are told apart by trying.
type tried interface {
	// try reads the value at p as the variant of a number, into an empty
	// union. One more than there are stands for a value that fits none.
	try(d *decoder, variant, p int) int
}

// trialInfo is what the decoder knows of a union by trial beyond its variants.
type trialInfo struct {
	variants int
	exactly  bool // no two variants may fit
	closed   bool // one has to
	want     string
}

// What stands for a variant where no single one counts.
const (
	noVariant    = -1
	manyVariants = -2
)

// trialPlace is a value and a union that it is tried as.
type trialPlace struct {
	at    int
	union *trialInfo
}

// trial reads the value at p into v.
func (d *decoder) trial(p int, v tried, info *trialInfo) int {
	variant, after := d.choose(p, v, info)
	switch {
	case after >= 0 || d.problem != "":
		return after
	case variant >= 0:
		return v.try(d, variant, p)
	case variant == manyVariants || info.closed || d.text[p] == 'n':
		return d.violate(p, Violation{Rule: RuleVariant, Want: info.want})
	}
	d.driftVariant()
	return v.try(d, info.variants, p)
}

// choose tries the variants and returns the number of the one that counts. If
// v holds it already, after is the position behind it.
//
// A union inside of another is read once for each variant around it. What its
// value turned out to be is kept, so that the whole costs no more than every
// variant around a value reading that value once.
func (d *decoder) choose(p int, v tried, info *trialInfo) (variant, after int) {
	place := trialPlace{p, info}
	if variant, known := d.choices[place]; known {
		return variant, -1
	}
	collecting, drift := d.collecting, d.drift
	d.collecting, d.drift = false, nil
	d.trying++
	variant, after = d.tryAll(p, v, info, !collecting)
	d.trying--
	d.collecting, d.drift = collecting, drift
	if d.trying > 0 && d.problem == "" {
		if d.choices == nil {
			d.choices = map[trialPlace]int{}
		}
		d.choices[place] = variant
	}
	return variant, after
}

// tryAll is choose without a look at what is known. keep says that v is to
// hold the variant if that costs nothing.
func (d *decoder) tryAll(p int, v tried, info *trialInfo, keep bool) (variant, after int) {
	start := d.mark()
	variant = noVariant
	for i := range info.variants {
		after = v.try(d, i, p)
		if d.problem != "" {
			return noVariant, -1
		}
		if after >= 0 && variant >= 0 {
			variant = manyVariants
			break
		}
		if after >= 0 {
			variant = i
			if keep && (!info.exactly || i == info.variants-1) {
				return variant, after
			}
			if !info.exactly {
				break
			}
		}
		d.backTo(&start)
	}
	d.backTo(&start)
	return variant, -1
}

// mark is a state of a decoder that it can go back to.
type mark struct {
	depth, elements, names int

	strings  []string
	ints     []int64
	floats   []float64
	booleans []bool
	bytes    []byte
}

func (d *decoder) mark() mark {
	return mark{d.depth, d.elements, len(d.names), d.strings, d.ints, d.floats, d.booleans, d.bytes}
}

// backTo forgets what was read since m.
func (d *decoder) backTo(m *mark) {
	d.cutNames(m.names)
	d.depth, d.elements = m.depth, m.elements
	d.strings, d.ints, d.floats, d.booleans, d.bytes = m.strings, m.ints, m.floats, m.booleans, m.bytes
}
