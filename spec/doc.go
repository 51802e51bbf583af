// Package spec reads a webhookgen specification: the YAML transcription of a
// provider's webhook documentation.
//
// [Parse] takes the bytes of one file through three steps and returns a
// checked [API] or every [Diagnostic] that stands in the way:
//
//	bytes ──yaml──► nodes ──decode──► declarations ──resolve, rules──► API
//
// Start reading at parse.go. Then, in the order of the steps: guard.go, yaml.go
// and convert.go (bytes to nodes), document.go and one file for each part of
// the language (nodes to the model, what rules need beside it noted down in
// reader), resolve*.go (links), check*.go (rules). A rule is a code in
// codes.go and an example in testdata/bad. LANGUAGE.md is the language on one
// page, webhookgen.schema.json the same for editors.
//
// In the room: source positions, diagnostics, the syntax of the language, the
// linking of names and the rules that need no target language. May not enter:
// Go (beyond carrying go_name from the file to the plan), JSON Schema, file
// systems, the command line. gopkg.in/yaml.v3 lives here and nowhere else.
package spec
