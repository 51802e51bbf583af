// Package jsonschema turns JSON Schemas of a provider's webhooks, draft 7 or
// 2020-12, into a specification.
//
//	files ──tree.go──► nodes with places ──documents.go──► references ──eval*.go──► sets of values ──emit*.go──► YAML
//
// Start reading at import.go. A schema is evaluated to the [set] of values that
// it accepts, apart by JSON kind: what the keywords of one schema, allOf and a
// reference say together is an intersection, what anyOf and oneOf say is a
// choice for each kind. actions.go finds out which schemas are actions. What a
// specification cannot say becomes a wider set and a [Note] with its place:
// nothing is dropped in silence, and nothing that the schema accepts is refused
// without a note that says so.
//
// In the room: JSON Schema as it is written by others. May not enter: the
// schemas that this project emits (gen/schema), Go, the disk beyond the fs.FS
// that it is given, the network.
package jsonschema
