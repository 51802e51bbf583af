package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// refuseLinks returns an error if dir is or passes a symbolic link. The way to
// the working folder is the person's own, and links in the root folder (/tmp
// and /var on some systems) are the system's: neither counts.
func refuseLinks(dir string) error {
	base, rest := trusted(filepath.Clean(dir))
	for _, elem := range strings.Split(rest, string(filepath.Separator)) {
		base = filepath.Join(base, elem)
		info, err := os.Lstat(base)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return &Error{Path: base, What: "cannot be examined", Err: err}
		}
		if info.Mode()&fs.ModeSymlink != 0 {
			return &Error{Path: base, What: "is a symbolic link on the way to the output folder",
				Help: "write -out without it: what it leads to could belong to somebody else"}
		}
		if !info.IsDir() {
			return &Error{Path: base, What: "is not a folder", Help: "choose another folder with -out"}
		}
	}
	return nil
}

// trusted splits dir into a part whose links do not count and the rest.
func trusted(dir string) (base, rest string) {
	if !filepath.IsAbs(dir) {
		return "", dir
	}
	if wd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(wd, dir); err == nil && filepath.IsLocal(rel) {
			return wd, rel
		}
	}
	root := filepath.VolumeName(dir) + string(filepath.Separator)
	top, below, deep := strings.Cut(strings.TrimPrefix(dir, root), string(filepath.Separator))
	if !deep {
		return root, top
	}
	return filepath.Join(root, top), below
}

// missingFolders returns dir and those above it that do not exist, the
// outermost first.
func missingFolders(dir string) []string {
	var missing []string
	for at := filepath.Clean(dir); !exists(at); at = filepath.Dir(at) {
		missing = append([]string{at}, missing...)
	}
	return missing
}
