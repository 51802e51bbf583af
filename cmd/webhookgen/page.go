package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/spec"
)

// recordSuffix ends the name of the file beside a specification that holds the
// page as the last import or update read it.
const recordSuffix = ".page"

// readPage reads a documentation page up to one byte more than a page can
// have: enough for the reader to say that it is too large.
func readPage(path string) (*specFile, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read the page: %w", err)
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, misuse("name a page in it", "%s is a folder", path)
	}
	text, err := io.ReadAll(io.LimitReader(file, page.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read the page: %w", err)
	}
	return &specFile{path: path, text: text}, nil
}

// mustSay returns what a page says. It shows on standard error what keeps it
// from being read, and with all set what had to be guessed too.
func (p *program) mustSay(f *specFile, all bool) (*infer.Says, error) {
	says, found := infer.Page(f.text)
	if says == nil || all {
		p.writeDiagnostics(p.stderr, f, found)
	}
	if says == nil {
		return nil, errFindings
	}
	return says, nil
}

// pageArgument returns the one page that a command is about.
func pageArgument(c *cli.Command, args []string) (string, error) {
	if len(args) == 1 && args[0] != "" {
		return args[0], nil
	}
	return "", misuse("webhookgen help "+c.Name+" says how it is used", "%s takes one page, and there are %d arguments", c.Name, len(args))
}

// sides are a page and the specification that it is held against.
type sides struct {
	page, spec *specFile
	says       *infer.Says
	api        *spec.API
}

// readSides reads the page that a command is about, and its specification.
func (p *program) readSides(c *cli.Command) (*sides, error) {
	path, err := pageArgument(c, c.Args().Slice())
	if err != nil {
		return nil, err
	}
	page, err := readPage(path)
	if err != nil {
		return nil, err
	}
	f, api, err := p.parseSpec(c)
	if err != nil {
		return nil, err
	}
	says, err := p.mustSay(page, false)
	if err != nil {
		return nil, err
	}
	return &sides{page, f, says, api}, nil
}

// replaceFile writes a file whole or not at all.
func replaceFile(path string, text []byte) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), ".webhookgen-*")
	if err != nil {
		return err
	}
	mode := os.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	_, err = temporary.Write(text)
	if err == nil {
		err = temporary.Chmod(mode)
	}
	if closing := temporary.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		os.Remove(temporary.Name())
	}
	return err
}

// parseSpec reads and checks the specification of a command.
func (p *program) parseSpec(c *cli.Command) (*specFile, *spec.API, error) {
	f, err := readSpec(c)
	if err != nil {
		return nil, nil, err
	}
	api, found := p.library.parse(f.base(), f.text)
	if api == nil {
		p.writeDiagnostics(p.stderr, f, found)
		return nil, nil, errFindings
	}
	return f, api, nil
}
