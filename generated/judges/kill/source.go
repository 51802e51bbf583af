package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
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
}

// source is one file, with what is to be put into it.
type source struct {
	*instrumenter
	pkg  string
	name string
	text []byte
	set  *token.FileSet
	file *ast.File
	puts []put

	within  string // function that is being looked at
	ofKinds bool   // whether it reads a union of kinds
}

// put is text that goes in at an offset.
type put struct {
	offset int
	closes bool // it ends something that began before
	text   string
}

// mutant returns the number of a new mutant.
func (s *source) mutant(what string, args ...any) int {
	n := len(s.mutants)
	where := s.pkg + "/" + s.name
	if s.within != "" {
		where += ": " + s.within
	}
	s.mutants = append(s.mutants, mutant{n, where, fmt.Sprintf(what, args...)})
	return n
}

func (s *source) offset(p token.Pos) int { return s.set.Position(p).Offset }

// code returns the text of a node, on one line.
func (s *source) code(n ast.Node) string {
	text := string(s.text[s.offset(n.Pos()):s.offset(n.End())])
	return strings.Join(strings.Fields(text), " ")
}

// wrap puts text before and after a node. What is wrapped first is outermost.
func (s *source) wrap(n ast.Node, before, after string) {
	s.puts = append(s.puts, put{s.offset(n.Pos()), false, before}, put{s.offset(n.End()), true, after})
}

// pick has an expression replaced by another while a new mutant is alive.
func (s *source) pick(e ast.Expr, instead, what string) {
	s.wrap(e, fmt.Sprintf("kill_pick(%d, ", s.mutant("%s: %s instead of %s", what, instead, s.code(e))), ", "+instead+")")
}

// apply returns the file with everything put in.
func (s *source) apply() ([]byte, error) {
	// At one offset, what ends goes before what begins; of what was wrapped
	// first, the end comes last.
	var opens, closes []put
	for _, p := range s.puts {
		if p.closes {
			closes = append(closes, p)
		} else {
			opens = append(opens, p)
		}
	}
	slices.Reverse(closes)
	all := append(closes, opens...)
	slices.SortStableFunc(all, func(a, b put) int { return a.offset - b.offset })
	var out bytes.Buffer
	from := 0
	for _, p := range all {
		out.Write(s.text[from:p.offset])
		out.WriteString(p.text)
		from = p.offset
	}
	out.Write(s.text[from:])
	return format.Source(out.Bytes())
}

// instrument adds all checks of the package in a folder: those of its runtime
// only if that is wanted, since the runtime of all packages is the same.
func (in *instrumenter) instrument(folder string, runtime bool) error {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return err
	}
	var sources []*source
	for _, path := range paths {
		s, err := in.open(path)
		if err != nil {
			return err
		}
		sources = append(sources, s)
	}
	tables := findTables(sources)
	for _, s := range sources {
		ofRuntime := strings.HasPrefix(s.name, "runtime_")
		tables.uses(s)
		switch {
		case !ofRuntime:
			s.generated()
		case runtime:
			s.runtime()
		}
		if err := s.write(); err != nil {
			return err
		}
	}
	return in.addHelpers(folder, sources[0].file.Name.Name, tables)
}

func (in *instrumenter) open(path string) (*source, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	return &source{instrumenter: in, pkg: file.Name.Name, name: filepath.Base(path), text: text, set: set, file: file}, nil
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
