// Package kit writes down a specification as the table of types that a test
// kit makes deliveries from: JSON, which templates/runtime/kit reads.
//
// It is JSON and not Go because it is data: as Go it took gofmt several times
// as long as all the code of a kit.
//
// In the room: what a construct of the language is to a kit. May not enter:
// Go code, and what a delivery looks like that is made from the table.
package kit
