// Package proof holds the proofs of generated packages against libraries of
// the providers, and of others, that sign and verify in the same way. It has
// tests only, and is a module of its own, so that no consumer inherits these
// libraries. The flag -full has the tests try more.
//
//	go test ./...         in seconds
//	go test ./... -full   in a minute
package proof
