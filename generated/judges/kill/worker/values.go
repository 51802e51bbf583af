package main

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"
	"unsafe"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/judges"
)

// brokenValues returns every sample, read into Go, with each field in turn set
// to what it cannot or can just be.
func brokenValues() (values, single []trial, err error) {
	cases, err := judges.Cases(math.MaxInt, judges.Instrumented)
	if err != nil {
		return nil, nil, err
	}
	var deliveries []judges.Delivery
	w := walker{variants: map[reflect.Type]map[reflect.Type]reflect.Value{}, types: map[reflect.Type][]byte{}}
	for c := range cases {
		d, err := c.Subject.Parse(c.Push, c.Text)
		if err != nil {
			continue // a sample of what is refused
		}
		deliveries = append(deliveries, d)
		w.walk(c.What, reflect.ValueOf(d), func() {})
	}
	w.collected = true
	for i, d := range deliveries {
		w.delivery = d
		w.walk(fmt.Sprintf("value %d", i), reflect.ValueOf(d), func() {})
	}
	single = w.single()
	return w.trials, single, nil
}

// walker visits a value and all in it: first to collect the types that stand
// in interfaces, and the longest text of each type, then to make trials.
type walker struct {
	types     map[reflect.Type][]byte
	variants  map[reflect.Type]map[reflect.Type]reflect.Value
	collected bool
	delivery  judges.Delivery // that is changed
	trials    []trial
}

// set adds a trial in which v is what to is. put is called when v has changed.
func (w *walker) set(at string, v reflect.Value, put func(), to reflect.Value) {
	d := w.delivery
	w.trials = append(w.trials, trial{fmt.Sprintf("%s = %.60v", at, to), func() string {
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
		if err := d.Validate(); err != nil {
			return failure(err)
		}
		return "good"
	}})
}

func (w *walker) try(at string, v reflect.Value, put func(), values ...any) {
	for _, to := range values {
		if w.collected && v.CanSet() {
			w.set(at, v, put, reflect.ValueOf(to).Convert(v.Type()))
		}
	}
}

var (
	someTexts = []any{"", "\xff", "zzz", "left", "circle", "square", "octagon", "message", "agent", "choice", "data", "time", "txt", "seq", "scalars", "optional", "scalars_repeated", "thread_closed",
		"hexagon", "group", "text", "file", "filled_form", "rich_message", "system_message", "custom", "customer", "name", "email", "question", "textarea", "radio", "select", "checkbox", "group_chooser"}
	someNumbers = []any{int64(math.MinInt64), int64(math.MaxInt64), -6, -5, -1, 0, 1, 2, 5, 6, 7, 9, 10, 11, 100, 101}
	someFloats  = []any{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, -math.MaxFloat64, -2.0, -1.6, -1.5, -1.0, -0.5, 0.0, 0.1, 0.11, 0.5, 1.0, 1.5, 1.6, 2.0}
	someJSON    = []any{"", "{", "{}", "[]", " {}", " []", "null", "1", "true", `"x"`, "\xff", `{"type":"zzz"}`, `{"type":"circle"}`, `{"type":"message"}`, `{"type":1}`, `{"value":1}`, `{"any":1}`, "{}x",
		strings.Repeat("[", 93) + strings.Repeat("]", 93), strings.Repeat("[", 98) + strings.Repeat("]", 98), strings.Repeat("[", 101) + strings.Repeat("]", 101)}
)

func (w *walker) walk(at string, v reflect.Value, put func()) {
	if v.CanAddr() && !v.CanSet() { // an unexported field
		v = reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem()
	}
	w.collect(v)
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

// dynamic sets an interface to nothing, to nothing of its type, and to every
// type that was met in it.
func (w *walker) dynamic(at string, v reflect.Value, put func()) {
	if v.IsNil() {
		return
	}
	if w.variants[v.Type()] == nil {
		w.variants[v.Type()] = map[reflect.Type]reflect.Value{}
	}
	w.variants[v.Type()][v.Elem().Type()] = v.Elem()
	if w.collected {
		w.set(at, v, put, reflect.Zero(v.Type()))
		w.set(at, v, put, reflect.Zero(v.Elem().Type()))
		for _, other := range w.variants[v.Type()] {
			w.set(at, v, put, other)
		}
	}
	w.walk(at, v.Elem(), put)
}

// deepValues returns values at the limit of nesting and beyond it, and a
// payload that cannot stand in a delivery.
func deepValues() []trial {
	known := everything.UnknownPayload{Action: everything.ActionEmpty, Raw: json.RawMessage("{}")}
	out := []trial{{"an unknown payload of a known action", func() string { return verdict(known.Validate()) }}}
	for depth := 96; depth < 104; depth++ {
		tree, leaf := everything.Tree{}, &everything.Leaf{}
		mixed, shape := everything.MixedOfString(""), everything.Shape(&everything.Circle{})
		for range depth {
			tree = everything.Tree{"": tree}
			leaf = &everything.Leaf{Next: leaf}
			mixed = everything.MixedOfList([]everything.Mixed{mixed})
			shape = &everything.ShapeGroup{Shapes: []everything.Shape{shape}}
		}
		group := shape.(*everything.ShapeGroup)
		out = append(out, trial{fmt.Sprintf("depth %d", depth), func() string {
			return verdict(tree.Validate()) + verdict(leaf.Validate()) + verdict(mixed.Validate()) + verdict(group.Validate())
		}})
	}
	return out
}
