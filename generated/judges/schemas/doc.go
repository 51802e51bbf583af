// Package schemas holds what the importer makes of JSON Schemas, and what is
// generated of that, against the schemas themselves: those in the manners of
// several providers that lie beside the importer, over systematic mutations of
// their examples, and the official test suite of JSON Schema, which a Go
// module carries.
//
// Where the importer noted that it takes something more widely, the generated
// code may accept what the schema refuses. It may never refuse what the schema
// accepts, and without a note the two are to agree.
package schemas
