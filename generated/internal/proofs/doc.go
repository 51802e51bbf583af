// Package proofs signs deliveries by the schemes of the packages below it, and
// forges them: it says what a scheme is with code of its own, and what nobody
// who has a secret has sent.
//
// In the room: schemes, forgeries, and the tests that hold the generated
// packages against both. May not enter: how a package proves a sender.
package proofs

import "time"

// Attempt is a delivery that is put before the Verify of a package.
type Attempt struct {
	Name  string
	Prove func() (reason string) // "" if the sender is proved
}

// Attempts returns deliveries that are in order, and every forgery.
func Attempts() []Attempt {
	var out []Attempt
	for _, s := range schemes {
		for _, shift := range []time.Duration{-5 * time.Minute, 0, 5 * time.Minute} {
			out = append(out, Attempt{s.name + ": good, " + shift.String(), func() string {
				return s.verify(now.Add(shift), s.signed(goodBody, s.secret, now), goodBody, "another", s.secret)
			}})
		}
		for _, x := range forgeries(s) {
			out = append(out, Attempt{s.name + ": " + x.name, func() string { return s.verify(x.at, x.header, x.body, x.secrets...) }})
		}
	}
	for name, s := range seals() {
		out = append(out, Attempt{"sealed: " + name, func() string { return unseal(s.header) }})
	}
	return out
}
