package edit

import (
	"bytes"
	"fmt"
	"strings"
)

// Entry is an entry to be added to a mapping: a key and its value, in the form
// of lines for a block and on one line for a flow mapping.
type Entry struct {
	Key   string   // as YAML
	Flow  string   // the value on one line
	Lines []string // the whole entry, unindented, if the block form is another
}

// splice returns the text with what stands between two offsets replaced.
func (t *Text) splice(from, to int, with string) ([]byte, error) {
	if from > to || to > len(t.src) {
		return nil, ErrForm
	}
	return bytes.Join([][]byte{t.src[:from], []byte(with), t.src[to:]}, nil), nil
}

func missing(path []string) error { return fmt.Errorf("there is no %s", strings.Join(path, ".")) }

// Set replaces the scalar or flow value at path.
func (t *Text) Set(value string, path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	end, err := t.end(e.value)
	if err != nil {
		return nil, err
	}
	return t.splice(t.offset(e.value), end, value)
}

// Rename replaces the key at path.
func (t *Text) Rename(key string, path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	end, err := t.end(e.key)
	if err != nil {
		return nil, err
	}
	return t.splice(t.offset(e.key), end, key)
}

// Replace replaces the value at path, whatever its form, by one on one line.
func (t *Text) Replace(value string, path ...string) ([]byte, error) {
	e, ok := t.find(path...)
	if !ok {
		return nil, missing(path)
	}
	if _, err := t.end(e.value); err == nil || e.key == nil {
		return t.Set(value, path...)
	}
	end, err := t.end(e.key)
	if err != nil {
		return nil, err
	}
	return t.splice(end, t.lineEnd(t.lastLine(e)), ": "+value+t.newline())
}

// Raw returns the text of the scalar or flow value at path.
func (t *Text) Raw(path ...string) (string, error) {
	e, ok := t.find(path...)
	if !ok {
		return "", missing(path)
	}
	end, err := t.end(e.value)
	if err != nil {
		return "", err
	}
	return string(t.src[t.offset(e.value):end]), nil
}
