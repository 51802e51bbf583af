package main

import (
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/templates/scaffold"
	"golang.org/x/mod/modfile"
)

// module is the Go module that a folder belongs to.
type module struct {
	dir  string
	file *modfile.File
}

// hasTool says whether the module runs webhookgen as a tool already.
func (m *module) hasTool() bool {
	return m != nil && slices.ContainsFunc(m.file.Tool, func(t *modfile.Tool) bool { return t.Path == toolPath })
}

// toolPath is the package of this command.
const toolPath = modulePath + "/cmd/webhookgen"

// findModule returns the module that dir belongs to, nil if it is in none.
func findModule(dir string) (*module, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	for {
		name := filepath.Join(abs, "go.mod")
		data, err := os.ReadFile(name)
		if err == nil {
			file, err := modfile.Parse(name, data, nil)
			if err != nil {
				return nil, err
			}
			if file.Module == nil {
				return nil, fmt.Errorf("%s names no module", name)
			}
			return &module{dir: abs, file: file}, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if abs == filepath.Dir(abs) {
			return nil, nil
		}
		abs = filepath.Dir(abs)
	}
}

// newProject names the provider and the package of a project in dir.
func newProject(dir string, mod *module) (scaffold.Project, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return scaffold.Project{}, err
	}
	name := providerName(filepath.Base(abs))
	if mod == nil {
		return scaffold.Project{Provider: name, Import: path.Join(newModulePath(name), name)}, nil
	}
	rel, err := filepath.Rel(mod.dir, abs)
	if err != nil {
		return scaffold.Project{}, err
	}
	return scaffold.Project{Provider: name, Import: path.Join(mod.file.Module.Mod.Path, filepath.ToSlash(rel), name)}, nil
}

// importPathOf returns the path by which a package in dir is imported, or "" if
// no go.mod says so.
func importPathOf(dir string) (string, error) {
	mod, err := findModule(dir)
	if err != nil || mod == nil {
		return "", err
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(mod.dir, abs)
	if err != nil {
		return "", err
	}
	return path.Join(mod.file.Module.Mod.Path, filepath.ToSlash(rel)), nil
}

// newModulePath is the module path that init proposes.
func newModulePath(provider string) string { return "example.com/" + provider + "-receiver" }

// taken are names that main.go uses for something else.
var taken = []string{"context", "errors", "flag", "log", "net", "http", "os", "signal", "syscall", "time", "main", "init",
	"receiver", "server", "signals", "stop", "ctx", "cancel", "address", "listener", "delivery", "order", "err", "internal",
	"vendor", "testdata"}

// providerName makes the name of a folder a name for a provider and its
// package: lower-case letters and digits, none that Go or main.go has taken.
func providerName(folder string) string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(folder))
	name = strings.TrimLeft(name, "0123456789")
	if name == "" || token.IsKeyword(name) || types.Universe.Lookup(name) != nil || slices.Contains(taken, name) {
		return name + "hooks"
	}
	return name
}
