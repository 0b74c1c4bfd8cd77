package publish

import (
	"errors"
	"syscall"
)

const (
	errSharingViolation = syscall.Errno(32)
	errLockViolation    = syscall.Errno(33)
	errDeletePending    = syscall.Errno(303)
	errUserMappedFile   = syscall.Errno(1224)
)

// busy reports whether err says that another program has the file open.
func busy(err error) bool {
	return errors.Is(err, errSharingViolation) || errors.Is(err, errLockViolation) || errors.Is(err, errDeletePending) ||
		errors.Is(err, errUserMappedFile)
}

// mayBeBusy is busy for what renames or deletes: that is denied, too, where another program has the
// file, or one in the folder, open.
func mayBeBusy(err error) bool { return busy(err) || errors.Is(err, syscall.ERROR_ACCESS_DENIED) }
