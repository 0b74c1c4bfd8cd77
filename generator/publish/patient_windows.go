package publish

import "syscall"

const (
	errSharingViolation = syscall.Errno(32)
	errLockViolation    = syscall.Errno(33)
	errDeletePending    = syscall.Errno(303)
	errUserMappedFile   = syscall.Errno(1224)
)

// busy reports whether err says that another program has the file open.
func busy(err error) bool {
	return err == errSharingViolation || err == errLockViolation || err == errDeletePending || err == errUserMappedFile
}

// mayBeBusy is busy for what renames or deletes: that is denied, too, where another program has the file, or one in the
// folder, open.
func mayBeBusy(err error) bool { return busy(err) || err == syscall.ERROR_ACCESS_DENIED }
