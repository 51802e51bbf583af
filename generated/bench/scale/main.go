// Command scale measures what a large specification costs: the generator as a
// process, and the build of a consumer that has the standard library in its
// cache and the package new to it. Linking is apart: it is that of any program
// that imports net/http.
//
//	go run ./scale -webhookgen PATH [-actions 23,1000,10000] [-build 1000]
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	command := flag.String("webhookgen", "", "the built command (required)")
	livechat := flag.String("livechat", "../../spec/livechat/v3.0.yaml", "LiveChat's specification")
	github := flag.String("github", "../../spec/github/github.yaml", "GitHub's specification")
	actions := flag.String("actions", "1000,10000", "numbers of made-up actions to generate")
	build := flag.String("build", "1000", "numbers of made-up actions to build")
	flag.Parse()
	if *command == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*command, []real{{"LiveChat, 23 actions", *livechat}, {"GitHub, 224 actions", *github}}, numbers(*actions), numbers(*build)); err != nil {
		fmt.Fprintln(os.Stderr, "scale:", err)
		os.Exit(1)
	}
}

func numbers(list string) []int {
	var out []int
	for _, word := range strings.Split(list, ",") {
		if n, err := strconv.Atoi(word); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// inMemory returns a folder of a file system in memory, or nothing: what a disk
// takes for new files depends on what was removed from it minutes before.
func inMemory() string {
	const shared = "/dev/shm"
	if probe, err := os.MkdirTemp(shared, "scale"); err == nil && os.Remove(probe) == nil {
		return shared
	}
	return ""
}

// real is the specification of a provider.
type real struct{ what, file string }

func run(command string, providers []real, actions, build []int) error {
	folder, err := os.MkdirTemp(inMemory(), "scale")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	command, err = filepath.Abs(command)
	if err != nil {
		return err
	}
	fmt.Println("| what | time s | CPU s | peak MB |\n|---|---|---|---|")
	for _, p := range providers {
		src, err := os.ReadFile(p.file)
		if err != nil {
			return err
		}
		if err := one(folder, command, p.what, src, true); err != nil {
			return err
		}
	}
	for _, n := range actions {
		if err := one(folder, command, fmt.Sprintf("%d made-up actions", n), madeUp(n), slices.Contains(build, n)); err != nil {
			return err
		}
	}
	return nil
}

// one generates a specification and, if asked, builds the package and then a
// program that uses it.
func one(parent, command, what string, src []byte, build bool) error {
	folder, err := os.MkdirTemp(parent, "consumer")
	if err != nil {
		return err
	}
	files := map[string]string{
		"hooks.webhooks.yaml": string(src),
		"go.mod":              "module example.com/consumer\n\ngo 1.24\n",
		"main.go": "package main\n\nimport \"example.com/consumer/hooks\"\n\nfunc main() {\n\tparse := hooks.Parse\n" +
			"\tprintln(&parse)\n\t_ = (&hooks.Handlers{}).Dispatch(nil, nil)\n}\n",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	if err := generated(folder, what, command); err != nil {
		return err
	}
	if !build {
		return nil
	}
	goFiles, lines, err := size(filepath.Join(folder, "hooks"))
	if err != nil {
		return err
	}
	warm := exec.Command("go", "build", "context", "encoding/json", "log/slog", "math/big", "reflect", "slices", "sync", "time", "errors")
	warm.Dir = folder
	if out, err := warm.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	compile := fmt.Sprintf("build: %s, %d files of %d lines", what, goFiles, lines)
	if err := timed(folder, compile, "go", "build", "./hooks"); err != nil {
		return err
	}
	return timed(folder, "link a program: "+what, "go", "build", "-o", os.DevNull, ".")
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

// generated times the generator. One that is done in less than a second runs
// nine times, each into a new folder, and the run in the middle counts: the
// first has to read the command from the disk.
func generated(folder, what, command string) error {
	var costs []cost
	for n := 1; n == 1 || n < 10 && costs[0].wall < time.Second; n++ {
		out := "hooks"
		if n > 1 {
			out = fmt.Sprintf("again%d", n)
		}
		c, err := measure(folder, command, "generate", "-spec", "hooks.webhooks.yaml", "-out", out, "-package", "hooks")
		if err != nil {
			return fmt.Errorf("generate: %s: %w", what, err)
		}
		costs = append(costs, c)
	}
	slices.SortFunc(costs, func(a, b cost) int { return cmp.Compare(a.wall, b.wall) })
	costs[len(costs)/2].print("generate: " + what)
	return nil
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

// madeUp returns a specification of n actions: payloads of five to eight
// members, a shared object for each ten actions, a union over them.
func madeUp(n int) []byte {
	var b strings.Builder
	b.WriteString("webhookgen: 1\nprovider: {name: hooks, version: \"1\"}\nenvelope:\n  action: {member: action}\n  payload: {member: payload}\n" +
		"  proof: {scheme: body_secret, member: secret}\n  fields:\n    secret: {type: string, sensitive: secret}\ntypes:\n")
	for i := range n/10 + 1 {
		fmt.Fprintf(&b, "  Thing%d:\n    notes: A thing of kind %d.\n    fields:\n      id: string\n      kind: {type: {const: thing%d}}\n"+
			"      name: {type: string, optional: true}\n      size: {type: int, optional: true}\n      tags: {type: {list: string}, optional: true}\n", i, i, i)
	}
	b.WriteString("  Colour: {enum: [red, green, blue]}\n  Any:\n    union:\n      by: kind\n      variants:\n")
	for i := range min(n/10+1, 50) {
		fmt.Fprintf(&b, "        thing%d: Thing%d\n", i, i)
	}
	b.WriteString("actions:\n")
	for i := range n {
		fmt.Fprintf(&b, "  action_%d:\n    notes: Something of sort %d has happened.\n    fields:\n      id: string\n      thing: Thing%d\n      other: {type: Any, optional: true}\n"+
			"      count: int\n      colour: {type: Colour, optional: true}\n      at: {type: timestamp, optional: true, notes: When it happened.}\n", i, i, i/10)
	}
	return []byte(b.String())
}
