// Package edit changes the YAML text of a specification in place: what an edit
// does not touch stays byte for byte, comments and order included. It knows
// YAML and nothing of what the keys mean.
package edit
