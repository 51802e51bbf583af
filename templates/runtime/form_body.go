package runtime

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"
)

// isForm says whether a content type is that of a form in UTF-8.
func isForm(contentType string) bool {
	kind, params, err := mime.ParseMediaType(contentType)
	charset, given := params["charset"]
	return err == nil && kind == "application/x-www-form-urlencoded" && (!given || strings.EqualFold(charset, "utf-8"))
}

// loadForm loads the JSON text of a body that can be a form. The content type
// tells what it is; it is JSON if there is none, unless all bodies are forms.
func (d *decoder) loadForm(header http.Header, body []byte, limits Limits) bool {
	types := header["Content-Type"]
	switch {
	case len(types) > 1:
		return d.failForm(0, "the content type is given more than once")
	case len(types) == 0 && contract.formAlways, len(types) == 1 && isForm(types[0]):
	case contract.formAlways:
		return d.failForm(0, "a form is wanted")
	default:
		return d.load(body, limits)
	}
	if len(body) > limits.withDefaults().Size {
		return d.failForm(limits.withDefaults().Size, "the form is larger than the limit")
	}
	text, at, problem := formValue(string(body), contract.formMember)
	if problem != "" {
		return d.failForm(at, problem)
	}
	return d.load([]byte(text), limits)
}

// failForm notes what is wrong with a form, and is false.
func (d *decoder) failForm(at int, problem string) bool {
	d.offset, d.problem = at, problem
	return false
}

// formValue returns the value of the one member of a form that has this name.
// All members must be sound. If there is a problem, it is at. What begins as
// JSON does is no form: the content type is not signed, and JSON that is could
// bring a form of somebody else's in one of its texts.
func formValue(form, name string) (value string, at int, problem string) {
	if text := strings.TrimLeft(form, " \t\r\n"); strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		return "", len(form) - len(text), "JSON where a form is wanted"
	}
	found := false
	for from := 0; from <= len(form); {
		pair, _, _ := strings.Cut(form[from:], "&")
		left, right, _ := strings.Cut(pair, "=")
		key, bad := unescapeForm(left)
		if bad < 0 {
			bad = invalidUTF8(key)
		}
		if bad >= 0 {
			return "", from + bad, "a form with a broken escape or invalid UTF-8"
		}
		text, bad := unescapeForm(right)
		if bad < 0 && key != name { // the scanner tells where the JSON is not UTF-8
			bad = invalidUTF8(text)
		}
		if bad >= 0 {
			return "", from + len(left) + 1 + bad, "a form with a broken escape or invalid UTF-8"
		}
		if key == name {
			if found {
				return "", from, "a form with the member " + strconv.Quote(name) + " twice"
			}
			value, found = text, true
		}
		from += len(pair) + 1
	}
	if !found {
		return "", len(form), "a form without the member " + strconv.Quote(name)
	}
	return value, 0, ""
}

// unescapeForm returns a name or value of a form as it is meant. bad is the
// position of what is no escape, and else -1.
func unescapeForm(s string) (text string, bad int) {
	if !strings.ContainsAny(s, "%+") {
		return s, -1
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '+':
			out = append(out, ' ')
		case '%':
			if i+2 >= len(s) {
				return "", i
			}
			n, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
			if err != nil {
				return "", i
			}
			out = append(out, byte(n))
			i += 2
		default:
			out = append(out, s[i])
		}
	}
	return string(out), -1
}

// invalidUTF8 returns the position of the first byte that is not UTF-8, or -1.
func invalidUTF8(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}
