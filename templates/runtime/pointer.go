package runtime

// share returns a pointer to v in a chunk that several values share.
func share[T any](chunk *[]T, v T) *T {
	if len(*chunk) == cap(*chunk) {
		*chunk = make([]T, 0, min(max(4, 2*cap(*chunk)), 256))
	}
	*chunk = append(*chunk, v)
	return &(*chunk)[len(*chunk)-1]
}

func (d *decoder) optionalStr(p int) (*string, int) {
	v, p := d.str(p)
	return share(&d.strings, v), p
}

func (d *decoder) optionalInteger(p int) (*int64, int) {
	v, p := d.integer(p)
	return share(&d.ints, v), p
}

func (d *decoder) optionalFloat(p int) (*float64, int) {
	v, p := d.float(p)
	return share(&d.floats, v), p
}

func (d *decoder) optionalBoolean(p int) (*bool, int) {
	v, p := d.boolean(p)
	return share(&d.booleans, v), p
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

// inPlace reads an object as a value of its own.
func inPlace[T any, P interface {
	*T
	reader
}](d *decoder, p int) (T, int) {
	var v T
	p = P(&v).read(d, p)
	return v, p
}
