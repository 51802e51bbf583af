// Package schema turns a checked specification into JSON Schemas of draft
// 2020-12, and into the Go files of the subpackage that embeds them.
//
// [Files] is the table of contents: one schema for each action's payload,
// shared definitions, the whole delivery, the push, a bundle of everything in
// one file, and an index that tells a program which file is whose. [GoFiles]
// returns the Go source beside them.
//
// In the room: what a construct of the language means as a schema, one file
// for each construct. The schemas give the verdict, and the places of the
// violations, that the generated decoder gives; so unions are if/then rather
// than anyOf, whose branches would all complain. May not enter: Go types and
// names of Go, file systems, a validator (that is templates/runtime/schema),
// and keywords that are not in the standard, which strict tools refuse.
package schema
