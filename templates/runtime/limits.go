package runtime

// Limits bounds what one input may cost. A zero field stands for its default.
// What goes beyond a limit is refused with a *SyntaxError before anything is
// allocated for it.
type Limits struct {
	Size     int // bytes of the whole input; default 16 MiB
	Depth    int // nested arrays and objects; default 100
	Members  int // members of one object; default 65,536
	Number   int // bytes of one number literal; default 512
	Exponent int // absolute value of a number's exponent; default 1,000
	// Elements of all lists and entries of all maps that a result holds;
	// default 262,144. They are what makes a result larger than its input:
	// a struct for each {}, a map for each pair of braces.
	Elements int
}

// defaultLimits are what the zero Limits stand for.
var defaultLimits = Limits{Size: 16 << 20, Depth: 100, Members: 65536, Number: 512, Exponent: 1000, Elements: 1 << 18}

// withDefaults returns l with its zero fields filled in.
func (l Limits) withDefaults() Limits {
	if l == (Limits{}) {
		return defaultLimits
	}
	fill := func(n *int, value int) {
		if *n <= 0 {
			*n = value
		}
	}
	fill(&l.Size, defaultLimits.Size)
	fill(&l.Depth, defaultLimits.Depth)
	fill(&l.Members, defaultLimits.Members)
	fill(&l.Number, defaultLimits.Number)
	fill(&l.Exponent, defaultLimits.Exponent)
	fill(&l.Elements, defaultLimits.Elements)
	return l
}
