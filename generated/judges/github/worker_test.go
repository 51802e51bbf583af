package github

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// worker is a program over the package that is generated of the schemas.
type worker struct {
	t   *testing.T
	in  *json.Encoder
	out *bufio.Scanner
}

// request is a line to the worker.
type request struct {
	Event string
	Body  string
}

// verdict is a line from the worker.
type verdict struct {
	Error string // "" if Parse accepts the body
	Wrong string // what an accepted body is not written back as
}

// startWorker imports the schemas as they are, generates and compiles the
// package, and starts the program over it.
func startWorker(t *testing.T) *worker {
	t.Helper()
	folder := t.TempDir()
	generate(t, filepath.Join(folder, "github"))
	program, err := os.ReadFile("testdata/worker.go.txt")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "main.go"), program)
	write(t, filepath.Join(folder, "go.mod"), []byte("module worker\n\ngo 1.24\n"))
	build := exec.Command("go", "build", "-o", "worker", ".")
	build.Dir = folder
	build.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%.4000s", err, out)
	}
	process := exec.Command(filepath.Join(folder, "worker"))
	process.Stderr = os.Stderr
	in, err := process.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		if err := process.Wait(); err != nil {
			t.Error(err)
		}
	})
	return &worker{t, json.NewEncoder(in), lines(out)}
}

func lines(r io.Reader) *bufio.Scanner {
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	return s
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

// generate writes the package of the schemas as they are, by the command.
func generate(t *testing.T, folder string) {
	t.Helper()
	tool, file := filepath.Join(t.TempDir(), "webhookgen"), filepath.Join(t.TempDir(), "github.webhooks.yaml")
	run(t, "../../..", "go", "build", "-o", tool, "./cmd/webhookgen")
	said := run(t, ".", tool, "import", "jsonschema", "-action-header", "X-GitHub-Event", "-o", file, schemasFile)
	if !strings.Contains(said, ": 224 actions") {
		t.Errorf("the schemas have 224 actions, and import said %q", said)
	}
	run(t, ".", tool, "generate", "-spec", file, "-out", folder)
}

func run(t *testing.T, folder, name string, args ...string) string {
	t.Helper()
	command := exec.Command(name, args...)
	command.Dir = folder
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s %q: %v", name, args, err)
	}
	return string(out)
}

// ask returns what the package says of a body.
func (w *worker) ask(event string, body []byte) verdict {
	w.t.Helper()
	if err := w.in.Encode(request{event, string(body)}); err != nil {
		w.t.Fatal(err)
	}
	if !w.out.Scan() {
		w.t.Fatalf("the worker ended: %v", w.out.Err())
	}
	var v verdict
	if err := json.Unmarshal(w.out.Bytes(), &v); err != nil {
		w.t.Fatal(err)
	}
	return v
}
