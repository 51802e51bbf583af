package output

import (
	"io/fs"
	"os"
	"path/filepath"
)

// disk is what a commit does to a folder. Names are slash-separated and
// relative to it. The interface is there so that tests can let any one step
// fail.
type disk interface {
	mkdir(name string) error
	create(name string, data []byte, perm fs.FileMode) error // fails if name exists
	rename(from, to string) error                            // replaces to
	remove(name string) error                                // of a file or an empty folder
}

// rootDisk is the real disk, below root.
type rootDisk struct{ root *os.Root }

func (d rootDisk) mkdir(name string) error {
	return d.root.Mkdir(filepath.FromSlash(name), 0o777)
}

func (d rootDisk) create(name string, data []byte, perm fs.FileMode) error {
	file, err := d.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return err
	}
	if _, err := file.Write(data); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// rename goes by paths, since os.Root has no Rename before Go 1.25. Both names
// were examined link by link when the plan was made.
func (d rootDisk) rename(from, to string) error {
	return os.Rename(filepath.Join(d.root.Name(), filepath.FromSlash(from)),
		filepath.Join(d.root.Name(), filepath.FromSlash(to)))
}

func (d rootDisk) remove(name string) error {
	return d.root.Remove(filepath.FromSlash(name))
}
