package jsonschema

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spoken are the signs that a name can begin with, in words.
var spoken = strings.NewReplacer("+", " plus ", "-", " minus ", "*", " star ", "<", " less ", ">", " greater ", "=", " equal ",
	"%", " percent ", "&", " and ", "#", " number ", "@", " at ", "!", " not ", "$", " dollar ")

// typeNameOf is a name for a type: the words of s, each with a capital.
func typeNameOf(s string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	out := b.String()
	if out == "" || out[0] < 'A' {
		out = "Type" + out
	}
	return out[:min(len(out), 120)]
}

// goNameOf is a Go name for what has none of its own, or cannot have it.
func goNameOf(name string, try int) string {
	out := typeNameOf(name)
	if strings.TrimFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) != name {
		out = typeNameOf(spoken.Replace(name))
	}
	if name == "" {
		out = "Empty"
	}
	if try > 1 {
		out += fmt.Sprint(try)
	}
	return out
}

// isName says whether the language takes a name.
func isName(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= 200 && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' })
}
