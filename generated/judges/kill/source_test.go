package main

import (
	"testing"
)

// TestBuild checks that the instrumented packages compile.
func TestBuild(t *testing.T) {
	t.Chdir("..")
	in := newInstrumenter(t.TempDir())
	for _, folder := range packages {
		if err := in.instrument(folder); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := in.build(); err != nil {
		t.Error(err)
	}
	t.Logf("%d mutants", len(in.mutants)-1)
}
