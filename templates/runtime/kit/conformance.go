package kit

import (
	"bytes"
	"errors"
	"testing"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// Conformance checks that the package does what its specification says, for
// webhooks and for pushes: it accepts every valid delivery and writes what it
// reads as the same again, finds in every broken one the one rule that it
// breaks, and in every malformed one the offset where its syntax breaks. Call
// it from a test.
func Conformance(t *testing.T) {
	for _, f := range forms {
		f.conformance(t)
	}
}

func (f *form) conformance(t *testing.T) {
	for _, c := range f.valid() {
		t.Run(c.Name, func(t *testing.T) { f.roundTrip(t, c) })
	}
	for seed := range uint64(1000) {
		f.roundTrip(t, f.randomOfAll(seed))
	}
	for _, c := range f.broken() {
		t.Run(c.Name, func(t *testing.T) { f.violates(t, c) })
	}
	for _, c := range f.malformed() { // too many for a line each
		f.breaksOff(t, c)
	}
	if f.refused != nil {
		for _, c := range f.refused(f) {
			if _, err := f.parse(c); !f.refusal(err) {
				t.Errorf("%s: %v\n%s", c.Name, err, c.Body)
			}
		}
	}
}

// violates fails unless the violation is found and no other.
func (f *form) violates(t *testing.T, c BrokenCase) {
	t.Helper()
	_, err := f.parse(c.Case)
	var invalid *hooks.ValidationError
	if !errors.As(err, &invalid) {
		t.Fatalf("%v, want %v\n%s", err, c.Violation, c.Body)
	}
	got := invalid.Violations[0]
	if len(invalid.Violations) > 1 || got.Pointer != c.Violation.Pointer || got.Rule != c.Violation.Rule || got.Member != c.Violation.Member {
		t.Errorf("%v, want %v\n%s", invalid.Violations, c.Violation, c.Body)
	}
}

// breaksOff fails unless the syntax is found to be broken where it is.
func (f *form) breaksOff(t *testing.T, c MalformedCase) {
	t.Helper()
	_, err := f.parse(c.Case)
	var syntax *hooks.SyntaxError
	if !errors.As(err, &syntax) || *syntax != c.Syntax {
		t.Errorf("%s: %v, want %v\n%q", c.Name, err, &c.Syntax, c.Body)
	}
}

// roundTrip fails unless a body is accepted and its writing is stable.
func (f *form) roundTrip(t *testing.T, c Case) {
	t.Helper()
	d, err := f.parse(c)
	if err != nil {
		t.Fatalf("%s: %v\n%s", c.Name, err, c.Body)
	}
	if d.Action != c.Action {
		t.Fatalf("%s: read as action %q\n%s", c.Name, d.Action, c.Body)
	}
	f.again(t, d)
}

// again fails unless a delivery is written as something that reads the same.
func (f *form) again(t *testing.T, d *hooks.Delivery) {
	t.Helper()
	if err := d.Validate(); err != nil {
		t.Fatalf("accepted, but Validate: %v", err)
	}
	written, err := d.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	other, err := f.parse(Case{Header: headerOf(d), Body: written, form: everyForm})
	if err != nil {
		t.Fatalf("written as what is refused: %v\n%s", err, written)
	}
	if twice, err := other.MarshalJSON(); err != nil || !bytes.Equal(twice, written) {
		t.Fatalf("not stable (%v):\n%s\n%s", err, written, twice)
	}
}
