package runtime

import (
	"fmt"
	"log/slog"
)

// Secret is a string that must not be shown. It redacts itself in every form
// of package fmt and of log/slog; JSON, and a conversion to string, are the
// only ways to its text.
//
// A Receiver hands over deliveries whose secret is replaced already: they may be
// logged in any way. One from Parse still bears it. Log that as it is, and not
// inside of another value, which a log in JSON would write by MarshalJSON, with
// the secret; or clear the secret once it is compared.
type Secret string

const redacted = "[redacted]"

// Equal says whether the secret is other. The time that it takes depends on the
// lengths, not on how much is equal. An empty secret equals nothing.
func (s Secret) Equal(other string) bool {
	if len(s) != len(other) || s == "" {
		return false
	}
	difference, i := uint64(0), 0
	for ; i+8 <= len(s); i += 8 {
		difference |= load64(string(s), i) ^ load64(other, i)
	}
	for ; i < len(s); i++ {
		difference |= uint64(s[i] ^ other[i])
	}
	return difference == 0
}

// String returns a fixed text.
func (s Secret) String() string { return redacted }

// GoString returns a fixed text.
func (s Secret) GoString() string { return redacted }

// Format writes a fixed text, whatever the verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(redacted)) }

// LogValue returns a fixed text.
func (s Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// UnmarshalJSON decodes the text as strictly as Parse does.
func (s *Secret) UnmarshalJSON(data []byte) error { return unmarshal(data, s, text[Secret]) }
