// Package golang writes down a plan as Go source, with jennifer, and adds the
// runtime of templates/runtime.
//
// One file for each kind of declaration says what such a declaration looks
// like; read.go, write.go and check.go have the expressions that read, write
// and check a value and the fields of a struct, value.go their types, info.go
// the tables beside them, snip.go the fragments that occur everywhere.
// proof.go says how the sender proves itself; proof_value.go has the table of that.
// kit.go has the test kit, whose table of types gen/kit writes.
// kind.go has unions by kind, which hold their value in one of two ways.
// comment.go is the only place that writes comments, comment_text.go what they
// say; format.go has gofmt format what jennifer made, methods.go what is the same
// for most types once for all. No text of a specification becomes code:
// identifiers come from the plan, strings go through jennifer's Lit.
//
// In the room: the look of Go code. May not enter: decisions about names or
// types (they are the plan's), JSON Schema, the disk.
package golang
