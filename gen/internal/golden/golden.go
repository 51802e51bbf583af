// Package golden compares what a stage makes with a file under testdata.
//
// In the room: reading, comparing, and writing with -update. May not enter:
// knowledge of any stage.
package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Compare fails the test with the first lines that differ if got is not what
// the file holds. With update it writes the file.
func Compare(t *testing.T, name string, got []byte, update bool) {
	t.Helper()
	if update {
		write(t, name, got)
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v (run the test with -update to write it)", err)
	}
	if string(got) == string(want) {
		return
	}
	t.Errorf("%s differs (run the test with -update if that is right):\n%s", name, firstDifference(string(want), string(got)))
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// firstDifference shows some lines from the first that differs on.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	var out strings.Builder
	show := func(sign string, lines []string) {
		for _, line := range lines[min(i, len(lines)):min(i+8, len(lines))] {
			out.WriteString(sign + line + "\n")
		}
	}
	show("-", w)
	show("+", g)
	return out.String()
}
