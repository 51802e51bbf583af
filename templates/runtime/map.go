package runtime

// mapOf reads an object with free keys. A map is never nil.
func mapOf[T any](d *decoder, p int, read func(*decoder, int) (T, int)) (map[string]T, int) {
	if d.text[p] != '{' {
		return nil, d.wrongType(p, "object")
	}
	if d.discarding {
		return nil, d.discardMap(p, func(d *decoder, p int) int {
			_, p = read(d, p)
			return p
		})
	}
	p, more := d.open(p, '}')
	out := map[string]T{}
	for more {
		at := p
		var name string
		if name, p = d.entry(p, len(out)); p < 0 {
			return nil, p
		}
		var v T
		if v, p = read(d, p); p < 0 || !put(d, out, name, &v, at) {
			return nil, -1
		}
		p, more = d.next(p, '}')
	}
	return out, p
}

// mapOfObjects is mapOf for objects, which are read into one after the other.
func mapOfObjects[T any, P interface {
	*T
	reader
}](d *decoder, p int) (map[string]T, int) {
	if d.text[p] != '{' {
		return nil, d.wrongType(p, "object")
	}
	if d.discarding {
		return nil, d.discardMap(p, func(d *decoder, p int) int {
			_, p = inPlace[T, P](d, p)
			return p
		})
	}
	p, more := d.open(p, '}')
	out := map[string]T{}
	v := takeSpare[T](d)
	for more {
		at := p
		var name string
		if name, p = d.entry(p, len(out)); p < 0 {
			return nil, p
		}
		if p = P(v).read(d, p); p < 0 || !put(d, out, name, v, at) {
			return nil, -1
		}
		var zero T
		*v = zero
		p, more = d.next(p, '}')
	}
	d.spares = append(d.spares, v)
	return out, p
}

// discardMap reads a map that nobody will see: what is left of it are its names,
// which none may have twice. A Go map would cost more than all the rest.
func (d *decoder) discardMap(p int, read func(*decoder, int) int) int {
	p, more := d.open(p, '}')
	seen := d.newNames()
	for more {
		at := p
		var name string
		if name, p = d.entry(p, len(d.names)-seen.base); p < 0 {
			return p
		}
		if d.enough() {
			d.partial = true
			p = d.skip(p)
		} else {
			p = read(d, p)
		}
		if p < 0 || !d.addName(&seen, name, at) {
			return -1
		}
		if d.collecting {
			d.leave()
		}
		p, more = d.next(p, '}')
	}
	if p >= 0 {
		d.dropNames(&seen)
	}
	return p
}

// entry reads the name of an entry of a map that has count so far.
func (d *decoder) entry(p, count int) (name string, after int) {
	if count >= d.limits.Members {
		return "", d.failMembers(p)
	}
	if !d.element(p) {
		return "", -1
	}
	name, after = d.name(p)
	if d.collecting && after >= 0 {
		d.enterEntry(name)
	}
	return name, after
}

// put adds an entry that has been read, whose name is at position at.
func put[T any](d *decoder, m map[string]T, name string, v *T, at int) bool {
	if d.collecting {
		d.leave()
	}
	size := len(m)
	if m[name] = *v; len(m) == size {
		return d.failDuplicate(at)
	}
	return true
}

// inPlace reads an object as a value of its own. What it is read into is kept
// for the next one: reading through an interface puts it on the heap.
func inPlace[T any, P interface {
	*T
	reader
}](d *decoder, p int) (T, int) {
	v := takeSpare[T](d)
	p = P(v).read(d, p)
	result := *v
	var zero T
	*v = zero
	d.spares = append(d.spares, v)
	return result, p
}

// takeSpare returns a zero T that has been used before, or a new one. One that
// is not given back to spares costs the next reader an allocation, no more.
func takeSpare[T any](d *decoder) *T {
	last := len(d.spares) - 1
	for i := last; i >= 0; i-- {
		if v, ok := d.spares[i].(*T); ok {
			d.spares[i] = d.spares[last]
			d.spares = d.spares[:last]
			return v
		}
	}
	return new(T)
}
