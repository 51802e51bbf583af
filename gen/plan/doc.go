// Package plan decides what the generated Go package looks like: which Go
// names there are, which type each value has, how an optional or nullable
// member is held. It decides once, and the stages after it only write down.
//
// In the room: Go names and the scopes that claim them, the shape of values.
// May not enter: jennifer, the text of Go code, JSON Schema, files.
package plan
