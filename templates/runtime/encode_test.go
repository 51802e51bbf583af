package runtime

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"
)

// same fails unless the encoder writes what encoding/json does.
func same[T any](t *testing.T, v T, write func(*encoder, T)) {
	t.Helper()
	want, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	got, err := appendWith([]byte("x"), v, write)
	if err != nil || string(got) != "x"+string(want) {
		t.Errorf("%q, %v; encoding/json: %q", got, err, want)
	}
}

func TestEncodeScalars(t *testing.T) {
	for c := range rune(0x300) {
		same(t, "a"+string(c)+"b", (*encoder).str)
	}
	for _, s := range []string{"", "\xff", "a\xc3", "\xed\xa0\x80", "\u2028x\u2029", "\ufffd", "<a href=\"&\">", "\U0010ffff"} {
		same(t, s, (*encoder).str)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		if f := math.Float64frombits(r.Uint64()); !math.IsNaN(f) && !math.IsInf(f, 0) {
			same(t, f, (*encoder).float)
		}
	}
	for _, f := range []float64{0, math.Copysign(0, -1), 1e-6, 9.99e-7, 1e20, 1e21, -1e21, 1e-9, 5e-324, math.MaxFloat64, 0.1, 100} {
		same(t, f, (*encoder).float)
	}
	for _, n := range []int64{0, -1, math.MaxInt64, math.MinInt64} {
		same(t, n, (*encoder).integer)
	}
	same(t, true, (*encoder).boolean)
	same(t, map[string]int64{"b": 1, "a": 2, "<": 3, "": 4}, func(e *encoder, v map[string]int64) { writeMap(e, v, (*encoder).integer) })
	same(t, []string{"a", "b"}, func(e *encoder, v []string) { writeList(e, v, (*encoder).str) })
}

func TestEncodeRaw(t *testing.T) {
	for _, text := range []string{
		`{ "a" : [ 1 , 2.50 ] , "b\"\\" : " \u003c < > & " }`, "\"\u2028 \u2029 é \u20ac\"", ` null `, `[ ]`, "{\n\t\"x\": \"a  b\"\r\n}",
	} {
		var want, escaped bytes.Buffer
		if err := json.Compact(&want, []byte(text)); err != nil {
			t.Fatal(err)
		}
		json.HTMLEscape(&escaped, want.Bytes())
		got, err := appendWith(nil, json.RawMessage(text), (*encoder).raw)
		if err != nil || string(got) != escaped.String() {
			t.Errorf("%s became %s, %v; want %s", text, got, err, escaped.String())
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	for name, write := range map[string]func(*encoder){
		"NaN":         func(e *encoder) { e.float(math.NaN()) },
		"infinity":    func(e *encoder) { e.float(math.Inf(-1)) },
		"raw":         func(e *encoder) { e.raw(json.RawMessage(`{"a":1,"a":2}`)) },
		"no variant":  func(e *encoder) { e.payload(nil) },
		"nil variant": func(e *encoder) { e.payload((*UnknownPayload)(nil)) },
	} {
		dst := []byte("before")
		got, err := appendWith(dst, 0, func(e *encoder, _ int) { write(e) })
		if err == nil || string(got) != "before" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// Every byte in every place is written as encoding/json does.
func TestEncodeText(t *testing.T) {
	for _, around := range []string{"", "a", "abcdefg", "abcdefgh", "abcdefghijklmno", "é", "<", "\u2028\\"} {
		for c := range 256 {
			for _, text := range []string{string(rune(c)), string([]byte{byte(c)})} {
				for _, v := range []string{around + text + around, around + around + text, text + around} {
					want, err := json.Marshal(v)
					if err != nil {
						t.Fatal(err)
					}
					var e encoder
					if e.str(v); string(e.buf) != string(want) {
						t.Fatalf("%q is written as %s, not %s", v, e.buf, want)
					}
				}
			}
		}
	}
}
