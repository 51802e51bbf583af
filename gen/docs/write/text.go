package write

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	plainText = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	notPlain  = map[string]bool{"true": true, "false": true, "null": true, "True": true, "False": true, "Null": true,
		"TRUE": true, "FALSE": true, "NULL": true}
)

// Quote writes a text as a YAML scalar that is that text and nothing else.
func Quote(s string) string {
	if plainText.MatchString(s) && !notPlain[s] {
		return s
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(strings.ToValidUTF8(s, "\ufffd")); err != nil {
		return `""` // a string always encodes
	}
	return escapeRest(strings.TrimSuffix(b.String(), "\n"))
}

// escapeRest escapes what JSON leaves and YAML does not take.
func escapeRest(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0xa0 && r >= 0x7f || r == 0xfeff || r == 0xfffe || r == 0xffff {
			const hex = "0123456789abcdef"
			b.WriteString(`\u`)
			for shift := 12; shift >= 0; shift -= 4 {
				b.WriteByte(hex[r>>shift&15])
			}
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// comment makes a text of the page fit for one line of comment.
func comment(s string) string {
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == utf8.RuneError {
			return ' '
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 100 {
		return string(r[:99]) + "…"
	}
	return s
}

// validName says whether the language takes a name.
func validName(s string) bool {
	if s == "" || utf8.RuneCountInString(s) > 200 || !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	return true
}

// Pascal is a name for a type: the words of s, each with a capital.
func Pascal(s string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r >= 0x80 || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	out := b.String()
	if out == "" || out[0] < 'A' || out[0] > 'Z' {
		return "Type" + out
	}
	return out
}

// ID is a name for an API: lower-case words and underscores.
func ID(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	if n := len(words); n > 1 && words[n-1] == "api" {
		words = words[:n-1]
	}
	id := strings.Join(words, "_")
	if id == "" || id[0] < 'a' {
		return "push"
	}
	return id
}
