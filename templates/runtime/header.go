package runtime

import (
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"
)

// RuleHeader says that a header of the request is missing, is there more than
// once, or has a value that it cannot have. The Violation's Pointer is empty.
const RuleHeader Rule = "header"

// textHeader returns the value of a header, whose name is canonical, or "" if
// it is missing. If it is there twice, or is no text, that is a violation and
// ok is false.
func (d *decoder) textHeader(header http.Header, name string) (value string, ok bool) {
	values := header[name]
	switch {
	case len(values) > 1:
		return "", d.wrongHeader(name, "one value", "several")
	case len(values) == 0 || values[0] == "":
		return "", true
	case !isHeaderText(values[0]):
		return "", d.wrongHeader(name, "text", "other bytes")
	}
	return values[0], true
}

// wrongHeader notes a violation by a header, and is false.
func (d *decoder) wrongHeader(name, want, got string) bool {
	if d.collecting {
		d.add(Violation{Rule: RuleHeader, Want: want + " in the header " + name, Got: got})
	}
	return false
}

// isHeaderText says whether v arrives unchanged as the value of a header.
func isHeaderText(v string) bool {
	return utf8.ValidString(v) && strings.TrimSpace(v) == v && !strings.ContainsFunc(v, unicode.IsControl)
}

// header checks what is to be the value of a header.
func (c *validation) header(name, v string) {
	if !isHeaderText(v) {
		c.refuse(RuleHeader, "text in the header "+name)
	}
}
