package conformance

import (
	"encoding/json"
	"fmt"
	"reflect"
)

func (b *Builder) fill(v reflect.Value) {
	if makers := b.makers[v.Type()]; len(makers) > 0 && !(b.hostile && b.chance(8)) {
		v.Set(b.call(pick(b, makers)))
		return
	} else if len(makers) > 0 && !v.Type().Field(0).IsExported() {
		v.SetZero()
		return
	}
	switch {
	case v.Kind() == reflect.Struct:
		b.above = append(b.above, v.Addr())
		b.structure(v)
		b.above = b.above[:len(b.above)-1]
	case v.Type() == reflect.TypeFor[json.RawMessage]():
		v.SetBytes(b.raw())
	default:
		b.simple(v)
		for try := 0; try < 20 && !b.hostile && violations(v) != nil; try++ {
			b.simple(v)
		}
	}
}

func (b *Builder) simple(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(pick(b, words))
		if b.hostile && b.chance(4) {
			v.SetString(pick(b, badWords))
		}
	case reflect.Bool:
		v.SetBool(b.chance(2))
	case reflect.Int64:
		v.SetInt(pick(b, integers))
	case reflect.Float64:
		v.SetFloat(pick(b, floats))
	case reflect.Pointer:
		b.pointer(v)
	case reflect.Slice:
		b.slice(v)
	case reflect.Map:
		b.mapping(v)
	case reflect.Interface:
		b.variant(v)
	default:
		panic(fmt.Sprintf("conformance: cannot build %s", v.Type()))
	}
}

func pick[T any](b *Builder, from []T) T { return from[b.rand.IntN(len(from))] }

func (b *Builder) pointer(v reflect.Value) {
	v.SetZero()
	if b.deep() || b.chance(2) {
		return
	}
	if b.hostile && b.chance(2) {
		for _, p := range b.above {
			if p.Type() == v.Type() { // the value contains itself
				v.Set(p)
				return
			}
		}
	}
	v.Set(reflect.New(v.Type().Elem()))
	b.fill(v.Elem())
}

func (b *Builder) slice(v reflect.Value) {
	v.SetZero()
	if b.deep() || b.chance(4) {
		return
	}
	n := b.rand.IntN(4)
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		b.fill(v.Index(i))
	}
}

func (b *Builder) mapping(v reflect.Value) {
	v.SetZero()
	if b.deep() || b.chance(4) {
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for range b.rand.IntN(4) {
		key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		b.fill(key)
		if b.hostile && v.Type() == elem.Type() && b.chance(4) {
			elem.Set(v) // the map contains itself
		} else {
			b.above = append(b.above, elem.Addr())
			b.fill(elem)
			b.above = b.above[:len(b.above)-1]
		}
		v.SetMapIndex(key, elem)
	}
}

func (b *Builder) variant(v reflect.Value) {
	v.SetZero()
	var fit []reflect.Type
	for _, t := range b.variants {
		if t.Implements(v.Type()) {
			fit = append(fit, t)
		}
	}
	if len(fit) == 0 {
		panic(fmt.Sprintf("conformance: no variant of %s", v.Type()))
	}
	switch t := pick(b, fit); {
	case b.chance(10):
	case b.hostile && b.chance(8):
		v.Set(reflect.Zero(t))
	default:
		p := reflect.New(t.Elem())
		b.fill(p.Elem())
		v.Set(p)
	}
}
