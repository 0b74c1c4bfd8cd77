//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package lock

import (
	"errors"
	"os"
	"syscall"
)

const heldByFile = false

// lockFolder locks the folder itself: no file is needed, and the system lets go when the process
// ends. A disk that knows no such locks, as some network disks, is used without.
func lockFolder(folder *os.File) (unlock func(), err error) {
	for {
		err = syscall.Flock(int(folder.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, errHeld
	}
	return func() { _ = syscall.Flock(int(folder.Fd()), syscall.LOCK_UN) }, nil
}
