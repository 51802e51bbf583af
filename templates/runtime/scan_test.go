package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCheckJSON(t *testing.T) {
	for _, good := range []string{
		`{}`, `[]`, `""`, `0`, `-0`, `true`, `false`, `null`, " \t\r\n{ } ", `[1 , 2]`, `{"a" : 1 , "b" : [ ] }`,
		`1.5e-3`, `1E+2`, `-0.0`, `"\u0000\ud83d\ude00\/\b\f\n\r\t\"\\"`, "\"\u007fé\u2028\U0010ffff\"",
		`{"a":1,"A":2}`, `{"":1}`, `{"a":{"a":1},"b":{"a":1}}`, `"` + strings.Repeat("x", 1000) + `"`,
	} {
		if err := CheckJSON([]byte(good)); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
	for _, bad := range []struct {
		text   string
		offset int
	}{
		{``, 0}, {` `, 1}, {`{`, 1}, {`[1,]`, 3}, {`[,1]`, 1}, {`{"a"}`, 4}, {`{"a":}`, 5}, {`{"a":1,}`, 7}, {`{a:1}`, 1}, {`{'a':1}`, 1},
		{`01`, 1}, {`1.`, 2}, {`.5`, 0}, {`+1`, 0}, {`-`, 1}, {`1e`, 2}, {`0x1`, 1}, {`NaN`, 0}, {`tru`, 0}, {`True`, 0}, {`nul`, 0}, {`nulll`, 4},
		{`"`, 1}, {`"\x"`, 1}, {`"\u12"`, 1}, {`"\ud800"`, 1}, {`"\udc00"`, 1}, {`"\ud800\u0041"`, 1}, {"\"\n\"", 1}, {"\"\x00\"", 1}, {"\"\x1f\"", 1},
		{"\"\xff\"", 1}, {"\"\xc0\xaf\"", 1}, {"\"\xed\xa0\x80\"", 1}, {"\"\xf4\x90\x80\x80\"", 1}, {"\"\xe2\x80\"", 1},
		{`{} {}`, 3}, {`1 2`, 2}, {`[1] x`, 4}, {"\ufeff{}", 0}, {"{}\x00", 2}, {"\x00", 0}, {"// c\n1", 0}, {`[1}`, 2}, {`{"a":1]`, 6},
		{`{"a":1,"a":2}`, 7}, {`{"a":1,"\u0061":2}`, 7}, {`[{"x":{"b":1,"b":1}}]`, 13},
	} {
		var syntax *SyntaxError
		if err := CheckJSON([]byte(bad.text)); !errors.As(err, &syntax) {
			t.Errorf("%q is accepted", bad.text)
		} else if syntax.Offset != bad.offset {
			t.Errorf("%q: offset %d, want %d (%v)", bad.text, syntax.Offset, bad.offset, err)
		}
	}
}

// TestLimits checks each limit from both sides.
func TestLimits(t *testing.T) {
	members := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(`,"k` + strings.Repeat("x", i) + `":1`)
		}
		return "{" + b.String()[1:] + "}"
	}
	for _, test := range []struct {
		name   string
		limits Limits
		within string
		beyond string
	}{
		{"depth", Limits{Depth: 3}, `[[[]]]`, `[[[[]]]]`},
		{"depth of objects", Limits{Depth: 2}, `{"a":{"b":1}}`, `{"a":{"b":{}}}`},
		{"default depth", Limits{}, strings.Repeat("[", 100) + strings.Repeat("]", 100), strings.Repeat("[", 101) + strings.Repeat("]", 101)},
		{"size", Limits{Size: 4}, `1234`, `12345`},
		{"few members", Limits{Members: 3}, members(3), members(4)},
		{"many members", Limits{Members: 20}, members(20), members(21)},
		{"number", Limits{Number: 5}, `-1.23`, `-1.234`},
		{"exponent", Limits{Exponent: 20}, `1e20`, `1e21`},
		{"negative exponent", Limits{Exponent: 20}, `1e-20`, `1e-21`},
		{"padded exponent", Limits{Exponent: 20}, `1e0000020`, `1e0000021`},
		{"default exponent", Limits{}, `1e1000`, `1e10000000`},
	} {
		check := func(text string) error {
			s := scanner{}
			if s.load([]byte(text), test.limits) {
				if p := s.skip(s.document()); p >= 0 {
					s.finish(p)
				}
			}
			return s.syntaxError()
		}
		if err := check(test.within); err != nil {
			t.Errorf("%s: within the limit: %v", test.name, err)
		}
		if err := check(test.beyond); err == nil {
			t.Errorf("%s: accepted beyond the limit", test.name)
		}
	}
}

// reference decides by other means whether text is strict JSON: encoding/json
// for the grammar, and its tokens for what it lets pass.
func reference(text []byte) bool {
	if !json.Valid(text) || !utf8.Valid(text) || loneSurrogate(text) {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return unique(d) == nil
}

var errTwice = errors.New("twice")

// unique reads one value and fails if a member name occurs twice in an object.
func unique(d *json.Decoder) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	open, _ := token.(json.Delim)
	seen := map[string]bool{}
	for open == '{' && d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		if seen[name.(string)] {
			return errTwice
		}
		seen[name.(string)] = true
		if err := unique(d); err != nil {
			return err
		}
	}
	for open == '[' && d.More() {
		if err := unique(d); err != nil {
			return err
		}
	}
	if open != 0 {
		_, err = d.Token()
	}
	if err == io.EOF {
		err = nil
	}
	return err
}

// loneSurrogate says whether an escape in valid JSON is half of a pair.
func loneSurrogate(text []byte) bool {
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		if text[i+1] != 'u' {
			i++
			continue
		}
		var s string
		pair := min(i+12, len(text))
		if json.Unmarshal([]byte(`"`+string(text[i:i+6])+`"`), &s) == nil && s != "\ufffd" || strings.EqualFold(string(text[i:i+6]), `\ufffd`) {
			i += 5
			continue
		}
		if pair == i+12 && json.Unmarshal([]byte(`"`+string(text[i:pair])+`"`), &s) == nil && utf8.RuneCountInString(s) == 1 {
			i += 11
			continue
		}
		return true
	}
	return false
}

// withinLimits says whether no default limit applies to text.
func withinLimits(text []byte) bool {
	depth, deepest := 0, 0
	for _, c := range text {
		switch c {
		case '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ']', '}':
			depth--
		case 'e', 'E':
			return false // an exponent, perhaps: not worth telling
		}
	}
	return deepest <= 100 && len(text) <= 500
}

func FuzzCheckJSON(f *testing.F) {
	for _, seed := range []string{
		`{"a":[1,2.5e3,"x\u00e9\ud83d\ude00"],"b":{"c":null}}`, `{"a":1,"\u0061":2}`, `"\ud800"`, "\"\xff\"", `[[[[]]]]`, `"\\u12"`, `{"":{"":{}}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		err := CheckJSON(text)
		if want := reference(text); err == nil && !want || err != nil && want && withinLimits(text) {
			t.Errorf("%q: %v, the reference says %v", text, err, want)
		}
		var syntax *SyntaxError
		if errors.As(err, &syntax) && (syntax.Offset < 0 || syntax.Offset > len(text)) {
			t.Errorf("%q: offset %d", text, syntax.Offset)
		}
	})
}

// TestBytes changes every byte of a text to every other and cuts it everywhere.
func TestBytes(t *testing.T) {
	text := []byte(`{"a":[1,-2.5e3,"xé\ud83d\ude00\n"],"b":{"c":null,"d":true},"f":"é"}`)
	for i := range text {
		if CheckJSON(text[:i]) == nil {
			t.Errorf("cut at %d: accepted", i)
		}
		was := text[i]
		for b := range 256 {
			text[i] = byte(b)
			if got, want := CheckJSON(text) == nil, reference(text); got != want {
				t.Errorf("byte %d = %#x: accepted %v, the reference says %v: %q", i, b, got, want, text)
			}
		}
		text[i] = was
	}
}
