package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// removeLeftovers clears away what an interrupted run has left, so that its
// names are free. The journal stays until a new one takes its place.
func (tx *transaction) removeLeftovers(p *Plan) error {
	for _, name := range p.Leftovers {
		if name == journalName {
			continue
		}
		if err := tx.disk.remove(name); err != nil {
			return &Error{Path: tx.folder.path(name), What: "was left by an interrupted run and cannot be removed", Err: err}
		}
	}
	return nil
}

// stage writes the new and the old text of a change beside its place.
func (tx *transaction) stage(i int, c Change) error {
	perm, err := tx.perm(c)
	if err != nil {
		return err
	}
	dir := path.Dir(c.Name)
	if err := tx.makeDirs(dir); err != nil {
		return err
	}
	s := step{change: c}
	temp := path.Join(dir, fmt.Sprintf("%s%04d", tempPrefix, i))
	if c.Kind != Remove {
		s.staged = temp + ".new"
		if err := tx.createTemp(s.staged, c.New, perm); err != nil {
			return err
		}
	}
	if c.Kind != Create {
		s.backup = temp + ".old"
		if err := tx.createTemp(s.backup, c.Old, perm); err != nil {
			return err
		}
	}
	tx.steps = append(tx.steps, s)
	return nil
}

// perm returns the permissions that the file of a change has or gets.
func (tx *transaction) perm(c Change) (fs.FileMode, error) {
	if c.Kind == Create {
		return 0o666, nil
	}
	info, err := tx.folder.lstat(c.Name)
	if info == nil || err != nil {
		return 0o666, err
	}
	return info.Mode().Perm(), nil
}

// makeDirs makes the folders on the way to dir that are missing.
func (tx *transaction) makeDirs(dir string) error {
	if dir == "." || dir == tx.lastDir {
		return nil
	}
	elems := strings.Split(dir, "/")
	for i := range elems {
		at := path.Join(elems[:i+1]...)
		err := tx.disk.mkdir(at)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return &Error{Path: tx.folder.path(at), What: "cannot be made", Err: err}
		}
		tx.dirs = append(tx.dirs, at)
	}
	tx.lastDir = dir
	return nil
}

func (tx *transaction) createTemp(name string, data []byte, perm fs.FileMode) error {
	tx.temps = append(tx.temps, name)
	if err := tx.disk.create(name, data, perm); err != nil {
		return &Error{Path: tx.folder.path(path.Dir(name)), What: "cannot be written to, so nothing was changed", Err: err}
	}
	return nil
}
