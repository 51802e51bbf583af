package runtime

// proveNothing refuses a delivery, since there is nothing to prove its sender
// by, unless anyone may send.
func (x *exchange) proveNothing() bool {
	if !x.r.NoProof {
		x.refuse(OutcomeUnproved)
	}
	return x.r.NoProof
}
