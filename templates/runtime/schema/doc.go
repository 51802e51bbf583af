// Package schema validates JSON against the emitted schemas, over
// github.com/santhosh-tekuri/jsonschema/v5.
//
// It lies here once: the command uses it in place, and generated packages get
// its files as they stand, less the tests, this file and those whose names
// end in _inplace.go. An emitted package has its own guard.go for
// guard_inplace.go, beside a copy of the scanner.
//
// In the room: reading the schema folder, compiling, and saying what is wrong
// in words that hold no value of the instance. May not enter: what a
// construct of the language means (gen/schema), and any byte that the strict
// scanner has not passed.
package schema
