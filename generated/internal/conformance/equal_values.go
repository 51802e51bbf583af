package conformance

import (
	"encoding/json"
	"reflect"
	"strings"
)

// Equal says whether two Go values mean the same: raw JSON by meaning, a list
// or map without elements as none where nothing else tells them apart.
func Equal(a, b any) bool { return equal(reflect.ValueOf(a), reflect.ValueOf(b)) }

func equal(a, b reflect.Value) bool {
	if a.IsValid() != b.IsValid() || a.IsValid() && a.Type() != b.Type() {
		return false
	}
	switch a.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Pointer, reflect.Interface:
		return a.IsNil() == b.IsNil() && (a.IsNil() || equal(a.Elem(), b.Elem()))
	case reflect.Struct:
		same := equal
		if kind := a.FieldByName("kind"); kind.IsValid() && kind.Uint() == kindUnknown {
			same = equalOrRaw
		}
		for i := range a.NumField() {
			if !same(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		if a.Type() == reflect.TypeFor[json.RawMessage]() {
			return equalRaw(a.Bytes(), b.Bytes())
		}
		same := a.Len() == b.Len()
		for i := 0; same && i < a.Len(); i++ {
			same = equal(a.Index(i), b.Index(i))
		}
		return same
	case reflect.Map:
		same := a.Len() == b.Len()
		for _, key := range a.MapKeys() {
			same = same && equal(a.MapIndex(key), b.MapIndex(key))
		}
		return same
	case reflect.String:
		if a.Type().Name() == scalarText && strings.ContainsAny(a.String()[:min(1, a.Len())], "[{") {
			return equalRaw([]byte(a.String()), []byte(b.String()))
		}
	case reflect.Float64:
		return a.Float() == b.Float()
	}
	return a.Equal(b)
}

// kindUnknown is what the field kind of a union by kind has where one of its
// texts is JSON.
const kindUnknown = 7

// scalarText is the type of the text of a union of scalars, which is JSON too.
const scalarText = "scalarText"

func equalOrRaw(a, b reflect.Value) bool {
	return equal(a, b) || a.Kind() == reflect.String && equalRaw([]byte(a.String()), []byte(b.String()))
}

func equalRaw(a, b []byte) bool {
	x, err1 := Tree(a)
	y, err2 := Tree(b)
	if err1 != nil || err2 != nil {
		return len(a) == 0 && len(b) == 0
	}
	difference, lost := Difference(x, y)
	return difference == "" && len(lost) == 0
}
