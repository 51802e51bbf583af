// Package conformance holds a generated package against its schemas: the same
// verdict on every input, the same places, and a way back to equal JSON.
//
// It knows no provider: a [Target] is what it sees of a generated package, and
// a [Builder] fills its types at random. In the room: ways to make inputs and
// values and to compare outcomes. May not enter: what is right for one
// provider, which stands in that provider's corpus.
package conformance
