//go:build !windows

package publish

import (
	"errors"
	"syscall"
)

// busy reports whether err says that another program has the file open. These systems let it be
// replaced and deleted nevertheless; but not where the disk belongs to one that does not.
func busy(err error) bool { return errors.Is(err, syscall.EBUSY) }

// mayBeBusy is busy for what renames or deletes.
func mayBeBusy(err error) bool { return busy(err) }
