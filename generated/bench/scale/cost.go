package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// generated times a generator, which generate runs into a folder. One that is
// done in less than a second runs nine times, each into a new folder, and the run
// in the middle counts: the first has to read the command from the disk.
func generated(folder, what string, generate func(out string) (cost, error)) error {
	var costs []cost
	for n := 1; n == 1 || n < 10 && costs[0].wall < time.Second; n++ {
		out := "hooks"
		if n > 1 {
			out = fmt.Sprintf("again%d", n)
		}
		c, err := generate(out)
		if err != nil {
			return fmt.Errorf("generate: %s: %w", what, err)
		}
		costs = append(costs, c)
	}
	slices.SortFunc(costs, func(a, b cost) int { return cmp.Compare(a.wall, b.wall) })
	costs[len(costs)/2].print("generate: " + what)
	return nil
}

// built times the build of the package hooks of a consumer.
func built(folder, what string) error {
	files, lines, err := size(filepath.Join(folder, "hooks"))
	if err != nil {
		return err
	}
	return timed(folder, fmt.Sprintf("build: %s, %d files of %d lines", what, files, lines), "go", "build", "./hooks")
}

// size counts the Go files of a package, and their lines.
func size(folder string) (files, lines int, err error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return 0, 0, err
		}
		lines += bytes.Count(text, []byte("\n"))
	}
	return len(names), lines, err
}

// timed runs a command and prints what it took, its children included.
func timed(folder, what, name string, args ...string) error {
	c, err := measure(folder, name, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	c.print(what)
	return nil
}

// cost is what a command takes: times, and the most memory it had, in KB.
type cost struct {
	wall, cpu time.Duration
	peak      int64
}

func measure(folder, name string, args ...string) (cost, error) {
	command := exec.Command(name, args...)
	command.Dir = folder
	start := time.Now()
	if out, err := command.CombinedOutput(); err != nil {
		return cost{}, fmt.Errorf("%w: %s", err, out)
	}
	return cost{
		wall: time.Since(start),
		cpu:  command.ProcessState.UserTime() + command.ProcessState.SystemTime(),
		peak: command.ProcessState.SysUsage().(*syscall.Rusage).Maxrss,
	}, nil
}

func (c cost) print(what string) {
	fmt.Printf("| %s | %.3f | %.3f | %d |\n", what, c.wall.Seconds(), c.cpu.Seconds(), c.peak/1024)
}
