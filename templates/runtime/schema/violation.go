package schema

import (
	"cmp"
	"fmt"
	"slices"
)

// ValidationError says in which places an instance does not fit its schema.
type ValidationError struct {
	Violations []Violation // sorted by pointer and keyword, at least one
}

// Violation is one thing that is wrong with an instance. It holds names and
// kinds of the instance and never a value, for a value can be a secret.
type Violation struct {
	Pointer string // RFC 6901, of the value at fault; of the object that lacks a member
	Keyword string // of the schema
	Message string
}

func (e *ValidationError) Error() string {
	switch len(e.Violations) {
	case 0:
		return "does not fit the schema"
	case 1:
		return e.Violations[0].String()
	}
	return fmt.Sprintf("%s (and %d more)", e.Violations[0], len(e.Violations)-1)
}

func (v Violation) String() string {
	where := v.Pointer
	if where == "" {
		where = "(root)"
	}
	return where + ": " + v.Message
}

// sorted puts violations in order, each once.
func sorted(violations []Violation) []Violation {
	slices.SortFunc(violations, func(a, b Violation) int {
		return cmp.Or(
			cmp.Compare(a.Pointer, b.Pointer),
			cmp.Compare(a.Keyword, b.Keyword),
			cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(violations)
}
