package spec

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares got with a file, line by line.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := string(text); got != want {
		t.Errorf("%s differs (go test ./spec -update writes it):\n%s", path, lineDiff(want, got))
	}
}

// lineDiff shows the lines between the common head and tail of two texts.
func lineDiff(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var out strings.Builder
	for _, line := range a {
		out.WriteString("- " + line + "\n")
	}
	for _, line := range b {
		out.WriteString("+ " + line + "\n")
	}
	return out.String()
}

// example is a file under testdata.
type example struct {
	name string // without folder and .yaml
	path string
	src  []byte
}

func examples(t testing.TB, folder string) []example {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples in %s: %v", folder, err)
	}
	var list []example
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, example{strings.TrimSuffix(filepath.Base(path), ".yaml"), path, src})
	}
	return list
}

func render(t testing.TB, ds Diagnostics, file string, src []byte) string {
	t.Helper()
	var out strings.Builder
	if err := ds.Render(&out, file, src, false); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
