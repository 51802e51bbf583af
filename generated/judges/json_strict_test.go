package judges

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// strictJSON decides naively what the scanner is to decide: encoding/json for
// the grammar, and one question for each thing that it lets pass.
func strictJSON(text []byte) bool {
	return len(text) <= 16<<20 && json.Valid(text) && utf8.Valid(text) && wholePairs(text) && strictTokens(text)
}

// wholePairs says whether no escape in a valid text is half of a surrogate pair.
func wholePairs(text []byte) bool {
	rest := string(text)
	for {
		i := strings.IndexByte(rest, '\\')
		switch {
		case i < 0:
			return true
		case rest[i+1] != 'u':
			rest = rest[i+2:]
			continue
		}
		unit, after := codeUnit(rest[i:])
		rest = after
		if !utf16.IsSurrogate(unit) {
			continue
		}
		if !strings.HasPrefix(rest, `\u`) {
			return false
		}
		second, after := codeUnit(rest)
		if utf16.DecodeRune(unit, second) == utf8.RuneError {
			return false
		}
		rest = after
	}
}

// codeUnit reads the escape with which s starts.
func codeUnit(s string) (unit rune, rest string) {
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	if err != nil {
		panic("asked for no valid text: " + err.Error())
	}
	return rune(n), s[6:]
}

// strictTokens says whether a valid text has unique names and keeps within
// the default limits.
func strictTokens(text []byte) bool {
	tokens := json.NewDecoder(bytes.NewReader(text))
	tokens.UseNumber()
	return strictValue(tokens, 0)
}

func strictValue(tokens *json.Decoder, depth int) bool {
	token, err := tokens.Token()
	if err != nil {
		return false
	}
	switch token := token.(type) {
	case json.Number:
		return strictNumber(string(token))
	case json.Delim:
		names := map[string]bool{}
		for tokens.More() {
			if token == '{' {
				name, err := tokens.Token()
				if err != nil || names[name.(string)] {
					return false
				}
				names[name.(string)] = true
			}
			if !strictValue(tokens, depth+1) {
				return false
			}
		}
		_, err := tokens.Token()
		return err == nil && depth < 100 && len(names) <= 65536
	}
	return true
}

func strictNumber(literal string) bool {
	_, exponent, found := strings.Cut(strings.ToLower(literal), "e")
	if !found {
		return len(literal) <= 512
	}
	n, err := strconv.Atoi(exponent)
	return len(literal) <= 512 && err == nil && -1000 <= n && n <= 1000
}
