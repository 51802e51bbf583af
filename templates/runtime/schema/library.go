package schema

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// library compiles the files of the schema folder, each once.
type library struct {
	files fs.FS
	index func() (*index, error)

	mu       sync.Mutex // held while compiling: a compiler serves one at a time
	compiler *jsonschema.Compiler
	entries  map[string]func() (*jsonschema.Schema, error)
	texts    sync.Map // $id of a file to its decoded text, for messages
}

func newLibrary(files fs.FS, in func() (*index, error)) *library {
	l := &library{files: files, index: in, entries: map[string]func() (*jsonschema.Schema, error){}}
	l.compiler = jsonschema.NewCompiler()
	l.compiler.Draft = jsonschema.Draft2020
	l.compiler.AssertFormat = false
	l.compiler.LoadURL = l.load
	return l
}

// validate checks text against a schema file.
func (l *library) validate(name string, text []byte) error {
	value, err := decode(text)
	if err != nil {
		return err
	}
	compiled, err := l.entry(name)()
	if err != nil {
		return err
	}
	markEmptyNames(value)
	err = compiled.Validate(value)
	var found *jsonschema.ValidationError
	if !errors.As(err, &found) {
		return err
	}
	violations := (&report{library: l, instance: value}).violations(found)
	if len(violations) == 0 {
		return nil
	}
	return &ValidationError{Violations: violations}
}

// entry returns the function that gives the compiled schema of a file.
func (l *library) entry(name string) func() (*jsonschema.Schema, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.entries[name] == nil {
		l.entries[name] = sync.OnceValues(func() (*jsonschema.Schema, error) { return l.compile(name) })
	}
	return l.entries[name]
}

func (l *library) compile(name string) (*jsonschema.Schema, error) {
	in, err := l.index()
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	compiled, err := l.compiler.Compile(in.Base + name)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	return compiled, nil
}

// load finds a schema by its $id in the folder, and nowhere else: nothing is
// fetched and no other file is read.
func (l *library) load(url string) (io.ReadCloser, error) {
	in, err := l.index()
	if err != nil {
		return nil, err
	}
	name, ok := strings.CutPrefix(url, in.Base)
	if !ok {
		return nil, fmt.Errorf("%s is not in the schema folder", url)
	}
	data, err := fs.ReadFile(l.files, name)
	if err != nil {
		return nil, err
	}
	text, err := decodeNumbers(data)
	if err != nil {
		return nil, err
	}
	l.texts.Store(url, text)
	return io.NopCloser(bytes.NewReader(data)), nil
}

// text returns the decoded text of a schema that has been loaded.
func (l *library) text(url string) any {
	text, _ := l.texts.Load(url)
	return text
}
