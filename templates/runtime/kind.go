package runtime

// jsonKind is a kind of JSON value.
type jsonKind uint8

// The kinds. The zero value is none.
const (
	kindNone jsonKind = iota
	kindNull
	kindBool
	kindNumber
	kindString
	kindList
	kindObject
	kindUnknown // in a union: a kind that it does not list
)

func (k jsonKind) String() string {
	return [...]string{"nothing", "null", "bool", "number", "string", "list", "object", "something else"}[k]
}

// kind returns the kind of the value at p. What is no value counts as a
// number: reading it will say what is wrong.
func (d *decoder) kind(p int) jsonKind { return kindOf(d.text[p]) }

func kindOf(first byte) jsonKind {
	switch first {
	case '"':
		return kindString
	case '{':
		return kindObject
	case '[':
		return kindList
	case 't', 'f':
		return kindBool
	case 'n':
		return kindNull
	}
	return kindNumber
}
