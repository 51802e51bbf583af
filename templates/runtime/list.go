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
	p, more := d.openList(p)
	n := 0
	for more {
		var v T
		v, p = read(d, p)
		if p >= 0 && !d.discarding {
			if n == cap(out) {
				out = grow(out)
			}
			out = out[:n+1]
			out[n] = v
		}
		n++
		p, more = d.nextElement(p, n)
	}
	d.length = n
	return out, p
}

// objects reads a list of objects, each where it will stay.
func objects[T any, P interface {
	*T
	reader
}](d *decoder, p int) ([]T, int) {
	p, more := d.openList(p)
	out := []T{}
	for n := 1; more; n++ {
		if d.discarding {
			clear(out)
			out = out[:0]
		}
		if len(out) == cap(out) {
			out = grow(out)
		}
		out = out[:len(out)+1]
		p = P(&out[len(out)-1]).read(d, p)
		p, more = d.nextElement(p, n)
	}
	return out, p
}

// openList passes over the beginning of a list. more is false if no element
// follows. What lists of all types do is in functions of no type: a delivery
// runs through many, and the code of all is to stay in the processor's cache.
//
//go:noinline
func (d *decoder) openList(p int) (after int, more bool) {
	if d.text[p] != '[' {
		return d.wrongType(p, "list"), false
	}
	if p, more = d.open(p, ']'); more {
		return d.enterElement(p, 0)
	}
	return p, false
}

// nextElement passes over what follows the n elements up to p, which is -1 if
// the last could not be read.
//
//go:noinline
func (d *decoder) nextElement(p, n int) (after int, more bool) {
	if p < 0 {
		return p, false
	}
	if d.text[p] == ',' && d.text[p+1] > ' ' && d.elements < d.limits.Elements && !d.collecting {
		d.elements++ // most often: all that follows, done here
		return p + 1, true
	}
	if d.collecting {
		d.leave()
	}
	if p, more = d.next(p, ']'); more {
		return d.enterElement(p, n)
	}
	return p, false
}

// enterElement takes the element at p, which n are before. more is false if it
// is not to be read.
func (d *decoder) enterElement(p, n int) (after int, more bool) {
	if !d.element(p) {
		return -1, false
	}
	if d.enough() {
		d.partial = true
		return d.skipRest(p), false
	}
	if d.collecting {
		d.enterItem(n)
	}
	return p, true
}

// grow makes room for more elements: 4, 12, 28 and so on, so that a short
// list is one small allocation.
//
//go:noinline
func grow[T any](s []T) []T { return append(make([]T, 0, 2*cap(s)+4), s...) }

// listIn reads a list of low to high elements; high is -1 for no bound.
func listIn[T any](d *decoder, p, low, high int, read func(*decoder, int) (T, int)) ([]T, int) {
	out, after := list(d, p, read)
	switch {
	case after < 0 || d.text[p] != '[':
		return nil, after
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
