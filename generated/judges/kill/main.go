// Command kill takes each check out of the generated validators, one at a
// time, and asks whether a case of the judges notices. Each one that nobody
// notices is a missing case.
//
// All mutants are in one build: each check stands under a switch of its own.
// Run it in the folder of the module: go run ./kill.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

func main() {
	log.SetFlags(0)
	verbose := flag.Bool("v", false, "say which case notices each mutant")
	flag.Parse()
	if err := kill(*verbose); err != nil {
		log.Fatal(err)
	}
}

func kill(verbose bool) error {
	folder, err := os.MkdirTemp("", "kill")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	in := &instrumenter{mutants: make([]mutant, 1), overlay: map[string]string{}, folder: folder}
	if err := in.instrument("../internal/everything", true); err != nil {
		return err
	}
	if err := in.instrument("../livechat", false); err != nil {
		return err
	}
	worker, err := in.build()
	if err != nil {
		return err
	}
	h := &hunt{worker: worker, last: len(in.mutants) - 1, step: runtime.NumCPU(), fates: make([]fate, len(in.mutants))}
	if err := h.run(); err != nil {
		return err
	}
	return report(in.mutants, h.fates, verbose)
}

// build compiles the worker over the instrumented files.
func (in *instrumenter) build() (string, error) {
	text, err := json.Marshal(map[string]any{"Replace": in.overlay})
	if err != nil {
		return "", err
	}
	overlay, worker := filepath.Join(in.folder, "overlay.json"), filepath.Join(in.folder, "worker")
	if err := os.WriteFile(overlay, text, 0o600); err != nil {
		return "", err
	}
	build := exec.Command("go", "build", "-overlay", overlay, "-o", worker, "./kill/worker")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return worker, nil
}

// report prints what became of the mutants, and fails if one that is not
// listed as equivalent survived, or one that is listed did not.
func report(mutants []mutant, fates []fate, verbose bool) error {
	killed, equal, survived := 0, 0, 0
	used := map[string]bool{}
	for n := 1; n < len(mutants); n++ {
		m := &mutants[n]
		reason, listed := equivalent[m.String()]
		switch {
		case fates[n].killed:
			killed++
			if verbose {
				fmt.Printf("killed: %v\n    by %s\n", m, fates[n].by)
			}
		case listed:
			equal++
			used[m.String()] = true
			if verbose {
				fmt.Printf("equivalent: %v\n    %s\n", m, reason)
			}
		default:
			survived++
			fmt.Printf("survived: %v\n", m)
		}
	}
	for name := range equivalent {
		if !used[name] {
			survived++
			fmt.Printf("listed as equivalent, but no mutant that survives: %s\n", name)
		}
	}
	fmt.Printf("killed %d of %d, and %d that make no difference\n", killed, len(mutants)-1-equal, equal)
	if survived > 0 {
		return fmt.Errorf("%d to look at", survived)
	}
	return nil
}
