package kit

import (
	"bytes"
	"errors"
	"testing"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// Conformance checks that the package does what its specification says: it
// accepts every valid delivery and writes what it reads as the same again, and
// finds in every broken one the one rule that it breaks. Call it from a test.
func Conformance(t *testing.T) {
	for _, c := range Valid() {
		t.Run(c.Name, func(t *testing.T) { roundTrip(t, c) })
	}
	for seed := range uint64(1000) {
		roundTrip(t, Random(seed))
	}
	for _, c := range Broken() {
		t.Run(c.Name, func(t *testing.T) { c.check(t) })
	}
}

// check fails unless the violation is found and no other.
func (c BrokenCase) check(t *testing.T) {
	t.Helper()
	_, err := c.parse()
	var invalid *hooks.ValidationError
	if !errors.As(err, &invalid) {
		t.Fatalf("%v, want %v\n%s", err, c.Violation, c.Body)
	}
	got := invalid.Violations[0]
	if len(invalid.Violations) > 1 || got.Pointer != c.Violation.Pointer || got.Rule != c.Violation.Rule || got.Member != c.Violation.Member {
		t.Errorf("%v, want %v\n%s", invalid.Violations, c.Violation, c.Body)
	}
}

// roundTrip fails unless a case is accepted and its writing is stable.
func roundTrip(t *testing.T, c Case) {
	t.Helper()
	d, err := c.parse()
	if err != nil {
		t.Fatalf("%v\n%s", err, c.Body)
	}
	if d.Action != c.Action {
		t.Fatalf("read as action %q, not %q\n%s", d.Action, c.Action, c.Body)
	}
	again(t, d)
}

// again fails unless a delivery is written as something that reads the same.
func again(t *testing.T, d *hooks.Delivery) {
	t.Helper()
	if err := d.Validate(); err != nil {
		t.Fatalf("accepted, but Validate: %v", err)
	}
	written, err := d.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	other, err := Case{Header: headerOf(d), Body: written}.parse()
	if err != nil {
		t.Fatalf("written as what is refused: %v\n%s", err, written)
	}
	if twice, err := other.MarshalJSON(); err != nil || !bytes.Equal(twice, written) {
		t.Fatalf("not stable (%v):\n%s\n%s", err, written, twice)
	}
}
