package runtime

import "strconv"

// SyntaxError says that an input is not JSON as it is read here: RFC 8259 with
// exact, unique member names, valid UTF-8, no byte order mark, nothing behind
// the value, within the Limits. It holds no part of the input.
type SyntaxError struct {
	Offset  int    // in bytes from the start of the input
	Problem string // what was wrong there
}

func (e *SyntaxError) Error() string {
	return "invalid JSON at byte " + strconv.Itoa(e.Offset) + ": " + e.Problem
}
