package output

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const specName = "acme.webhooks.yaml"

// target returns a target for dir from pairs of name and text.
func target(dir string, pairs ...string) Target {
	t := Target{Dir: dir, Spec: specName}
	for i := 0; i < len(pairs); i += 2 {
		t.Files = append(t.Files, File{Name: pairs[i], Data: []byte(pairs[i+1])})
	}
	return t
}

func mustWrite(t *testing.T, tg Target) *Plan {
	t.Helper()
	p, err := tg.Write(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// put writes files by hand.
func put(t *testing.T, dir string, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		name := filepath.Join(dir, pairs[i])
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(pairs[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// snapshot returns every file below dir with its text, links with their goal
// and folders with a slash.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		switch {
		case d.IsDir():
			all[rel+"/"] = ""
		case d.Type()&fs.ModeSymlink != 0:
			all[rel], err = os.Readlink(p)
		default:
			var data []byte
			data, err = os.ReadFile(p)
			all[rel] = string(data)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

func wantSnapshot(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	got := snapshot(t, dir)
	if maps.Equal(got, want) {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if w, ok := want[name]; !ok {
			t.Errorf("%s is there and should not be", name)
		} else if w != got[name] {
			t.Errorf("%s = %q, want %q", name, got[name], w)
		}
	}
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is missing", name)
		}
	}
}

func TestWriteCreatesChangesRemoves(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "out")
	mustWrite(t, target(dir, "a.go", "a1", "b.go", "b1", "old/c.go", "c1"))
	put(t, dir, "mine.go", "mine", "new/mine.txt", "mine")

	next := target(dir, "a.go", "a1", "b.go", "b2", "new/d.go", "d1")
	p := mustWrite(t, next)
	if p.Count(Create) != 1 || p.Count(Update) != 1 || p.Count(Remove) != 1 || p.Unchanged != 1 {
		t.Errorf("plan = %+v", p)
	}
	wantSnapshot(t, dir, map[string]string{
		"./": "", "new/": "", "a.go": "a1", "b.go": "b2", "new/d.go": "d1",
		"mine.go": "mine", "new/mine.txt": "mine",
		ManifestName: string(newManifest(specName, next.Files).encode()),
	})
}

func TestSecondRunWritesNothing(t *testing.T) {
	dir := t.TempDir()
	tg := target(dir, "a.go", "a1", "schema/b.json", "b1")
	mustWrite(t, tg)
	before, err := os.Stat(filepath.Join(dir, "a.go"))
	if err != nil {
		t.Fatal(err)
	}
	if p := mustWrite(t, tg); !p.Clean() || p.Unchanged != 2 {
		t.Errorf("plan = %+v", p)
	}
	after, err := os.Stat(filepath.Join(dir, "a.go"))
	if err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("the second run wrote a.go again")
	}
}

func TestMissingFileComesBack(t *testing.T) {
	dir := t.TempDir()
	tg := target(dir, "a.go", "a1", "b.go", "b1")
	mustWrite(t, tg)
	want := snapshot(t, dir)
	if err := os.Remove(filepath.Join(dir, "a.go")); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, tg)
	wantSnapshot(t, dir, want)
}

func TestIdenticalForeignFilesAreAdopted(t *testing.T) {
	dir := t.TempDir()
	tg := target(dir, "a.go", "a1")
	mustWrite(t, tg)
	want := snapshot(t, dir)
	if err := os.Remove(filepath.Join(dir, ManifestName)); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, tg)
	wantSnapshot(t, dir, want)
}

func TestForceOverwritesEdits(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, target(dir, "a.go", "a1", "b.go", "b1"))
	put(t, dir, "a.go", "mine", "b.go", "mine")
	next := target(dir, "a.go", "a2")

	var edited *EditedError
	if _, err := next.Write(context.Background()); !errors.As(err, &edited) || len(edited.Paths) != 2 {
		t.Fatalf("without -force: %v", err)
	}
	next.Force = true
	mustWrite(t, next)
	wantSnapshot(t, dir, map[string]string{"./": "", "a.go": "a2",
		ManifestName: string(newManifest(specName, next.Files).encode())})
}

// Every row prepares a folder in which a.go and sub/b.go cannot be written;
// the error names the culprit and all stays as it was.
func TestInTheWay(t *testing.T) {
	link := func(t *testing.T, to, at string) {
		t.Helper()
		if err := os.Symlink(to, at); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	sum := digest([]byte("x"))
	broken := func(manifest string) func(*testing.T, string) {
		return func(t *testing.T, dir string) { put(t, dir, "out/"+ManifestName, manifest) }
	}
	tests := []struct {
		name    string
		prepare func(t *testing.T, dir string)
		want    []string
	}{
		{"foreign file", func(t *testing.T, dir string) { put(t, dir, "out/a.go", "mine") }, []string{"out/a.go", "in the way"}},
		{"two foreign files", func(t *testing.T, dir string) { put(t, dir, "out/a.go", "mine", "out/sub/b.go", "mine") },
			[]string{"out/a.go", "out/sub/b.go"}},
		{"edited", func(t *testing.T, dir string) {
			mustWrite(t, target(filepath.Join(dir, "out"), "a.go", "a0"))
			put(t, dir, "out/a.go", "mine")
		}, []string{"out/a.go", "edited by hand"}},
		{"edited, stale", func(t *testing.T, dir string) {
			mustWrite(t, target(filepath.Join(dir, "out"), "gone.go", "a0"))
			put(t, dir, "out/gone.go", "mine")
		}, []string{"out/gone.go", "edited by hand"}},
		{"another specification", func(t *testing.T, dir string) {
			other := target(filepath.Join(dir, "out"), "x.go", "x")
			other.Spec = "other.webhooks.yaml"
			mustWrite(t, other)
		}, []string{"out", "other.webhooks.yaml", "-out"}},
		{"folder is a link", func(t *testing.T, dir string) {
			put(t, dir, "real/x", "")
			link(t, "real", filepath.Join(dir, "out"))
		}, []string{"out", "symbolic link"}},
		{"file is a link", func(t *testing.T, dir string) {
			put(t, dir, "out/x.go", "a1")
			link(t, "x.go", filepath.Join(dir, "out/a.go"))
		}, []string{"out/a.go", "symbolic link"}},
		{"subfolder is a link", func(t *testing.T, dir string) {
			put(t, dir, "out/real/x", "")
			link(t, "real", filepath.Join(dir, "out/sub"))
		}, []string{"out/sub", "symbolic link"}},
		{"subfolder is a link out of the folder", func(t *testing.T, dir string) {
			put(t, dir, "out/x", "", "real/x", "")
			link(t, "../real", filepath.Join(dir, "out/sub"))
		}, []string{"out/sub", "symbolic link"}},
		{"manifest is a link", func(t *testing.T, dir string) {
			put(t, dir, "out/x", "")
			link(t, "x", filepath.Join(dir, "out", ManifestName))
		}, []string{ManifestName, "symbolic link"}},
		{"a folder where a file goes", func(t *testing.T, dir string) { put(t, dir, "out/a.go/x", "") }, []string{"out/a.go", "not a regular file"}},
		{"a file where a folder goes", func(t *testing.T, dir string) { put(t, dir, "out/sub", "") }, []string{"out/sub", "not a folder"}},
		{"the output folder is a file", func(t *testing.T, dir string) { put(t, dir, "out", "") }, []string{"out", "not a folder"}},
		{"manifest: no JSON", broken("{"), []string{ManifestName, "broken"}},
		{"manifest: empty", broken(""), []string{ManifestName, "broken"}},
		{"manifest: unknown member", broken(`{"spec":"acme.webhooks.yaml","filez":{}}`), []string{ManifestName, "broken", "filez"}},
		{"manifest: more", broken(`{} {}`), []string{ManifestName, "broken"}},
		{"manifest: leads out", broken(`{"spec":"acme.webhooks.yaml","files":{"../x":"` + sum + `"}}`), []string{"broken", "../x"}},
		{"manifest: absolute", broken(`{"spec":"acme.webhooks.yaml","files":{"/etc/x":"` + sum + `"}}`), []string{"broken", "/etc/x"}},
		{"manifest: lists itself", broken(`{"spec":"acme.webhooks.yaml","files":{"` + ManifestName + `":"` + sum + `"}}`), []string{"broken"}},
		{"manifest: no digest", broken(`{"spec":"acme.webhooks.yaml","files":{"x":"1"}}`), []string{"broken", "digest"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			tt.prepare(t, dir)
			before := snapshot(t, dir)
			_, err := target(filepath.Join(dir, "out"), "a.go", "a1", "sub/b.go", "b1", "sub/c.go", "c1").Write(context.Background())
			if err == nil {
				t.Fatal("no error")
			}
			if faults := strings.Split(err.Error(), "\n"); faults[0] == faults[len(faults)-2] && len(faults) > 2 {
				t.Errorf("the same is said twice: %v", err)
			}
			for _, part := range tt.want {
				if !strings.Contains(err.Error(), filepath.FromSlash(part)) {
					t.Errorf("error lacks %q:\n%v", part, err)
				}
			}
			wantSnapshot(t, dir, before)
		})
	}
}

func TestLinksOnTheWay(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "real/x", "")
	if err := os.Symlink("real", filepath.Join(dir, "link")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	t.Chdir(dir)
	for _, out := range []string{"link/out", "./link/out", filepath.Join(dir, "link", "out"), "real/../link/out"} {
		if _, err := target(out, "a.go", "a1").Write(context.Background()); err == nil || !strings.Contains(err.Error(), "symbolic link") {
			t.Errorf("%s: %v", out, err)
		}
	}
	t.Chdir("link") // where a person stands is their own choice
	mustWrite(t, target("out", "a.go", "a1"))
	wd, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	mustWrite(t, target(filepath.Join(wd, "out2"), "a.go", "a1"))
}

func TestNamesThatLeadOut(t *testing.T) {
	for _, name := range []string{"../x", "/x", "", ".", "a/../../x", ManifestName, tempPrefix + "1.new", "a//b"} {
		dir := filepath.Join(t.TempDir(), "out")
		if _, err := target(dir, name, "x").Write(context.Background()); err == nil {
			t.Errorf("%q was written", name)
		}
		if exists(dir) {
			t.Errorf("%q: the folder was made", name)
		}
	}
}
