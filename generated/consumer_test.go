package generated_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/spec"
)

const consumerModule = "example.com/consumer"

// TestConsumerKit has a module of its own turn on the conformance and the fuzz
// test of the kit, as the kit's doc comment says: they pass, and the
// conformance test fails once a check is missing from the generated code.
func TestConsumerKit(t *testing.T) {
	if testing.Short() {
		t.Skip("builds several programs")
	}
	t.Parallel()
	folder := newConsumerModule(t)
	goIn(t, folder, true, "test", "./...") // with the seeds of the fuzz test
	for _, c := range []struct{ what, file, old, new string }{
		{"a member that must be there", "thread_closed_payload.go", "required: fieldSet{0x3}", "required: fieldSet{0x1}"},
		{"a constant of pushes", "push.go", `p = d.constText(p, "push")`, `p = d.skip(p)`},
		{"half surrogates", "runtime_text.go", `return 0, s.fail(p, "half of a surrogate pair")`, `return 'x', p + 6`},
		{"names that occur twice", "runtime_names.go", `s.fail(at, "a member's name occurs twice")` + "\n\treturn false", "return true"},
	} {
		path := filepath.Join(folder, "livechat", c.file)
		text := readText(t, path)
		if strings.Count(text, c.old) != 1 {
			t.Errorf("%s: %s has %d of %q", c.what, c.file, strings.Count(text, c.old), c.old)
			continue
		}
		writeText(t, path, strings.Replace(text, c.old, c.new, 1))
		if out := goIn(t, folder, false, "test", "./service", "-run", "TestConformance"); !strings.Contains(out, "--- FAIL: TestConformance") {
			t.Errorf("without a check of %s: %s", c.what, out)
		}
		writeText(t, path, text)
	}
}

// newConsumerModule returns the folder of a module with the service of the
// examples and a generated package of its own.
func newConsumerModule(t *testing.T) string {
	folder := t.TempDir()
	writeText(t, filepath.Join(folder, "go.mod"), "module "+consumerModule+"\n\ngo 1.24\n")
	sources, err := filepath.Glob("examples/service/*.go")
	if err != nil || len(sources) < 3 {
		t.Fatalf("examples/service: %v, %v", sources, err)
	}
	for _, path := range sources {
		text := strings.ReplaceAll(readText(t, path), "github.com/webhookgen/webhookgen/generated/livechat", consumerModule+"/livechat")
		writeText(t, filepath.Join(folder, "service", filepath.Base(path)), text)
	}
	api, diags := spec.Parse("v3.0.yaml", []byte(readText(t, "../spec/livechat/v3.0.yaml")))
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	files, diags, err := gen.Generate(api, gen.Options{ImportPath: consumerModule + "/livechat"})
	if err != nil || diags.HasErrors() {
		t.Fatal(err, diags)
	}
	for _, f := range files {
		writeText(t, filepath.Join(folder, "livechat", f.Name), string(f.Data))
	}
	return folder
}

// goIn runs the go command in a folder and returns what it prints.
func goIn(t *testing.T, folder string, succeeds bool, args ...string) string {
	t.Helper()
	command := exec.Command("go", args...)
	command.Dir = folder
	command.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GOPROXY=off")
	out, err := command.CombinedOutput()
	if (err == nil) != succeeds {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func readText(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
