package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// faultyDisk fails at its n-th operation, counted from 0. If dead, it does so
// at every one after it too, which leaves the folder as a kill would.
type faultyDisk struct {
	rootDisk
	n, count int
	dead     bool
	failed   string // the operation that failed first
}

var errInjected = errors.New("injected fault")

func (d *faultyDisk) fails(op string) bool {
	n := d.count
	d.count++
	fail := n == d.n || d.dead && n > d.n
	if fail && d.failed == "" {
		d.failed = op
	}
	return fail
}

func (d *faultyDisk) mkdir(name string) error {
	if d.fails("mkdir " + name) {
		return errInjected
	}
	return d.rootDisk.mkdir(name)
}

// create leaves a part of the file behind when it fails for good.
func (d *faultyDisk) create(name string, data []byte, perm fs.FileMode) error {
	if d.fails("create " + name) {
		if d.dead && d.count == d.n+1 {
			_ = d.rootDisk.create(name, data[:len(data)/2], perm)
		}
		return errInjected
	}
	return d.rootDisk.create(name, data, perm)
}

func (d *faultyDisk) rename(from, to string) error {
	if d.fails("rename " + to) {
		return errInjected
	}
	return d.rootDisk.rename(from, to)
}

func (d *faultyDisk) remove(name string) error {
	if d.fails("remove " + name) {
		return errInjected
	}
	return d.rootDisk.remove(name)
}

// commitWith commits tg on a disk that fails at operation n. It returns the
// first operation that failed, empty if there were fewer.
func commitWith(t *testing.T, tg Target, n int, dead bool) (failed string, err error) {
	t.Helper()
	f, err := openFolder(tg.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	p, err := tg.plan(f)
	if err != nil {
		t.Fatal(err)
	}
	d := &faultyDisk{rootDisk: rootDisk{f.root}, n: n, dead: dead}
	err = commit(context.Background(), f, d, p)
	return d.failed, err
}

var before = []string{"a.go", "a1", "b.go", "b1", "gone/c.go", "c1", "same.go", "s"}
var after = []string{"a.go", "a2", "b.go", "b2", "new/d.go", "d2", "same.go", "s"}

func TestAFaultAnywhereRollsBack(t *testing.T) {
	renames := 0
	for n := 0; ; n++ {
		dir := t.TempDir()
		mustWrite(t, target(dir, before...))
		was := snapshot(t, dir)
		failed, err := commitWith(t, target(dir, after...), n, false)
		if failed == "" {
			if renames < 4 {
				t.Errorf("only %d renames were made to fail", renames)
			}
			return
		}
		if strings.HasPrefix(failed, "rename") {
			renames++
		}
		if isCleaning(failed) {
			// The new state is reached; what could not be removed is told.
			if p := mustWrite(t, target(dir, after...)); len(p.Changes) != 0 {
				t.Errorf("%s: %d changes are missing", failed, len(p.Changes))
			}
			continue
		}
		if !errors.Is(err, errInjected) {
			t.Errorf("%s: error %v", failed, err)
		}
		wantSnapshot(t, dir, was)
		if t.Failed() {
			t.Fatalf("the fault was: %s", failed)
		}
	}
}

// isCleaning says whether op comes after the last rename.
func isCleaning(op string) bool {
	return strings.HasPrefix(op, "remove "+tempPrefix) || strings.HasPrefix(op, "remove gone/"+tempPrefix) ||
		strings.HasPrefix(op, "remove new/"+tempPrefix) || op == "remove gone"
}

func TestTheNextRunRepairsAfterAKill(t *testing.T) {
	want := t.TempDir()
	mustWrite(t, target(want, after...))
	done := snapshot(t, want)
	for n := 0; ; n++ {
		dir := t.TempDir()
		mustWrite(t, target(dir, before...))
		failed, _ := commitWith(t, target(dir, after...), n, true)
		if failed == "" {
			return
		}
		checkRepair(t, dir, failed, done)
	}
}

// Two kills in a row, with different targets, at every pair of operations.
func TestTheNextRunRepairsAfterTwoKills(t *testing.T) {
	want := t.TempDir()
	mustWrite(t, target(want, after...))
	done := snapshot(t, want)
	between := []string{"a.go", "a3", "new/e.go", "e3", "same.go", "s"}
	for n := 0; n < 24; n += 3 {
		for m := 0; m < 30; m += 2 {
			dir := t.TempDir()
			mustWrite(t, target(dir, before...))
			first, _ := commitWith(t, target(dir, between...), n, true)
			second, _ := commitWith(t, target(dir, after...), m, true)
			checkRepair(t, dir, fmt.Sprintf("%s, then %s", first, second), done)
		}
	}
}

// A fault while repairing leaves the folder repairable.
func TestARepairThatFailsLosesNothing(t *testing.T) {
	want := t.TempDir()
	mustWrite(t, target(want, after...))
	done := snapshot(t, want)
	for n := 0; n < 24; n += 3 {
		for m := 0; m < 30; m += 2 {
			dir := t.TempDir()
			mustWrite(t, target(dir, before...))
			first, _ := commitWith(t, target(dir, after...), n, true)
			second, _ := commitWith(t, target(dir, after...), m, false)
			checkRepair(t, dir, fmt.Sprintf("%s, then %s", first, second), done)
		}
	}
}

// checkRepair says whether a plan reports the half-done state of dir and a
// write mends it.
func checkRepair(t *testing.T, dir, failed string, done map[string]string) {
	t.Helper()
	tg := target(dir, after...)
	p, err := tg.Plan()
	if err != nil {
		t.Fatalf("%s: %v", failed, err)
	}
	if p.Clean() && !strings.HasSuffix(failed, "remove gone") && !maps.Equal(snapshot(t, dir), done) {
		t.Errorf("%s: Clean = %v", failed, p.Clean())
	}
	mustWrite(t, tg)
	if strings.HasSuffix(failed, "remove gone") {
		_ = os.Remove(filepath.Join(dir, "gone")) // an empty folder is no file of ours
	}
	wantSnapshot(t, dir, done)
	if t.Failed() {
		t.Fatalf("the fault was at: %s", failed)
	}
}

func TestCancelRollsBack(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, target(dir, before...))
	was := snapshot(t, dir)
	f, err := openFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	p, err := target(dir, after...).plan(f)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	d := &cancellingDisk{rootDisk: rootDisk{f.root}, at: filepath.FromSlash("b.go"), cancel: cancel}
	if err := commit(ctx, f, d, p); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if !d.renamed {
		t.Error("the cancel came before the rename")
	}
	wantSnapshot(t, dir, was)
}

// cancellingDisk cancels once it has renamed something to at.
type cancellingDisk struct {
	rootDisk
	at      string
	cancel  func()
	renamed bool
}

func (d *cancellingDisk) rename(from, to string) error {
	err := d.rootDisk.rename(from, to)
	if to == d.at {
		d.renamed = true
		d.cancel()
	}
	return err
}

func TestRunsAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	var wg sync.WaitGroup
	for i := range 8 {
		files := before
		if i%2 == 1 {
			files = after
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 5 {
				if _, err := target(dir, files...).Write(context.Background()); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	wg.Wait()
	first, err := target(dir, before...).Plan()
	if err != nil {
		t.Fatal(err)
	}
	second, err := target(dir, after...).Plan()
	if err != nil {
		t.Fatal(err)
	}
	if first.Clean() == second.Clean() {
		t.Errorf("the folder is neither state: %+v, %+v", first, second)
	}
}
