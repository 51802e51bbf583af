// Package judges holds generated code against other readers of JSON and
// validators, which decide by means of their own. It has tests only.
//
// It is a module of its own, so that no consumer inherits the judges. The
// flag -full has every test try all of its cases in place of a sample.
//
//	go test ./...         in seconds
//	go test ./... -full   in minutes
//
// Files named json ask what is JSON: json_corpus reads the cases under
// testdata/json, json_readers compares the readers over them, json_strict is
// the naive reference, json_bytes damages real deliveries, json_fuzz does so
// at random, json_limits and json_memory ask what an input may cost.
//
// Files named judge ask what is valid: one stream of mutations, and of what the
// kits make, before the generated code, jsonschema v5 and v6, and Ajv as a
// process of its own (ajv/). The command kill asks whether that stream, and
// others beside it, notice each check that is taken out of the generated code.
package judges
