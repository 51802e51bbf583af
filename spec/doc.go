// Package spec reads a webhookgen specification: the YAML transcription of a
// provider's webhook documentation.
//
// [Parse] takes the bytes of one file through three steps and returns a
// checked [API] or every [Diagnostic] that stands in the way:
//
//	bytes ──yaml──► nodes ──decode──► declarations ──resolve, rules──► API
//
// In the room: source positions, diagnostics, the syntax of the language, the
// linking of names and the rules that need no target language. May not enter:
// Go (beyond carrying go_name from the file to the plan), JSON Schema, file
// systems, the command line. gopkg.in/yaml.v3 lives here and nowhere else.
package spec
