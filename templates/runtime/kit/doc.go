// Package kit is the Go source that goes into the test kit of every generated
// package as it stands, with its package clause and the import of the package
// replaced: deliveries of every form, valid and broken, made from a table of
// the specification's types.
//
// In the room: what makes deliveries, and what tests with them. May not enter:
// names of one specification, packages outside the standard library.
package kit
