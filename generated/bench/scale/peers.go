package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// peer is a generator that others wrote.
type peer struct {
	name     string
	command  string                      // the import path of its command
	describe func(n int) ([]byte, error) // madeUp(n) in its language
	args     func(out string) []string   // from hooks.json to a package in the folder out
}

// peers are what there is for Go, each with all that it makes of a description:
// go-jsonschema types that check some of it, oapi-codegen types alone, ogen a
// server that decodes and validates.
var peers = []peer{
	{"go-jsonschema", "github.com/atombender/go-jsonschema", madeUpSchema, func(out string) []string {
		return []string{"-p", "hooks", "-o", filepath.Join(out, "hooks.go"), "hooks.json"}
	}},
	{"oapi-codegen", "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen", madeUpAPI, func(out string) []string {
		return []string{"-generate", "types,skip-prune", "-package", "hooks", "-o", filepath.Join(out, "hooks.go"), "hooks.json"}
	}},
	{"ogen", "github.com/ogen-go/ogen/cmd/ogen", madeUpAPI, func(out string) []string {
		return []string{"-package", "hooks", "-target", out, "-clean", "hooks.json"}
	}},
}

// compare prints what the peers take for made-up actions, and to build what they
// made of them. module is the folder that pins them.
func compare(folder, module string, n sizes) error {
	if _, err := measure(module, "go", "build", "./..."); err != nil { // what they import
		return fmt.Errorf("%s: %w", module, err)
	}
	for _, p := range peers {
		command := filepath.Join(folder, p.name)
		if _, err := measure(module, "go", "build", "-o", command, p.command); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		for _, count := range n.compared {
			if err := p.measure(folder, module, command, count, slices.Contains(n.build, count)); err != nil {
				return err
			}
		}
	}
	return nil
}

// measure generates code for n made-up actions and, if asked, builds it.
func (p *peer) measure(parent, module, command string, n int, build bool) error {
	what := fmt.Sprintf("%d made-up actions, %s", n, p.name)
	description, err := p.describe(n)
	if err != nil {
		return err
	}
	folder, err := consumer(parent, map[string][]byte{"hooks.json": description})
	if err != nil {
		return err
	}
	if err := pinned(folder, module); err != nil {
		return err
	}
	err = generated(folder, what, func(out string) (cost, error) {
		if err := os.Mkdir(filepath.Join(folder, out), 0o755); err != nil {
			return cost{}, err
		}
		return measure(folder, command, p.args(out)...)
	})
	if err != nil || !build {
		return err
	}
	return built(folder, what)
}

// pinned gives a consumer the versions of module.
func pinned(folder, module string) error {
	mod, err := os.ReadFile(filepath.Join(module, "go.mod"))
	if err != nil {
		return err
	}
	_, rest, _ := bytes.Cut(mod, []byte("\n"))
	sum, err := os.ReadFile(filepath.Join(module, "go.sum"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "go.mod"), append([]byte("module example.com/consumer\n"), rest...), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "go.sum"), sum, 0o644)
}
