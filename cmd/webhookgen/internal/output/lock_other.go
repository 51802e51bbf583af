//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package output

import "context"

// lock does nothing where folders cannot be locked: two runs at once then
// trip over each other's temporary files, and one of them fails.
func lock(context.Context, *folder) (unlock func(), err error) {
	return func() {}, nil
}
