//go:build !linux && !darwin

package stamp

import "io/fs"

func noted(fs.FileInfo) (number, changed int64, ok bool) { return 0, 0, false }
