package main

import (
	"testing"
)

// TestBuild checks that the instrumented packages compile.
func TestBuild(t *testing.T) {
	t.Chdir("..")
	in := &instrumenter{mutants: make([]mutant, 1), overlay: map[string]string{}, folder: t.TempDir()}
	for folder, runtime := range map[string]bool{"../internal/everything": true, "../livechat": false} {
		if err := in.instrument(folder, runtime); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := in.build(); err != nil {
		t.Error(err)
	}
	t.Logf("%d mutants", len(in.mutants)-1)
}
