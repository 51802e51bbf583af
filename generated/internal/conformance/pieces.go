package conformance

import (
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
