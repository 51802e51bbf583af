package runtime

import (
	"encoding/base64"
	"strings"
)

// loginText writes a user and a password, user:password, as a header does. A
// password that is empty proves nothing.
func loginText(s Secret) string {
	if _, password, _ := strings.Cut(string(s), ":"); password == "" {
		return ""
	}
	return base64.StdEncoding.EncodeToString([]byte(s))
}
