// Command scale measures what a large specification costs: the generator as a
// process, and the build of a consumer that has the standard library in its
// cache and the package new to it. Its test kit, which tests alone import, is
// apart, and so is linking: it is that of any program that imports net/http.
//
// Other generators get the same made-up actions; to build what ogen makes of
// 1,000 takes two minutes and 4.4 GB.
//
//	go run ./scale -webhookgen PATH [-actions 23,1000,10000] [-build 1000] [-peers ""]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	command := flag.String("webhookgen", "", "the built command (required)")
	livechat := flag.String("livechat", "../../spec/livechat/v3.0.yaml", "LiveChat's specification")
	github := flag.String("github", "../../spec/github/github.yaml", "GitHub's specification")
	peers := flag.String("peers", "peers", "the module that pins other generators; empty to leave them out")
	actions := flag.String("actions", "23,1000,10000", "numbers of made-up actions to generate")
	compared := flag.String("compared", "23,1000", "numbers of made-up actions that other generators get")
	build := flag.String("build", "1000", "numbers of made-up actions to build")
	flag.Parse()
	if *command == "" {
		flag.Usage()
		os.Exit(2)
	}
	providers := []real{{"LiveChat, 23 actions", *livechat}, {"GitHub, 224 actions", *github}}
	if err := run(*command, *peers, providers, sizes{numbers(*actions), numbers(*compared), numbers(*build)}); err != nil {
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

// sizes are numbers of made-up actions.
type sizes struct {
	actions  []int // that webhookgen generates
	compared []int // that other generators do
	build    []int // of those that are built, too
}

func run(command, peers string, providers []real, n sizes) error {
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
	for _, count := range n.actions {
		if err := one(folder, command, fmt.Sprintf("%d made-up actions", count), madeUp(count), slices.Contains(n.build, count)); err != nil {
			return err
		}
	}
	if peers == "" {
		return nil
	}
	return compare(folder, peers, n)
}

// one generates a specification and, if asked, builds the package and then a
// program that uses it.
func one(parent, command, what string, src []byte, build bool) error {
	folder, err := consumer(parent, map[string][]byte{
		"hooks.webhooks.yaml": src,
		"go.mod":              []byte("module example.com/consumer\n\ngo 1.24\n"),
		"main.go": []byte("package main\n\nimport \"example.com/consumer/hooks\"\n\nfunc main() {\n\tparse := hooks.Parse\n" +
			"\tprintln(&parse)\n\t_ = (&hooks.Handlers{}).Dispatch(nil, nil)\n}\n"),
	})
	if err != nil {
		return err
	}
	err = generated(folder, what, func(out string) (cost, error) {
		return measure(folder, command, "generate", "-spec", "hooks.webhooks.yaml", "-out", out, "-package", "hooks")
	})
	if err != nil || !build {
		return err
	}
	if _, err := measure(folder, "go", "build", "encoding/json", "log/slog", "math/big", "math/rand/v2", "net/http/httptest", "testing"); err != nil {
		return err
	}
	if err := built(folder, what); err != nil {
		return err
	}
	if err := timed(folder, "build the test kit: "+what, "go", "build", "./hooks/hookstest"); err != nil {
		return err
	}
	return timed(folder, "link a program: "+what, "go", "build", "-o", os.DevNull, ".")
}

// consumer makes a folder with files.
func consumer(parent string, files map[string][]byte) (string, error) {
	folder, err := os.MkdirTemp(parent, "consumer")
	for name, text := range files {
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), text, 0o644)
		}
	}
	return folder, err
}
