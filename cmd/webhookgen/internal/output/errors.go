package output

import (
	"fmt"
	"strings"
)

// Error is a reason why a folder cannot be written as it is. Nothing was
// changed.
type Error struct {
	Path string // the folder or file that stands in the way
	What string // what is wrong with it
	Help string // what to do
	Err  error  // the fault of the machine, if it is one
}

func (e *Error) Error() string {
	s := e.Path + ": " + e.What
	if e.Err != nil {
		s += ": " + cause(e.Err)
	}
	if e.Help != "" {
		s += "\n  help: " + e.Help
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// EditedError says that generated files were changed by hand.
type EditedError struct {
	Paths []string
}

func (e *EditedError) Error() string {
	var b strings.Builder
	for _, p := range e.Paths {
		fmt.Fprintf(&b, "%s: edited by hand since it was generated\n", p)
	}
	b.WriteString("  help: put the change into the specification, or throw it away with -force")
	return b.String()
}

// cause returns the innermost message of err: the path around it has been
// named already.
func cause(err error) string {
	for {
		inner, ok := err.(interface{ Unwrap() error })
		if !ok || inner.Unwrap() == nil {
			return err.Error()
		}
		err = inner.Unwrap()
	}
}
