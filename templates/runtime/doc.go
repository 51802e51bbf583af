// Package runtime is the Go source that goes into every generated package as
// it stands, with its package clause replaced. It lies here so that it is
// compiled, vetted and tested once.
//
// Three layers, each knowing only those above it:
//
//	scan      scanner: one strict pass over JSON text (scan, text, number, names, limits)
//	decode    decoder: fills values while it scans (decode, object, list, map, scalar, union, nullable)
//	encode    encoder and validation: the way back, for values built in Go; log: what of them may be seen
//
// Beside them stand the ways to prove a sender, of which a package has one:
//
//	proof_secret     a secret in the body
//	proof_hmac       a signature of the body in a header
//	proof_parts      one of more than that, and with a timestamp (proof_parts_hmac, proof_ed25519: what signs)
//	proof_standard   Standard Webhooks
//	proof_token      a secret in a header (proof_basic: a user and a password)
//
// Over them stands what reads a whole request:
//
//	delivery            the envelope and its payload (parse: from a body; parse_header: from a header too)
//	route               the action, where it is not a member of the envelope (header: what a header tells)
//	form, handshake     bodies that are not, or not only, the JSON of a delivery
//	borrow              a delivery that is given back (lender: the room that is lent, borrow_header: with a header)
//
// And over that the receiver, which takes a delivery from a socket to its
// handler. Begin with receiver_serve.go, which has the order of its checks:
//
//	receiver            what its owner sets, and what is made of that
//	receiver_request    method, content type, encoding, size
//	receiver_proof      what a secret in the body needs elsewhere
//	receiver_secret     the proof by a secret in the body (receiver_header: by headers; receiver_unproved: none)
//	receiver_exchange   one delivery on its way: decoding, handler, hook
//	receiver_flight     the bound on deliveries in flight, and the shutdown
//	receiver_answer     the one answer, in time
//	receiver_outcome    what can become of a delivery, and the status that tells it
//	receiver_report     hook, log and counters
//	receiver_duplicates deliveries that come twice (receiver_memory: remembered in memory)
//	receiver_drift      what the specification does not know
//
// Where two files exclude each other, a build constraint says so, which is not
// emitted. A function that reads takes the position of a value and returns the position
// after it, or -1: see decoder for what a failure leaves behind. Generated code
// adds one method per object that maps a member's name to a field.
//
// Small helpers that every generated method calls are marked go:noinline:
// inlined, they make a large package take about half as long again to compile.
//
// In the room: everything that does not depend on a specification. May not
// enter: names that only generated code has, packages outside the standard
// library, unsafe but for the one conversion in lender.go, which is emitted for
// those who ask for it.
package runtime
