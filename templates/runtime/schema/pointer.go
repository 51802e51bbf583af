package schema

import (
	"net/url"
	"strconv"
	"strings"
)

// emptyName stands for a member whose name is empty while jsonschema looks at
// the instance: it leaves that name out of its locations. No member has this
// name, for the scanner refuses bytes that are not UTF-8.
const emptyName = "\xff"

// markEmptyNames puts emptyName in place of empty names, throughout value.
func markEmptyNames(value any) {
	switch value := value.(type) {
	case []any:
		for _, elem := range value {
			markEmptyNames(elem)
		}
	case map[string]any:
		if elem, ok := value[""]; ok {
			delete(value, "")
			value[emptyName] = elem
		}
		for _, elem := range value {
			markEmptyNames(elem)
		}
	}
}

// plainPointer undoes what jsonschema adds to RFC 6901 in its locations.
func plainPointer(location string) string {
	plain, err := url.PathUnescape(location)
	if err != nil {
		return location // not met: jsonschema escapes what it writes
	}
	return plain
}

// lookup returns the value at a pointer.
func lookup(value any, pointer string) any {
	for _, token := range strings.Split(pointer, "/")[1:] {
		switch at := value.(type) {
		case map[string]any:
			value = at[strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")]
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(at) {
				return nil
			}
			value = at[i]
		default:
			return nil
		}
	}
	return value
}
