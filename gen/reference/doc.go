// Package reference renders a checked specification as a Markdown reference
// for people.
//
// [Markdown] builds a page (page.go) whose every text is Markdown already, and
// the template templates/reference.md.tmpl lays it out. Text of a
// specification is someone else's: it passes through escape.go, which is the
// only maker of the type markdown from such text.
//
// In the room: what is shown, in which words, escaping. May not enter: Go
// names, JSON Schema, file systems.
package reference
