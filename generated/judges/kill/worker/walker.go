package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"unsafe"

	"github.com/webhookgen/webhookgen/generated/judges"
)

// walker visits a value and all in it: first to collect the types that stand
// in interfaces, and the longest text of each type, then to make trials.
type walker struct {
	types     map[reflect.Type][]byte
	samples   map[reflect.Type][]byte // types, without those that only kits have
	order     []reflect.Type          // in which types were met
	variants  map[reflect.Type]*variants
	words     map[string][]string // texts by the name of their member
	collected bool
	shallow   bool            // what is a type of its own is not looked into
	delivery  judges.Delivery // that is changed
	trials    []trial
}

// variants are what was met in an interface, each type once.
type variants struct {
	known  map[reflect.Type]bool
	values []reflect.Value
}

// set adds a trial in which v is what to is. put is called when v has changed.
func (w *walker) set(at string, v reflect.Value, put func(), to reflect.Value) {
	d := w.delivery
	w.trials = append(w.trials, trial{name: at, set: to, run: func(r *report) {
		old := reflect.ValueOf(v.Interface())
		if !old.IsValid() {
			old = reflect.Zero(v.Type())
		}
		v.Set(to)
		put()
		defer func() {
			v.Set(old)
			put()
		}()
		r.failed(d.Validate())
	}})
}

func (w *walker) try(at string, v reflect.Value, put func(), values ...any) {
	for _, to := range values {
		if w.collected && v.CanSet() {
			w.set(at, v, put, reflect.ValueOf(to).Convert(v.Type()))
		}
	}
}

func (w *walker) walk(at string, v reflect.Value, put func()) {
	if v.CanAddr() && !v.CanSet() { // an unexported field
		v = unlocked(v)
	}
	w.collect(v)
	if v.Kind() == reflect.Struct {
		w.whole(at, v, put)
	}
	if w.shallow && v.CanAddr() && at != v.Type().String() {
		if _, ok := v.Addr().Interface().(ofItsOwn); ok {
			return
		}
	}
	switch v.Kind() {
	case reflect.String:
		w.try(at, v, put, someTexts...)
		if v.Type().Name() == "string" && strings.HasSuffix(at, ".raw") {
			w.try(at, v, put, someJSON...)
		}
	case reflect.Bool:
		w.try(at, v, put, !v.Bool())
	case reflect.Int64:
		w.try(at, v, put, someNumbers...)
	case reflect.Uint8:
		w.try(at, v, put, 0, 1, 2, 3, 4, 5, 6, 7)
	case reflect.Float64:
		w.try(at, v, put, someFloats...)
	case reflect.Struct:
		for i := range v.NumField() {
			w.walk(at+"."+v.Type().Field(i).Name, v.Field(i), put)
		}
	case reflect.Slice:
		w.slice(at, v, put)
	case reflect.Map:
		w.mapping(at, v, put)
	case reflect.Pointer:
		w.try(at, v, put, reflect.Zero(v.Type()).Interface())
		if !v.IsNil() {
			w.walk(at, v.Elem(), put)
		} else if w.collected {
			w.try(at, v, put, broken(v.Type(), 4).Interface())
		}
	case reflect.Interface:
		w.dynamic(at, v, put)
	}
}

func (w *walker) slice(at string, v reflect.Value, put func()) {
	if v.Type() == reflect.TypeFor[json.RawMessage]() {
		w.try(at, v, put, someJSON...)
		return
	}
	w.try(at, v, put, reflect.Zero(v.Type()).Interface(), reflect.MakeSlice(v.Type(), 0, 0).Interface())
	zero := reflect.Zero(v.Type().Elem())
	more := reflect.Append(v.Slice3(0, v.Len(), v.Len()), zero)
	if v.Len() > 0 {
		zero = v.Index(0)
	}
	double := reflect.Append(v.Slice3(0, v.Len(), v.Len()), zero, zero, zero)
	w.try(at, v, put, more.Interface(), double.Interface(), broken(v.Type(), 4).Interface())
	for n := range v.Len() {
		w.try(at, v, put, v.Slice(0, n).Interface())
		w.walk(fmt.Sprintf("%s[%d]", at, n), v.Index(n), put)
	}
}

func (w *walker) mapping(at string, v reflect.Value, put func()) {
	zero := reflect.Zero(v.Type().Elem())
	for _, key := range []string{"\xff", "value", "customer", "items", "leaf", "any", "list"} {
		other := reflect.MakeMap(v.Type())
		other.SetMapIndex(reflect.ValueOf(key), zero)
		for _, k := range v.MapKeys() {
			other.SetMapIndex(reflect.ValueOf(key), v.MapIndex(k))
		}
		w.try(at, v, put, other.Interface())
	}
	w.try(at, v, put, reflect.Zero(v.Type()).Interface(), broken(v.Type(), 4).Interface())
	for _, k := range v.MapKeys() {
		value := reflect.New(v.Type().Elem()).Elem()
		value.Set(v.MapIndex(k))
		w.walk(at+"."+k.String(), value, func() { v.SetMapIndex(k, value); put() })
	}
}

// unlocked returns a field that can be set, exported or not.
func unlocked(v reflect.Value) reflect.Value {
	return reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem()
}

// dynamic sets an interface to nothing, to nothing of its type, and to every
// type that was met in it.
func (w *walker) dynamic(at string, v reflect.Value, put func()) {
	if v.IsNil() {
		return
	}
	met := w.variants[v.Type()]
	if met == nil {
		met = &variants{known: map[reflect.Type]bool{}}
		w.variants[v.Type()] = met
	}
	if typ := v.Elem().Type(); !met.known[typ] {
		met.known[typ] = true
		met.values = append(met.values, v.Elem())
	}
	if w.collected {
		w.set(at, v, put, reflect.Zero(v.Type()))
		w.set(at, v, put, reflect.Zero(v.Elem().Type()))
		for _, other := range met.values {
			w.set(at, v, put, other)
		}
	}
	w.walk(at, v.Elem(), put)
}
