package proofs

import "testing"

func TestSeals(t *testing.T) {
	for name, s := range seals() {
		if got := unseal(s.header); got != s.reason {
			t.Errorf("%s: %q, want %q", name, got, s.reason)
		}
	}
}
