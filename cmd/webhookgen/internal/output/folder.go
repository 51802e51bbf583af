package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// folder is an output folder opened for reading. All access goes through
// root, so that no name leads out of it; root is nil while the folder does
// not exist.
type folder struct {
	dir  string
	root *os.Root
}

// openFolder opens dir, which may be missing. A folder that is reached through
// a symbolic link is refused: what it leads to belongs to somebody else.
func openFolder(dir string) (*folder, error) {
	if err := refuseLinks(dir); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return &folder{dir: dir}, nil
	}
	if err != nil {
		return nil, &Error{Path: dir, What: "cannot open the output folder", Err: err}
	}
	return &folder{dir: dir, root: root}, nil
}

func (f *folder) close() {
	if f.root != nil {
		f.root.Close()
	}
}

// path returns name as a person would write it from where they stand.
func (f *folder) path(name string) string {
	return filepath.Join(f.dir, filepath.FromSlash(name))
}

// lstat returns what stands at name, nil if nothing does. It is an error if a
// folder on the way or the file itself is a symbolic link, or not a folder or
// file as it should be.
func (f *folder) lstat(name string) (fs.FileInfo, error) {
	if f.root == nil {
		return nil, nil
	}
	elems := strings.Split(name, "/")
	for i := range elems {
		at := path.Join(elems[:i+1]...)
		info, err := f.root.Lstat(filepath.FromSlash(at))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		if err != nil {
			return nil, &Error{Path: f.path(at), What: "cannot be examined", Err: err}
		}
		last := i == len(elems)-1
		if err := f.refuseKind(at, info.Mode(), last); err != nil {
			return nil, err
		}
		if last {
			return info, nil
		}
	}
	return nil, nil
}

// refuseKind says what is wrong with a mode where a file (last) or a folder
// should be.
func (f *folder) refuseKind(at string, mode fs.FileMode, last bool) error {
	const help = "move it away, or choose another folder with -out"
	switch {
	case mode&fs.ModeSymlink != 0:
		return &Error{Path: f.path(at), What: "is a symbolic link, where generated files would go", Help: help}
	case last && !mode.IsRegular():
		return &Error{Path: f.path(at), What: "is not a regular file, where a generated file would go", Help: help}
	case !last && !mode.IsDir():
		return &Error{Path: f.path(at), What: "is not a folder, where generated files would go", Help: help}
	}
	return nil
}

// read returns the bytes of a file that lstat has found.
func (f *folder) read(name string) ([]byte, error) {
	file, err := f.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, &Error{Path: f.path(name), What: "cannot be read", Err: err}
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	if err != nil {
		return nil, &Error{Path: f.path(name), What: "cannot be read", Err: err}
	}
	return data, nil
}

// readIfThere returns the bytes of name, nil if there is no such file.
func (f *folder) readIfThere(name string) ([]byte, error) {
	info, err := f.lstat(name)
	if info == nil || err != nil {
		return nil, err
	}
	return f.read(name)
}

// temporaries returns the files that interrupted runs have left in dir.
func (f *folder) temporaries(dir string) ([]string, error) {
	if f.root == nil {
		return nil, nil
	}
	opened, err := f.root.Open(filepath.FromSlash(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &Error{Path: f.path(dir), What: "cannot be read", Err: err}
	}
	defer opened.Close()
	entries, err := opened.ReadDir(-1)
	if err != nil {
		return nil, &Error{Path: f.path(dir), What: "cannot be read", Err: err}
	}
	var names []string
	for _, e := range entries {
		if isTemporary(e.Name()) && e.Type().IsRegular() {
			names = append(names, path.Join(dir, e.Name()))
		}
	}
	return names, nil
}
