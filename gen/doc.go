// Package gen turns a checked specification into files.
//
// [Generate] reads as the table of contents: it plans the Go names once and
// hands the plan to one package for each kind of output (golang, schema,
// reference). It touches no disk: the caller writes what it returns.
package gen
