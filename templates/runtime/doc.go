// Package runtime is the Go source that goes into every generated package as
// it stands, with its package clause replaced. It lies here so that it is
// compiled, vetted and tested once.
//
// Three layers, each knowing only those above it:
//
//	scan      scanner: one strict pass over JSON text (scan, text, number, names, limits)
//	decode    decoder: fills values while it scans (decode, object, list, map, scalar, union, nullable)
//	encode    encoder and validation: the way back, for values built in Go; log: what of them may be seen
//
// A function that reads takes the position of a value and returns the position
// after it, or -1: see decoder for what a failure leaves behind. Generated code
// adds one method per object that maps a member's name to a field.
//
// Small helpers that every generated method calls are marked go:noinline:
// inlined, they make a large package take several times as long to compile.
//
// In the room: everything that does not depend on a specification. May not
// enter: names that only generated code has, packages outside the standard
// library, unsafe.
package runtime
