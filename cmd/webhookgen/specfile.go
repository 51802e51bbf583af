package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/spec"
)

// specSuffix ends the names of specifications.
const specSuffix = ".webhooks.yaml"

// specFile is a specification as it was read.
type specFile struct {
	path string
	text []byte
}

// base is the name of the file without its folder.
func (f *specFile) base() string { return filepath.Base(f.path) }

// readSpec reads the specification that -spec names, or the only one in the
// working folder.
func readSpec(c *cli.Command) (*specFile, error) {
	path := c.String("spec")
	if path == "" {
		if c.IsSet("spec") {
			return nil, misuse("name a file", "-spec is empty")
		}
		found, err := findSpec()
		if err != nil {
			return nil, err
		}
		path = found
	}
	return readSpecFile(path)
}

// findSpec returns the one specification in the working folder.
func findSpec() (string, error) {
	found, err := filepath.Glob("*" + specSuffix)
	if err != nil {
		return "", err
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", misuse("name one with -spec FILE, or start with webhookgen init", "there is no *%s in this folder", specSuffix)
	}
	return "", misuse("choose one with -spec FILE", "there are several specifications in this folder: %s", strings.Join(found, ", "))
}

// readSpecFile reads path up to one byte more than a specification can have:
// enough for the parser to say that it is too large.
func readSpecFile(path string) (*specFile, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read the specification: %w", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("cannot read the specification: %w", err)
	}
	if info.IsDir() {
		return nil, misuse("name a file in it", "%s is a folder", path)
	}
	text, err := io.ReadAll(io.LimitReader(file, spec.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read the specification: %w", err)
	}
	return &specFile{path: path, text: text}, nil
}

// mustParse parses f for commands that need a specification without errors.
// It shows what is wrong on standard error.
func (p *program) mustParse(f *specFile) (*spec.API, error) {
	api, found := p.library.parse(f.base(), f.text)
	p.writeDiagnostics(p.stderr, f, found)
	if api == nil {
		return nil, errFindings
	}
	return api, nil
}
