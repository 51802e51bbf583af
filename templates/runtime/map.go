package runtime

// mapOf reads an object with free keys. A map is never nil.
func mapOf[T any](d *decoder, p int, read func(*decoder, int) (T, int)) (map[string]T, int) {
	if d.text[p] != '{' {
		return nil, d.wrongType(p, "object")
	}
	p, more := d.open(p, '}')
	out := map[string]T{}
	for more {
		at := p
		var name string
		if name, p = d.name(p); p < 0 {
			return nil, p
		}
		if d.collecting {
			d.enterMember(name)
		}
		var v T
		if v, p = read(d, p); p < 0 {
			return nil, p
		}
		if d.collecting {
			d.leave()
		}
		if len(out) >= d.limits.Members {
			return nil, d.fail(at, "an object has more members than the limit")
		}
		size := len(out)
		if out[name] = v; len(out) == size {
			return nil, d.fail(at, "a member's name occurs twice")
		}
		p, more = d.next(p, '}')
	}
	return out, p
}
