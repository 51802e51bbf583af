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
	text, err := own.AppendJSON(nil)
	if err == nil && len(text) > len(w.types[v.Type()]) && len(text) < 4096 {
		w.types[v.Type()] = text
	}
}

// single returns trials of each type on its own: of texts that are changed
// everywhere, and of values.
func (w *walker) single() []trial {
	words := map[string][]string{"type": {"zz", "agent", "message", "circle"}}
	var out []trial
	for typ, text := range w.types {
		own := reflect.New(typ).Interface().(ofItsOwn)
		if err := own.UnmarshalJSON(text); err != nil {
			continue // the bare shape of a push, which is read as a delivery
		}
		w.delivery = own
		w.walk(typ.String(), reflect.ValueOf(own), func() {})
		tree, err := conformance.Tree(text)
		if err != nil {
			panic(err) // it has just been read
		}
		for what, mutated := range conformance.Mutations(tree, words) {
			changed := conformance.Text(mutated)
			out = append(out, trial{fmt.Sprintf("%v, %s", typ, what), func() string {
				own := reflect.New(typ).Interface().(ofItsOwn)
				return parsed(own, own.UnmarshalJSON(changed))
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
