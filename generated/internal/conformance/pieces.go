package conformance

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
)

// words are texts, and among them values of enums, constants, discriminators
// and older names.
var words = []string{
	"", "a", "b", "é", "<&>", "\u2028", "\ufffd", "\x00\x1f\x7f", "say \"hi\"\\", "type", "value", "leaf", "items", "customer", "id",
	"red", "left", "right", "x", "yes", "always", "circle", "square", "hexagon", "octagon", "group", "text", "zzz",
	"txt", "label", "perhaps", "nil", "beide", "seven", "data", "content", "time", "seq",
	"agent", "message", "file", "custom", "all", "none", "0", "2019-10-11T10:54:46.000000Z",
}

// badWords are no texts.
var badWords = []string{"\xff", "a\xc3", "\xed\xa0\x80"}

var integers = []int64{0, 1, 2, 3, 5, 7, 9, 10, 50, 100, -1, -5, 1 << 53, 1<<53 + 1, math.MaxInt64, math.MinInt64}

var floats = []float64{
	0, math.Copysign(0, -1), 1, 0.1, 0.5, 1.5, -1.5, 2, 1e-7, 1e21, 123456789.125, 5e-324, math.MaxFloat64, -math.MaxFloat64,
	math.Nextafter(0.1, 1), math.NaN(), math.Inf(1), math.Inf(-1),
}

// raws are texts of JSON, of every kind, and some that are none.
var raws = []string{
	"null", "true", "0", "1.50", "1e2", "-0.0", "9007199254740993", "1e400", `""`, `"a"`, `"\u003c<é\u2028"`, "[]", "{}",
	` [ 1 , { "a" : [ ] } ] `, `{"type":"circle","radius":1}`, `{"type":"zzz","more":[null]}`, `{"type":"zzz"}`, `{"type":5}`,
	`{"value":1}`, `{"leaf":{"id":1}}`, `{"items":{}}`, `{"any":null}`, `{"customer":1}`, `{"list":[]}`,
}

var badRaws = []string{
	"", " ", "{", "nul", `{"a":1,"a":2}`, `"\ud800"`, "\"\xff\"", "1e100000", "01", "[1]]", "\ufeff1", `{"a":{"b":1,"b":2}}`,
	strings.Repeat("[", 101) + strings.Repeat("]", 101),
}

func (b *Builder) raw() []byte {
	switch {
	case b.chance(10):
		return nil
	case b.hostile && b.chance(3):
		return []byte(pick(b, badRaws))
	case b.chance(10):
		depth := 60 + b.rand.IntN(50)
		return []byte(strings.Repeat("[", depth) + strings.Repeat("]", depth))
	}
	return []byte(pick(b, raws))
}

// violations returns the pointers of what v objects to in itself, nil if
// nothing.
func violations(v reflect.Value) []string {
	validator, ok := v.Addr().Interface().(interface{ Validate() error })
	if !ok || v.Kind() == reflect.Interface {
		return nil
	}
	err := validator.Validate()
	if err == nil {
		return nil
	}
	list := reflect.ValueOf(err).Elem().FieldByName("Violations")
	var pointers []string
	for i := range list.Len() {
		pointers = append(pointers, list.Index(i).FieldByName("Pointer").String())
	}
	return pointers
}

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
		for i := range a.NumField() {
			same := equal
			if a.Type().Field(i).Name == "raw" { // JSON that a union by kind keeps as text
				same = func(a, b reflect.Value) bool { return equalRaw([]byte(a.String()), []byte(b.String())) }
			}
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
	case reflect.Float64:
		return a.Float() == b.Float()
	}
	return a.Equal(b)
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
