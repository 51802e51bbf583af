package gen_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// FuzzGenerate mutates the text of specifications. What the checker accepts
// must generate code that type-checks and schemas that compile.
func FuzzGenerate(f *testing.F) {
	for _, pattern := range []string{"../spec/testdata/good/*.yaml", "../spec/testdata/bad/*.yaml", "testdata/*.yaml"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			f.Fatalf("no seeds match %s: %v", pattern, err)
		}
		for _, path := range paths {
			src, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(src)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) { checkGenerated(t, src) })
}

// FuzzGenerateRandom makes specifications of its own: every type in every
// position. Almost all of them are accepted, which the test of the same
// property counts.
func FuzzGenerateRandom(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		checkGenerated(t, randomSpec(rand.New(rand.NewPCG(seed, 0))))
	})
}

// checkGenerated says whether src was accepted.
func checkGenerated(t *testing.T, src []byte) bool {
	api, files := generate(t, src)
	if files == nil {
		return false
	}
	typeCheck(t, files)
	compileSchemas(t, api, files)
	if t.Failed() {
		t.Logf("specification:\n%s", src)
	}
	return true
}

// TestGenerateRandom runs the property over a row of seeds, and sees that the
// specifications are worth it.
func TestGenerateRandom(t *testing.T) {
	count := uint64(60)
	if testing.Short() {
		count = 15
	}
	accepted := 0
	for seed := range count {
		if checkGenerated(t, randomSpec(rand.New(rand.NewPCG(seed, 1)))) {
			accepted++
		}
	}
	t.Logf("%d of %d random specifications accepted", accepted, count)
	if accepted < int(count)/2 {
		t.Errorf("only %d of %d random specifications are accepted", accepted, count)
	}
}
