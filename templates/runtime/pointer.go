package runtime

// share returns a pointer into a chunk that several values share. ahead is how
// much text there is to come: a guess at how many more there will be.
func share[T any](chunk *[]T, ahead int) *T {
	c := *chunk
	n := len(c)
	if n == cap(c) {
		c, n = make([]T, 0, min(max(2, ahead/48), 256)), 0
	}
	c = c[:n+1]
	*chunk = c
	return &c[n]
}

//go:noinline
func (d *decoder) optionalStr(p int) (*string, int) {
	s := share(&d.strings, d.end-p)
	return s, d.strInto(p, s)
}

// The methods that follow have the pointer to a value in v.

//go:noinline
func (d *decoder) optionalStrInto(p int, v **string) int {
	*v = share(&d.strings, d.end-p)
	return d.strInto(p, *v)
}

//go:noinline
func (d *decoder) optionalInteger(p int, v **int64) int {
	s := share(&d.ints, (d.end-p)/4)
	*v = s
	*s, p = d.integer(p)
	return p
}

//go:noinline
func (d *decoder) optionalFloat(p int, v **float64) int {
	s := share(&d.floats, (d.end-p)/4)
	*v = s
	*s, p = d.float(p)
	return p
}

//go:noinline
func (d *decoder) optionalBoolean(p int, v **bool) int {
	s := share(&d.booleans, (d.end-p)/4)
	*v = s
	*s, p = d.boolean(p)
	return p
}

// optional reads a value that is kept behind a pointer.
func optional[T any](d *decoder, p int, read func(*decoder, int) (T, int)) (*T, int) {
	v, p := read(d, p)
	return &v, p
}

// orNull reads a value that can be null, which is a nil pointer.
func orNull[T any](d *decoder, p int, read func(*decoder, int) (T, int)) (*T, int) {
	if after := d.isNull(p); after >= 0 {
		return nil, after
	}
	return optional(d, p, read)
}

// orNil reads a value that can be null, which is its type's nil.
func orNil[T any](d *decoder, p int, read func(*decoder, int) (T, int)) (T, int) {
	if after := d.isNull(p); after >= 0 {
		var none T
		return none, after
	}
	return read(d, p)
}
