package runtime

import "sort"

// writeList writes a list; nil is an empty one.
func writeList[T any](e *encoder, v []T, write func(*encoder, T)) {
	if !e.enter('[') {
		return
	}
	for i := range v {
		e.comma('[')
		write(e, v[i])
	}
	e.leave(']')
}

// writeObjects writes a list of objects.
func writeObjects[T any, P interface {
	*T
	encodable
}](e *encoder, v []T) {
	if !e.enter('[') {
		return
	}
	for i := range v {
		e.comma('[')
		P(&v[i]).encode(e)
	}
	e.leave(']')
}

// writeMap writes a map, sorted by key; nil is an empty one.
func writeMap[T any](e *encoder, v map[string]T, write func(*encoder, T)) {
	if !e.open() {
		return
	}
	base := len(e.keys)
	for key := range v {
		e.keys = append(e.keys, key)
	}
	if len(v) > 1 { // slices.Sort would be compiled anew in each package
		sort.Strings(e.keys[base:])
	}
	for i := range len(v) {
		write(e, v[e.mapKey(base+i)])
	}
	e.closeMap(base)
}

// mapKey writes the key of a number and returns it.
func (e *encoder) mapKey(number int) string {
	key := e.keys[number]
	e.comma('{')
	e.str(key)
	e.buf = append(e.buf, ':')
	return key
}

// closeMap ends a map whose keys stand from base on.
func (e *encoder) closeMap(base int) {
	e.most = max(e.most, len(e.keys))
	e.keys = e.keys[:base]
	e.close()
}
