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

// packages are those that checks are taken out of, as folders below generated.
var packages = []string{
	"internal/everything", "livechat", "livechat/v36", "slack", "standardwebhooks",
	"internal/events", "internal/closed", "internal/headers", "internal/paths", "internal/flat",
	"internal/proofs/body", "internal/proofs/parts", "internal/proofs/pairs", "internal/proofs/standard",
	"internal/proofs/basic", "internal/proofs/bearer", "internal/proofs/keys", "internal/proofs/sealed",
}

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
	in := newInstrumenter(folder)
	for _, folder := range packages {
		if err := in.instrument(folder); err != nil {
			return err
		}
	}
	worker, err := in.build()
	if err != nil {
		return err
	}
	h := &hunt{worker: worker, fates: make([]fate, len(in.mutants))}
	if err := h.run(runtime.NumCPU()); err != nil {
		return err
	}
	return report(os.Stdout, in.mutants, h.fates, equivalent, verbose)
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
