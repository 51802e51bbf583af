package kit

import (
	"crypto/hmac"
	"hash"
	"net/http"
	"strings"
	"time"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// hmacSigner signs with an HMAC.
type hmacSigner struct {
	header    string
	prefix    string // of the signature, with the name of its pair
	hash      func() hash.Hash
	encode    func([]byte) string
	parts     []string // of what is signed: {body}, {timestamp}, {header:NAME} or a text
	stamp     func(time.Time) string
	stampIn   string // header of the timestamp, or
	stampPair string // what stands before the signature: the pair's name and separator, with %s for the value
}

func (s hmacSigner) sign(header http.Header, body []byte, secret hooks.Secret, at time.Time) {
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
	mac := hmac.New(s.hash, []byte(secret))
	for _, part := range s.parts {
		name, isHeader := strings.CutPrefix(part, "{header:")
		switch {
		case part == "{body}":
			mac.Write(body)
		case part == "{timestamp}":
			mac.Write([]byte(stamp))
		case isHeader:
			mac.Write([]byte(anyValue(header, strings.TrimSuffix(name, "}"))))
		default:
			mac.Write([]byte(part))
		}
	}
	header.Set(s.header, before+s.prefix+s.encode(mac.Sum(nil)))
}

// anyValue returns the value of a header, and gives it one if it has none.
func anyValue(header http.Header, name string) string {
	if header.Get(name) == "" {
		header.Set(name, "text")
	}
	return header.Get(name)
}
