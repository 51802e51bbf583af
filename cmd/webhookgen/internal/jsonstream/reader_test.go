package jsonstream

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func texts(t *testing.T, in io.Reader, limit int) []string {
	t.Helper()
	r := NewReader(in, limit)
	var all []string
	for {
		v, err := r.Next()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		if v.TooLong {
			all = append(all, "TOO LONG")
			continue
		}
		all = append(all, string(v.Text))
	}
}

func TestCuts(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"", nil},
		{" \r\n\t ", nil},
		{`{}`, []string{`{}`}},
		{`{}{}`, []string{`{}`, `{}`}},
		{"{\"a\":[1,{}]}\n[2]\n", []string{`{"a":[1,{}]}`, `[2]`}},
		{`1"a"true null{}`, []string{`1`, `"a"`, `true`, `null`, `{}`}},
		{`{"a":"}\"]{\\"}[]`, []string{`{"a":"}\"]{\\"}`, `[]`}},
		{`{"a":1,"a":2}`, []string{`{"a":1,"a":2}`}},                              // duplicates are the validator's
		{"{\"a\":\"\xff\"} 2", []string{"{\"a\":\"\xff\"}", "2"}},                 // so is UTF-8
		{"\xef\xbb\xbf{} {}", []string{"\xef\xbb\xbf{}", "{}"}},                   // and a byte order mark
		{"\xef\xbb\xbf", []string{"\xef\xbb\xbf"}},                                //
		{`{]}`, []string{`{]`, `}`}},                                              // brackets are counted, not matched
		{`{},{}`, []string{`{}`, `,`, `{}`}},                                      //
		{`x{}`, []string{`x`, `{}`}},                                              //
		{`{"a":`, []string{`{"a":`}},                                              // cut short
		{`"a`, []string{`"a`}},                                                    //
		{"{\"a\":\"b\n{\"c\":1}", []string{`{"a":"b`, `{"c":1}`}},                 // the next line is not swallowed
		{"{\"a\":\n\n 1}", []string{"{\"a\":\n\n 1}"}},                            //
		{strings.Repeat("[", 50), []string{strings.Repeat("[", 50)}},              //
		{strings.Repeat("[1],", 3), strings.Split("[1] , [1] , [1] , ", " ")[:6]}, //
		{"\x00{}", []string{"\x00", "{}"}},
	}
	for _, tt := range tests {
		for _, in := range []io.Reader{strings.NewReader(tt.in), iotest.OneByteReader(strings.NewReader(tt.in))} {
			if got := texts(t, in, 1000); !slices.Equal(got, tt.want) {
				t.Errorf("%q cuts into %q, want %q", tt.in, got, tt.want)
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	r := NewReader(strings.NewReader("{}\n\n  [\n1]\n2"), 100)
	want := []Value{{Offset: 0, Line: 1}, {Offset: 6, Line: 3}, {Offset: 11, Line: 5}}
	for _, w := range want {
		v, err := r.Next()
		if err != nil || v.Offset != w.Offset || v.Line != w.Line {
			t.Errorf("value %q at %d, line %d, want %d, line %d (%v)", v.Text, v.Offset, v.Line, w.Offset, w.Line, err)
		}
	}
}

func TestLimit(t *testing.T) {
	in := `[1] "` + strings.Repeat("x", 1<<20) + `" [2]`
	if got := texts(t, strings.NewReader(in), 3); !slices.Equal(got, []string{"[1]", "TOO LONG", "[2]"}) {
		t.Errorf("%q", got)
	}
}

func TestStreamFault(t *testing.T) {
	fault := errors.New("fault")
	r := NewReader(io.MultiReader(strings.NewReader("[1] [2"), iotest.ErrReader(fault)), 100)
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if v, err := r.Next(); !errors.Is(err, fault) {
		t.Errorf("%q, %v", v.Text, err)
	}
}

// Whatever the bytes: the reader ends, and loses nothing but space.
func FuzzReader(f *testing.F) {
	for _, s := range []string{`{"a":1}[2]`, "\xef\xbb\xbf{}", `"\`, "{\"\n", "x}}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r := NewReader(bytes.NewReader(in), len(in)+1)
		var end int64
		for {
			v, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil || len(v.Text) == 0 || v.Offset < end {
				t.Fatalf("%q at %d after %d: %v", v.Text, v.Offset, end, err)
			}
			if skipped := in[end:v.Offset]; len(bytes.Trim(skipped, " \t\r\n")) != 0 {
				t.Fatalf("%q is lost", skipped)
			}
			end = v.Offset + int64(len(v.Text))
			if !bytes.Equal(v.Text, in[v.Offset:end]) {
				t.Fatalf("%q is not what stands at %d", v.Text, v.Offset)
			}
		}
		if len(bytes.Trim(in[end:], " \t\r\n")) != 0 {
			t.Fatalf("%q is lost", in[end:])
		}
	})
}
