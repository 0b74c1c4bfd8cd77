package lock

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

const (
	fileFlagDeleteOnClose = 0x04000000
	errSharingViolation   = syscall.Errno(32)
)

// fileName begins as the names that package publish keeps for itself do.
const fileName = ".dossier-lock"

// heldByFile: the lock is a file in the folder, which cannot be deleted before.
const heldByFile = true

// lockFolder opens a file in the folder that nobody else may open meanwhile. The system deletes it
// when it is closed, at the latest when the process ends. A disk that cannot do that is used
// without.
func lockFolder(folder *os.File) (unlock func(), err error) {
	name, err := syscall.UTF16PtrFromString(filepath.Join(folder.Name(), fileName))
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS,
		syscall.FILE_ATTRIBUTE_HIDDEN|fileFlagDeleteOnClose, 0)
	switch {
	case errors.Is(err, errSharingViolation):
		return nil, errHeld
	case errors.Is(err, syscall.ERROR_ACCESS_DENIED):
		return nil, errDenied
	case err != nil:
		return func() {}, nil
	}
	return func() { _ = syscall.CloseHandle(h) }, nil
}
