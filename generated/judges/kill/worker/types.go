package main

import (
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/judges"
)

// ofItsOwn is a type that is read, checked and written on its own too.
type ofItsOwn interface {
	judges.Delivery
	json.Unmarshaler
}

// collect keeps the longest text of each type.
func (w *walker) collect(v reflect.Value) {
	if w.collected || !v.CanAddr() {
		return
	}
	own, ok := v.Addr().Interface().(ofItsOwn)
	if !ok {
		return
	}
	known, met := w.types[v.Type()]
	if !met {
		w.order = append(w.order, v.Type())
	}
	text, err := own.AppendJSON(nil)
	if err == nil && len(text) > len(known) && len(text) < 4096 {
		known = text
	}
	w.types[v.Type()] = known
}

// single returns trials of each type on its own: of texts of the samples that
// are changed everywhere, and of values, each without the types inside of it
// that are tried by themselves.
func (w *walker) single() []trial {
	words := map[string][]string{"type": {"zz", "agent", "message", "circle"}}
	var out []trial
	w.shallow = true
	for _, typ := range w.order {
		out = append(out, trial{name: fmt.Sprintf("no %v", typ), run: func(r *report) {
			r.failed(reflect.Zero(reflect.PointerTo(typ)).Interface().(ofItsOwn).Validate())
		}})
		own := reflect.New(typ).Interface().(ofItsOwn)
		if err := own.UnmarshalJSON(w.types[typ]); err != nil {
			continue // a push, or a request, that is no delivery by itself
		}
		w.delivery = own
		w.walk(typ.String(), reflect.ValueOf(own), func() {})
		text := w.samples[typ]
		if text == nil && len(w.types[typ]) < 1000 { // only a kit has it
			text = w.types[typ]
		}
		tree, err := conformance.Tree(text)
		if err != nil {
			continue
		}
		for what, mutated := range conformance.Mutations(tree, words) {
			changed := conformance.Text(mutated)
			out = append(out, trial{name: fmt.Sprintf("%v, %s", typ, what), run: func(r *report) {
				own := reflect.New(typ).Interface().(ofItsOwn)
				r.parsed(own, own.UnmarshalJSON(changed))
			}})
		}
	}
	return out
}

// broken returns a value with as much in it as can be wrong, to some depth.
func broken(typ reflect.Type, depth int) reflect.Value {
	v := reflect.New(typ).Elem()
	if depth == 0 {
		return v
	}
	switch typ.Kind() {
	case reflect.String:
		v.SetString("\xff")
	case reflect.Pointer:
		v.Set(reflect.New(typ.Elem()))
		v.Elem().Set(broken(typ.Elem(), depth-1))
	case reflect.Slice:
		v.Set(reflect.Append(v, broken(typ.Elem(), depth-1)))
	case reflect.Map:
		v.Set(reflect.MakeMap(typ))
		v.SetMapIndex(reflect.ValueOf("a"), broken(typ.Elem(), depth-1))
	case reflect.Struct:
		for i := range typ.NumField() {
			if typ.Field(i).IsExported() {
				v.Field(i).Set(broken(typ.Field(i).Type, depth-1))
			}
		}
	}
	return v
}
