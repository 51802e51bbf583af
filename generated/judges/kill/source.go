package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// mutant is one check that can be taken out.
type mutant struct {
	number int
	where  string // package/file: function
	what   string
}

func (m *mutant) String() string { return m.where + ": " + m.what }

// instrumenter gives every check of some packages a number and a switch.
type instrumenter struct {
	mutants []mutant // by number; 0 is none
	overlay map[string]string
	folder  string // for the instrumented files

	// ofRuntime are numbers of mutants of the runtime: it is the same in every
	// package that has a file of it, and a check is taken out of all at once.
	ofRuntime map[string]int
}

func newInstrumenter(folder string) *instrumenter {
	return &instrumenter{mutants: make([]mutant, 1), overlay: map[string]string{}, folder: folder, ofRuntime: map[string]int{}}
}

// source is one file, with what is to be put into it.
type source struct {
	*instrumenter
	pkg  string // folder of the package, or runtime
	name string
	text []byte
	set  *token.FileSet
	file *ast.File
	puts []put

	says    bool                   // whether its last result tells what is wrong
	within  string                 // function that is being looked at
	ofKinds bool                   // whether it reads a union of kinds
	times   map[string]int         // how often it has had a mutant of this name
	nothing *nothing               // of its package
	covered map[*ast.CallExpr]bool // refusals that a condition of their own leads to
}

// isRuntime says whether a file is one that all packages have.
func (s *source) isRuntime() bool { return s.pkg == "runtime" }

// mutant returns the number of a new mutant, or of the one in another package
// that takes the same check out of the runtime.
func (s *source) mutant(what string, args ...any) int {
	n := len(s.mutants)
	where := s.pkg + "/" + s.name
	if s.within != "" {
		where += ": " + s.within
	}
	m := mutant{n, where, fmt.Sprintf(what, args...)}
	s.times[m.String()]++
	if times := s.times[m.String()]; times > 1 {
		m.what += fmt.Sprintf(" (%d)", times)
	}
	if s.isRuntime() {
		if known := s.ofRuntime[m.String()]; known != 0 {
			return known
		}
		s.ofRuntime[m.String()] = n
	}
	s.mutants = append(s.mutants, m)
	return n
}

func (s *source) offset(p token.Pos) int { return s.set.Position(p).Offset }

// code returns the text of a node, on one line.
func (s *source) code(n ast.Node) string {
	text := string(s.text[s.offset(n.Pos()):s.offset(n.End())])
	return strings.Join(strings.Fields(text), " ")
}

// instrument adds all checks of the package in a folder below generated.
func (in *instrumenter) instrument(folder string) error {
	paths, err := filepath.Glob(filepath.Join("..", folder, "*.go"))
	if err != nil {
		return err
	}
	var sources []*source
	for _, path := range paths {
		s, err := in.open(folder, path)
		if err != nil {
			return err
		}
		sources = append(sources, s)
	}
	tables, nothing := findTables(sources), findNothing(sources)
	for _, s := range sources {
		s.nothing = nothing
		tables.uses(s)
		if s.isRuntime() {
			s.runtime()
		} else {
			s.generated()
		}
		if err := s.write(); err != nil {
			return err
		}
	}
	return in.addHelpers(filepath.Join("..", folder), sources[0].file.Name.Name, tables)
}

func (in *instrumenter) open(folder, path string) (*source, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	pkg, name := strings.TrimPrefix(folder, "internal/"), filepath.Base(path)
	if of, ok := strings.CutPrefix(name, "runtime_"); ok {
		pkg, name = "runtime", of
	}
	return &source{instrumenter: in, pkg: pkg, name: name, text: text, set: set, file: file,
		times: map[string]int{}, covered: map[*ast.CallExpr]bool{}}, nil
}

func (s *source) write() error {
	text, err := s.apply()
	if err != nil {
		return fmt.Errorf("%s/%s: %w", s.pkg, s.name, err)
	}
	return s.replace(s.set.Position(s.file.Pos()).Filename, text)
}

// replace has the build take text for the file at path.
func (in *instrumenter) replace(path string, text []byte) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	copied := filepath.Join(in.folder, fmt.Sprintf("%d.go", len(in.overlay)))
	in.overlay[path] = copied
	return os.WriteFile(copied, text, 0o600)
}
