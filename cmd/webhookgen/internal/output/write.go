package output

import (
	"context"
	"errors"
	"io/fs"
	"os"
)

// Write brings the folder to its target and returns what it did. It writes
// nothing at all if there is nothing to do or something in the way (an *Error
// for each such thing, or an *EditedError). If it fails or ctx ends halfway,
// it undoes what it did; if even that fails, or the process is killed, the
// next Write repairs.
func (t Target) Write(ctx context.Context) (*Plan, error) {
	p, err := t.Plan()
	if err == nil && p.Clean() {
		return p, nil
	}
	if info, missing := os.Stat(t.Dir); err != nil && (missing != nil || !info.IsDir()) {
		return nil, err
	}
	// What was found without the lock can be another run's work in progress:
	// it is looked at again with it.
	made, err := makeFolder(t.Dir)
	if err != nil {
		return nil, err
	}
	p, err = t.writeLocked(ctx)
	if err != nil {
		removeFolders(made)
	}
	return p, err
}

// writeLocked plans again, now that no other run can change the folder, and
// commits.
func (t Target) writeLocked(ctx context.Context) (*Plan, error) {
	f, err := openFolder(t.Dir)
	if err != nil {
		return nil, err
	}
	defer f.close()
	unlock, err := lock(ctx, f)
	if err != nil {
		return nil, err
	}
	defer unlock()
	p, err := t.plan(f)
	if err != nil {
		return nil, err
	}
	if err := t.refuseEdited(p); err != nil {
		return nil, err
	}
	return p, commit(ctx, f, rootDisk{f.root}, p)
}

// refuseEdited returns an *EditedError if p would undo somebody's edits
// without leave.
func (t Target) refuseEdited(p *Plan) error {
	names := p.edited()
	if t.Force || len(names) == 0 {
		return nil
	}
	f := folder{dir: t.Dir}
	paths := make([]string, len(names))
	for i, name := range names {
		paths[i] = f.path(name)
	}
	return &EditedError{Paths: paths}
}

// makeFolder makes dir and returns the folders that were missing, the
// outermost first.
func makeFolder(dir string) ([]string, error) {
	missing := missingFolders(dir)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		removeFolders(missing)
		return nil, &Error{Path: dir, What: "cannot make the output folder", Err: err}
	}
	return missing, nil
}

// removeFolders takes back what makeFolder made. A folder that somebody else
// has put something into stays.
func removeFolders(made []string) {
	for i := len(made) - 1; i >= 0; i-- {
		_ = os.Remove(made[i])
	}
}

// exists says whether anything stands at path.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
