package runtime

import "reflect"

// ReceiverOutcome is what became of a request: a word for logs and metrics.
type ReceiverOutcome string

// The outcomes that acknowledge a delivery.
const (
	OutcomeHandled   ReceiverOutcome = "handled"   // its handler returned nil
	OutcomeIgnored   ReceiverOutcome = "ignored"   // there is no handler for its action
	OutcomePermanent ReceiverOutcome = "permanent" // its handler failed with a Permanent error
	OutcomeKept      ReceiverOutcome = "kept"      // it is invalid, and OnInvalid kept it
	OutcomeDuplicate ReceiverOutcome = "duplicate" // it was handled before
	OutcomeHandshake ReceiverOutcome = "handshake" // it tells of nothing, and was answered with its challenge
)

// The outcomes after which the provider sends the delivery again.
const (
	OutcomeInvalid     ReceiverOutcome = "invalid"     // not what the specification says
	OutcomeFailed      ReceiverOutcome = "failed"      // its handler returned an error
	OutcomePanicked    ReceiverOutcome = "panicked"    // its handler panicked
	OutcomeTimedOut    ReceiverOutcome = "timed_out"   // its handler took too long; it succeeded late if there is no Err
	OutcomeConcurrent  ReceiverOutcome = "concurrent"  // a duplicate of it is being handled
	OutcomeOverloaded  ReceiverOutcome = "overloaded"  // too many deliveries are in flight
	OutcomeClosing     ReceiverOutcome = "closing"     // Shutdown was called
	OutcomeUnavailable ReceiverOutcome = "unavailable" // SecretsFor or Duplicates failed
	OutcomeUnset       ReceiverOutcome = "unset"       // the receiver cannot work: see Receiver.Check
)

// The outcomes of requests whose sender is not proved.
const (
	OutcomeMethod    ReceiverOutcome = "method"           // not POST
	OutcomeType      ReceiverOutcome = "content_type"     // not JSON, or what else the provider sends
	OutcomeEncoding  ReceiverOutcome = "content_encoding" // compressed
	OutcomeTooLarge  ReceiverOutcome = "too_large"
	OutcomeSlow      ReceiverOutcome = "slow"      // its body took too long
	OutcomeBroken    ReceiverOutcome = "broken"    // its body breaks off, or does not decompress
	OutcomeMalformed ReceiverOutcome = "malformed" // not JSON
	OutcomeUnproved  ReceiverOutcome = "unproved"  // no proof, or a wrong one
)

// outcomeInfo is how an outcome is answered.
type outcomeInfo struct {
	status int // 0 for what acknowledges
	text   string
	final  bool // it will be the same on the next retry
}

var outcomeTable = map[ReceiverOutcome]outcomeInfo{
	OutcomeHandled:   {final: true},
	OutcomeIgnored:   {final: true},
	OutcomePermanent: {final: true},
	OutcomeKept:      {final: true},
	OutcomeDuplicate: {final: true},
	OutcomeHandshake: {final: true},

	OutcomeInvalid:     {422, "the delivery is not what the specification says", true},
	OutcomeFailed:      {500, "the delivery could not be handled", false},
	OutcomePanicked:    {500, "the delivery could not be handled", false},
	OutcomeTimedOut:    {503, "the delivery could not be handled in time", false},
	OutcomeConcurrent:  {503, "the delivery is being handled", false},
	OutcomeOverloaded:  {503, "too many deliveries at once", false},
	OutcomeClosing:     {503, "closing", false},
	OutcomeUnavailable: {503, "unavailable", false},
	OutcomeUnset:       {503, "unavailable", false},

	OutcomeMethod:    {405, "only POST is accepted", true},
	OutcomeType:      {415, "the content type is not accepted", true},
	OutcomeEncoding:  {415, "the content encoding is not accepted", true},
	OutcomeTooLarge:  {413, "the body is too large", true},
	OutcomeSlow:      {408, "the body took too long", false},
	OutcomeBroken:    {400, "the body cannot be read", false},
	OutcomeMalformed: {400, "the body is not JSON", true},
	OutcomeUnproved:  {401, "the sender is not proved", true},
}

// acknowledged says whether the outcome acknowledges the delivery.
func (o ReceiverOutcome) acknowledged() bool {
	switch o {
	case OutcomeHandled, OutcomeIgnored, OutcomePermanent, OutcomeKept, OutcomeDuplicate, OutcomeHandshake:
		return true
	}
	return false
}

// proved says whether the outcome is one of a request whose sender is proved.
func (o ReceiverOutcome) proved() bool {
	switch o {
	case OutcomeMethod, OutcomeType, OutcomeEncoding, OutcomeTooLarge, OutcomeSlow, OutcomeBroken, OutcomeMalformed,
		OutcomeUnproved, OutcomeUnavailable, OutcomeUnset:
		return false
	}
	return true
}

// status returns the HTTP status that tells the outcome.
func (o ReceiverOutcome) status() int {
	switch {
	case o == OutcomeHandshake:
		return 200
	case o.acknowledged():
		return contract.successStatus()
	}
	return contract.refusalStatus(outcomeTable[o].status)
}

// handles says whether there is a function for a payload. The fields of
// Handlers stand in the order of actionTable, with Unknown behind them.
func (v *Handlers) handles(payload Payload) bool {
	field := len(actionTable)
	if _, unknown := payload.(*UnknownPayload); !unknown {
		field = actionNumber(payload.payloadAction())
	}
	return !reflect.ValueOf(v).Elem().Field(field).IsNil()
}
