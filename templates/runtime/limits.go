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
}

// withDefaults returns l with its zero fields filled in.
func (l Limits) withDefaults() Limits {
	fill := func(n *int, value int) {
		if *n <= 0 {
			*n = value
		}
	}
	fill(&l.Size, 16<<20)
	fill(&l.Depth, 100)
	fill(&l.Members, 65536)
	fill(&l.Number, 512)
	fill(&l.Exponent, 1000)
	return l
}
