package kit

import (
	"net/http"
	"strings"
	"time"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// partsSigner signs the body and what stands around it.
type partsSigner struct {
	header    string
	prefix    string                                        // of the signature, with the name of its pair
	by        func(secret hooks.Secret, text []byte) []byte // makes the signature
	encode    func([]byte) string
	parts     []string // of what is signed: {body}, {timestamp}, {header:NAME} or a text
	stamp     func(time.Time) string
	stampIn   string // header of the timestamp, or
	stampPair string // what stands before the signature: the pair's name and separator, with %s for the value
}

func (s partsSigner) sign(header http.Header, body []byte, secret hooks.Secret, at time.Time) {
	var stamp, before string
	if s.stamp != nil {
		stamp = s.stamp(at)
	}
	if s.stampIn != "" {
		header.Set(s.stampIn, stamp)
	}
	if s.stampPair != "" {
		before = strings.Replace(s.stampPair, "%s", stamp, 1)
	}
	var text []byte
	for _, part := range s.parts {
		name, isHeader := strings.CutPrefix(part, "{header:")
		switch {
		case part == "{body}":
			text = append(text, body...)
		case part == "{timestamp}":
			text = append(text, stamp...)
		case isHeader:
			text = append(text, anyValue(header, strings.TrimSuffix(name, "}"))...)
		default:
			text = append(text, part...)
		}
	}
	header.Set(s.header, before+s.prefix+s.encode(s.by(secret, text)))
}

// anyValue returns the value of a header, and gives it one if it has none.
func anyValue(header http.Header, name string) string {
	if header.Get(name) == "" {
		header.Set(name, "text")
	}
	return header.Get(name)
}
