package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// source is one file, or standard input, that holds JSON.
type source struct {
	path   string // - for standard input
	stream bool   // it holds values one after the other
	size   int64  // in bytes, 0 if that is not known
	fault  error  // why it cannot be read
}

// findSources returns the files that the arguments name, those in folders
// sorted by name.
func findSources(args []string) ([]source, error) {
	var all []source
	for _, arg := range args {
		if arg == "-" {
			all = append(all, source{path: "-", stream: true})
			continue
		}
		info, err := os.Stat(arg)
		if err != nil {
			all = append(all, source{path: arg, fault: err})
			continue
		}
		if !info.IsDir() {
			all = append(all, newSource(arg, info))
			continue
		}
		found := walk(arg)
		if len(found) == 0 {
			return nil, misuse("name a folder that holds some", "there is no *.json or *.ndjson in %s", arg)
		}
		all = append(all, found...)
	}
	return all, nil
}

func newSource(path string, info fs.FileInfo) source {
	return source{path: path, size: info.Size(), stream: filepath.Ext(path) == ".ndjson"}
}

// walk returns the JSON files below dir. A folder that cannot be read is a
// source with a fault.
func walk(dir string) []source {
	var found []source
	_ = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			found = append(found, source{path: path, fault: err})
			return nil
		}
		if entry.IsDir() || !slices.Contains([]string{".json", ".ndjson"}, filepath.Ext(path)) {
			return nil
		}
		info, err := os.Stat(path) // follows a link to a file
		switch {
		case err != nil:
			found = append(found, source{path: path, fault: err})
		case info.Mode().IsRegular():
			found = append(found, newSource(path, info))
		}
		return nil
	})
	return found
}

// open opens the source for reading.
func (s source) open(p *program) (reader, error) {
	if s.path == "-" {
		return stdinReader{p.stdin}, nil
	}
	file, err := os.Open(s.path)
	if err != nil {
		return nil, fmt.Errorf("cannot read: %w", err)
	}
	return file, nil
}
