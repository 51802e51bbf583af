package spec_test

import (
	"strconv"
	"strings"
)

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// resolves says whether a JSON pointer (RFC 6901) leads to a value of v.
func resolves(v any, pointer string) bool {
	if pointer == "" {
		return true
	}
	for _, token := range strings.Split(pointer, "/")[1:] {
		switch parent := v.(type) {
		case map[string]any:
			child, ok := parent[unescape.Replace(token)]
			if !ok {
				return false
			}
			v = child
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(parent) {
				return false
			}
			v = parent[i]
		default:
			return false
		}
	}
	return true
}
