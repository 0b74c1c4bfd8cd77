package stamp

import (
	"io/fs"
	"syscall"
)

func noted(info fs.FileInfo) (number, changed int64, ok bool) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0, false
	}
	return int64(s.Ino), s.Ctim.Nano(), true
}
