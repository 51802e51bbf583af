package schemas

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/webhookgen/webhookgen/gen"
)

// request is a body for an action.
type request struct{ Action, Body string }

// verdict is what the generated package makes of a body.
type verdict struct {
	Error string // "" if Parse accepts it
	Wrong string // what an accepted body is not written back as
}

// ask generates and compiles the package of a specification, and has it judge
// bodies.
func ask(t *testing.T, text []byte, requests []request) []verdict {
	t.Helper()
	folder := t.TempDir()
	generate(t, folder, text)
	program, err := os.ReadFile("testdata/worker.go.txt")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "main.go"), program)
	write(t, filepath.Join(folder, "go.mod"), []byte("module worker\n\ngo 1.24\n"))
	build := exec.Command("go", "build", "-o", "worker", ".")
	build.Dir, build.Env = folder, append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%.4000s", err, out)
	}
	var in, out bytes.Buffer
	lines := json.NewEncoder(&in)
	for _, r := range requests {
		if err := lines.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	worker := exec.Command(filepath.Join(folder, "worker"))
	worker.Stdin, worker.Stdout, worker.Stderr = &in, &out, os.Stderr
	if err := worker.Run(); err != nil {
		t.Fatal(err)
	}
	verdicts := make([]verdict, len(requests))
	answers := json.NewDecoder(&out)
	for i := range verdicts {
		if err := answers.Decode(&verdicts[i]); err != nil {
			t.Fatal(err)
		}
	}
	return verdicts
}

func generate(t *testing.T, folder string, text []byte) {
	t.Helper()
	api, found := gen.Parse("acme.yaml", text)
	if found.HasErrors() {
		t.Fatal(found)
	}
	files, found, err := gen.Generate(api, gen.Options{ImportPath: "worker/acme"})
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	for _, f := range files {
		write(t, filepath.Join(folder, "acme", filepath.FromSlash(f.Name)), f.Data)
	}
}

func write(t *testing.T, name string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
}
