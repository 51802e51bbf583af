package output

import (
	"errors"
	"io/fs"
	"path"
	"slices"
)

// undo takes back what has been done, the last step first. The journal goes
// only if all of it worked and the folder was not half-done before: the next
// run needs it otherwise.
func (tx *transaction) undo() error {
	var faults []error
	for tx.done > 0 {
		tx.done--
		faults = append(faults, tx.revert(tx.steps[tx.done]))
	}
	if err := errors.Join(faults...); err != nil {
		return &Error{Path: tx.folder.dir, What: "could not be put back as it was", Err: err,
			Help: "run generate again: it repairs what is half-done"}
	}
	if err := tx.removeTemps(); err != nil {
		return err
	}
	for _, dir := range slices.Backward(tx.dirs) {
		_ = tx.disk.remove(dir) // empty, or not ours alone
	}
	if tx.repairing {
		return nil
	}
	return tx.removeJournal()
}

func (tx *transaction) revert(s step) error {
	if s.backup == "" {
		return tx.disk.remove(s.change.Name)
	}
	return tx.disk.rename(s.backup, s.change.Name)
}

// clean removes what only the run needed and folders that lost their last
// file, the journal at the end, so that whatever is left is found again.
func (tx *transaction) clean(p *Plan) error {
	for _, s := range tx.steps { // what was staged has its place by now
		if s.backup == "" {
			continue
		}
		if err := tx.removeTemp(s.backup); err != nil {
			return err
		}
	}
	for _, name := range p.stale {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			_ = tx.disk.remove(dir) // fails if it is not empty
		}
	}
	return tx.removeJournal()
}

// removeTemps removes the temporary files that are still there, whatever the
// run has got to. It stops at the first that cannot be removed.
func (tx *transaction) removeTemps() error {
	for _, name := range tx.temps {
		if err := tx.removeTemp(name); err != nil {
			return err
		}
	}
	return nil
}

// removeJournal removes the journal, if the run has got so far as to write it.
func (tx *transaction) removeJournal() error {
	if !tx.journaled {
		return nil
	}
	return tx.removeTemp(journalName)
}

func (tx *transaction) removeTemp(name string) error {
	err := tx.disk.remove(name)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return &Error{Path: tx.folder.path(name), What: "is a temporary file and cannot be removed", Err: err,
		Help: "run generate again: it removes what is left"}
}
