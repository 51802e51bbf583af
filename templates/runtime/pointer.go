package runtime

// share returns a pointer to v in a chunk that several values share. ahead is
// how much text there is to come: a guess at how many more there will be.
func share[T any](chunk *[]T, v T, ahead int) *T {
	c := *chunk
	n := len(c)
	if n == cap(c) {
		c, n = make([]T, 0, min(max(2, ahead/64), 256)), 0
	}
	c = c[:n+1]
	c[n] = v
	*chunk = c
	return &c[n]
}

//go:noinline
func (d *decoder) optionalStr(p int) (*string, int) {
	v, p := d.str(p)
	return share(&d.strings, v, d.end-p), p
}

//go:noinline
func (d *decoder) optionalInteger(p int) (*int64, int) {
	v, p := d.integer(p)
	return share(&d.ints, v, (d.end-p)/4), p
}

//go:noinline
func (d *decoder) optionalFloat(p int) (*float64, int) {
	v, p := d.float(p)
	return share(&d.floats, v, (d.end-p)/4), p
}

//go:noinline
func (d *decoder) optionalBoolean(p int) (*bool, int) {
	v, p := d.boolean(p)
	return share(&d.booleans, v, (d.end-p)/4), p
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
