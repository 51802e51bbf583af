package runtime

import (
	"net/http"
	"strings"
	"time"
)

// partsSignature proves a sender by a signature of the body and what stands
// around it. The signature is the value of a header, or of pairs in one, such as
// t=1614265330,v1=5257a869.
type partsSignature struct {
	header    string
	prefix    string // of the signature
	pair      string // name of the pairs that hold a signature; "" if the header is one
	separator string // between pairs
	encode    func([]byte) string
	by        partsSigner
	parts     []signedPart
	timestamp signedTimestamp
}

// partsSigner is what makes signatures.
type partsSigner interface {
	// match says whether one of the signatures in p's form is one by the owner
	// of a secret.
	match(p partsSignature, secrets []Secret, signatures []string, signed [][]byte) ProofReason
	usable(s Secret) bool
}

// signedPart is a part of what is signed: a text, the value of a header, the body or the timestamp.
type signedPart struct {
	text   string
	header string // the value of this header
	of     partOf
}

type partOf int

const (
	partBody partOf = iota + 1
	partTimestamp
)

// verify returns why the sender is not proved, or "".
func (p partsSignature) verify(header http.Header, body []byte, secrets []Secret) ProofReason {
	signatures, timestamp, reason := p.read(header)
	if reason != "" {
		return reason
	}
	at, reason := p.timestamp.parse(timestamp)
	if reason != "" {
		return reason
	}
	signed, reason := p.signed(header, timestamp, body)
	if reason != "" {
		return reason
	}
	if reason = p.by.match(p, secrets, signatures, signed); reason != "" {
		return reason
	}
	return p.timestamp.check(at)
}

// usable says whether a secret can prove a sender.
func (p partsSignature) usable(s Secret) bool { return p.by.usable(s) }

// within returns the proof with another tolerance and clock: see Verifier.
func (p partsSignature) within(tolerance time.Duration, now func() time.Time) partsSignature {
	p.timestamp = p.timestamp.within(tolerance, now)
	return p
}

// read returns the signatures of a delivery, and its timestamp if it has one.
func (p partsSignature) read(header http.Header) (signatures []string, timestamp string, reason ProofReason) {
	value, reason := single(header, p.header)
	if reason != "" {
		return nil, "", reason
	}
	if p.pair == "" {
		signatures = []string{value}
	} else if signatures, timestamp, reason = p.readPairs(value); reason != "" {
		return nil, "", reason
	}
	if p.timestamp.header != "" {
		timestamp, reason = single(header, p.timestamp.header)
	}
	return signatures, timestamp, reason
}

// readPairs returns what stands in a value such as t=1614265330,v1=5257a869.
// Pairs of other names are passed over.
func (p partsSignature) readPairs(value string) (signatures []string, timestamp string, reason ProofReason) {
	for item := range strings.SplitSeq(value, p.separator) {
		name, text, ok := strings.Cut(item, "=")
		switch {
		case !ok || text == "" || name != strings.TrimSpace(name):
			return nil, "", ProofMalformed
		case name == p.pair:
			signatures = append(signatures, text)
		case name == p.timestamp.pair && timestamp != "":
			return nil, "", ProofRepeated
		case name == p.timestamp.pair:
			timestamp = text
		}
	}
	switch {
	case len(signatures) == 0:
		return nil, "", ProofMissing
	case len(signatures) > maxSignatures:
		return nil, "", ProofMalformed
	}
	return signatures, timestamp, ""
}

// signed returns what is signed, in parts.
func (p partsSignature) signed(header http.Header, timestamp string, body []byte) ([][]byte, ProofReason) {
	out := make([][]byte, len(p.parts))
	for i, part := range p.parts {
		switch {
		case part.of == partBody:
			out[i] = body
		case part.of == partTimestamp:
			out[i] = []byte(timestamp)
		case part.header != "":
			value, reason := single(header, part.header)
			if reason != "" {
				return nil, reason
			}
			out[i] = []byte(value)
		default:
			out[i] = []byte(part.text)
		}
	}
	return out, ""
}
