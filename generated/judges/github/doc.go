// Package github holds what the importer makes of GitHub's own JSON Schemas
// against these schemas: the same verdict on each of GitHub's examples, and on
// what systematic mutations make of them.
//
// The schemas and examples come from npm, and are no part of the repository.
package github
