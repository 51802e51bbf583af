// Package templates holds the texts that go into output: templates of what
// people read, and Go source that is emitted as it lies here.
//
// Go source for output stands in runtime/, where it compiles and is tested.
// In the room: texts and the embedding of them. May not enter: decisions about
// what is emitted when, which are gen's; this package imports nothing of the
// project, and what lies under runtime/ nothing that a generated package
// could not import.
package templates
