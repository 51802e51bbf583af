// Package example holds the model of an invented provider that uses every
// construct of the language once, for the tests of the stages.
//
// In the room: the model, built by hand so that a stage is tested without the
// parser. May not enter: anything that a program uses.
package example
