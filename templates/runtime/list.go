package runtime

import "strconv"

// list reads a list whose elements read reads. A list is never nil.
func list[T any](d *decoder, p int, read func(*decoder, int) (T, int)) ([]T, int) {
	return listInto(d, p, []T{}, read)
}

// texts and integers read a list into what is left of the chunk that optional
// values share, if it fits: most such lists are short.
func (d *decoder) texts(p int) ([]string, int) {
	return listBeside(d, p, &d.strings, (*decoder).str)
}

func (d *decoder) integers(p int) ([]int64, int) {
	return listBeside(d, p, &d.ints, (*decoder).integer)
}

// listBeside reads a list into chunk, which read does not touch, or into a
// slice of its own.
func listBeside[T any](d *decoder, p int, chunk *[]T, read func(*decoder, int) (T, int)) ([]T, int) {
	room := (*chunk)[len(*chunk):]
	if room == nil {
		room = []T{}
	}
	out, p := listInto(d, p, room, read)
	if cap(out) == cap(room) {
		*chunk = (*chunk)[:len(*chunk)+len(out)]
	}
	return out[:len(out):len(out)], p
}

// listInto reads a list and appends it to out, which is empty.
func listInto[T any](d *decoder, p int, out []T, read func(*decoder, int) (T, int)) ([]T, int) {
	if d.text[p] != '[' {
		return nil, d.wrongType(p, "list")
	}
	p, more := d.open(p, ']')
	n := 0
	for ; more; n++ {
		if !d.element(p) {
			return nil, -1
		}
		if d.collecting {
			if d.count > maxCounted {
				return out, d.skipRest(p)
			}
			d.enterItem(n)
		}
		var v T
		if v, p = read(d, p); p < 0 {
			return nil, p
		}
		if d.collecting {
			d.leave()
		}
		if !d.discarding {
			out = append(grow(out), v)
		}
		p, more = d.next(p, ']')
	}
	d.length = n
	return out, p
}

// objects reads a list of objects, each where it will stay.
func objects[T any, P interface {
	*T
	reader
}](d *decoder, p int) ([]T, int) {
	if d.text[p] != '[' {
		return nil, d.wrongType(p, "list")
	}
	p, more := d.open(p, ']')
	out := []T{}
	for n := 0; more; n++ {
		if !d.element(p) {
			return nil, -1
		}
		if d.collecting {
			if d.count > maxCounted {
				return out, d.skipRest(p)
			}
			d.enterItem(n)
		}
		if d.discarding {
			clear(out)
			out = out[:0]
		}
		out = grow(out)
		out = out[:len(out)+1]
		if p = P(&out[len(out)-1]).read(d, p); p < 0 {
			return nil, p
		}
		if d.collecting {
			d.leave()
		}
		p, more = d.next(p, ']')
	}
	return out, p
}

// grow makes room for one more element: 4, 12, 28 and so on, so that a short
// list is one small allocation.
func grow[T any](s []T) []T {
	if len(s) < cap(s) {
		return s
	}
	return append(make([]T, 0, 2*cap(s)+4), s...)
}

// listIn reads a list of low to high elements; high is -1 for no bound.
func listIn[T any](d *decoder, p, low, high int, read func(*decoder, int) (T, int)) ([]T, int) {
	out, after := list(d, p, read)
	switch {
	case after < 0 || out == nil:
		return out, after
	case d.length < low:
		return out, d.wrongLength(after, RuleMinItems, "at least ", low)
	case high >= 0 && d.length > high:
		return out, d.wrongLength(after, RuleMaxItems, "at most ", high)
	}
	return out, after
}

// wrongLength notes a violation by the list that was read last; after is behind it.
func (d *decoder) wrongLength(after int, rule Rule, want string, bound int) int {
	switch {
	case !d.collecting:
		return -1
	case d.silent:
		d.count++
	default:
		d.add(Violation{Rule: rule, Want: want + strconv.Itoa(bound) + " elements", Got: strconv.Itoa(d.length)})
	}
	return after
}
