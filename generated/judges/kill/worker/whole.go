package main

import (
	"encoding/json"
	"reflect"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// unknown gives what is of no known variant, or action, the name of another,
// in its raw JSON too: also a name that is known.
func (w *walker) unknown(at string, v reflect.Value, put func()) {
	raw := v.FieldByName("Raw")
	if !raw.IsValid() || raw.Type() != reflect.TypeFor[json.RawMessage]() {
		return
	}
	for i := range v.NumField() {
		name := v.Field(i)
		if name.Kind() != reflect.String {
			continue
		}
		for member, texts := range membersWith(raw.Bytes(), name.String(), w.words) {
			for _, text := range texts {
				other := reflect.New(v.Type()).Elem()
				other.Set(v)
				other.Field(i).SetString(text)
				other.FieldByName("Raw").SetBytes(renamed(raw.Bytes(), member, text))
				w.set(at, v, put, other)
			}
		}
	}
}

// membersWith returns the members of an object that have a text, and the texts
// that those of their name have elsewhere.
func membersWith(object []byte, text string, words map[string][]string) map[string][]string {
	var members map[string]any
	if json.Unmarshal(object, &members) != nil {
		return nil
	}
	out := map[string][]string{}
	for name, v := range members {
		if v == text {
			out[name] = words[name]
		}
	}
	return out
}

func renamed(object []byte, member, text string) []byte {
	tree, err := conformance.Tree(object)
	if err != nil {
		panic(err) // it has just been read
	}
	tree.(map[string]any)[member] = text
	return conformance.Text(tree)
}

// action gives a delivery of an unknown action, and its payload, another one.
func (w *walker) action(at string, v reflect.Value, put func()) {
	action, payload := v.FieldByName("Action"), v.FieldByName("Payload")
	if !action.IsValid() || !payload.IsValid() || payload.Kind() != reflect.Interface || payload.IsNil() {
		return
	}
	of := reflect.Indirect(payload.Elem())
	if of.Type().Name() != "UnknownPayload" {
		return
	}
	for _, text := range []string{"", "\xff", "a\n", " a", "a ", "a.b", "a.b.c", ".", "zzz", "message", "push"} {
		other := reflect.New(of.Type())
		other.Elem().Set(of)
		other.Elem().FieldByName("Action").SetString(text)
		changed := reflect.New(v.Type()).Elem()
		changed.Set(v)
		changed.FieldByName("Action").SetString(text)
		changed.FieldByName("Payload").Set(other)
		w.set(at, v, put, changed)
	}
}

// whole sets a struct to another as a whole.
func (w *walker) whole(at string, v reflect.Value, put func()) {
	if !w.collected || !v.CanSet() || v.NumField() == 0 {
		return
	}
	if v.Type().Field(0).IsExported() {
		w.try(at, v, put, broken(v.Type(), 4).Interface())
		w.unknown(at, v, put)
	}
	w.kinds(at, v, put)
	w.action(at, v, put)
}

// kinds sets a union of kinds to JSON of every kind, as if the union listed it
// and as if it did not.
func (w *walker) kinds(at string, v reflect.Value, put func()) {
	if f := v.FieldByName("text"); f.IsValid() && f.Type().Name() == "scalarText" {
		for _, text := range someJSON {
			for _, quote := range []string{"", `"`} {
				other := reflect.New(v.Type()).Elem()
				unlocked(other.FieldByName("text")).SetString(quote + text.(string))
				w.set(at, v, put, other)
			}
		}
	}
	if !v.FieldByName("kind").IsValid() {
		return
	}
	for _, name := range []string{"raw", "asString"} {
		if f := v.FieldByName(name); !f.IsValid() || f.Type().Name() != "string" {
			continue
		}
		for _, text := range someJSON {
			for kind := range 8 {
				other := reflect.New(v.Type()).Elem()
				unlocked(other.FieldByName(name)).SetString(text.(string))
				unlocked(other.FieldByName("kind")).SetUint(uint64(kind))
				w.set(at, v, put, other)
			}
		}
	}
}
