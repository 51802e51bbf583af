//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package output

import (
	"context"
	"errors"
	"syscall"
	"time"
)

// lock waits until no other run writes to f, and keeps others out until the
// returned function is called. It locks the folder itself, so that no file is
// left behind, and the system unlocks it if the process is killed.
func lock(ctx context.Context, f *folder) (unlock func(), err error) {
	dir, err := f.root.Open(".")
	if err != nil {
		return nil, &Error{Path: f.dir, What: "cannot be locked", Err: err}
	}
	for {
		err := syscall.Flock(int(dir.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			return func() { dir.Close() }, nil
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			dir.Close()
			return nil, &Error{Path: f.dir, What: "cannot be locked", Err: err}
		}
		select {
		case <-ctx.Done():
			dir.Close()
			return nil, &Error{Path: f.dir, What: "is being written by another run", Err: context.Cause(ctx)}
		case <-time.After(20 * time.Millisecond):
		}
	}
}
